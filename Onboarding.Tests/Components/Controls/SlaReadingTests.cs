using Onboarding.Core.Sla;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Hosting;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Controls;

public sealed class SlaReadingTests
{
    // Monday, 09.00 WIB; the office works from 08.00 to 17.00.
    private static readonly DateTimeOffset Now = CoreHost.Start;
    private static readonly WorkingCalendar Calendar = new(WorkingHours.Default, []);

    [Fact]
    public void Counts_working_time_only()
    {
        var due = Calendar.Add(Now, TimeSpan.FromMinutes(200));

        SlaReading.Read(due, Now, Calendar).ShouldBe(new SlaReading(SlaText.Left.With(SlaText.HoursMinutes.With(3, 20)), Tone.Neutral));
        SlaReading.Read(Calendar.Add(Now, TimeSpan.FromHours(20)), Now, Calendar).Text.ShouldBe(SlaText.Left.With(SlaText.Hours.With(20)));
    }

    [Fact]
    public void The_last_hour_is_pressing() =>
        SlaReading.Read(Calendar.Add(Now, TimeSpan.FromMinutes(45)), Now, Calendar)
            .ShouldBe(new SlaReading(SlaText.Left.With(SlaText.Minutes.With(45)), Tone.Warning));

    [Fact]
    public void Work_that_the_plan_for_long_work_has_reached_is_pressing_before_its_last_hour() =>
        SlaReading.Read(Calendar.Add(Now, TimeSpan.FromHours(5)), Now, Calendar, isPressing: true).Tone.ShouldBe(Tone.Warning);

    [Fact]
    public void Says_by_how_much_it_is_late() =>
        SlaReading.Read(Now - TimeSpan.FromMinutes(30), Now, Calendar).ShouldBe(new SlaReading(SlaText.Late.With(SlaText.Minutes.With(30)), Tone.Danger));

    [Fact]
    public void Is_late_over_night_without_counting_the_night()
    {
        var evening = Now.AddHours(12);

        SlaReading.Read(evening.AddHours(-1), evening, Calendar).ShouldBe(new SlaReading(SlaText.LateJustNow, Tone.Danger));
    }

    [Fact]
    public void A_standing_clock_says_why_and_what_is_left_when_it_goes_on()
    {
        SlaReading.Read(due: null, Now, Calendar).ShouldBe(new SlaReading(SlaText.Waiting, Tone.Neutral, Stands: true));
        SlaReading.Standing(isHeld: true, TimeSpan.FromMinutes(200)).ShouldBe(
            new SlaReading(SlaText.StandsWith.With(SlaText.Held, SlaText.HoursMinutes.With(3, 20)), Tone.Hold, Stands: true));
        SlaReading.Standing(isHeld: false, TimeSpan.Zero).Text.ShouldBe(SlaText.StandsWith.With(SlaText.Waiting, SlaText.Minutes.With(0)));
    }
}
