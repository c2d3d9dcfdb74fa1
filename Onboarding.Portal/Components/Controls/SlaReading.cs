using Onboarding.Core.Sla;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;

namespace Onboarding.Portal.Components.Controls;

/// <summary>What a service target says at one moment.</summary>
/// <param name="Text">A few words: time left, or by how much it is late.</param>
/// <param name="Tone">How pressing it is.</param>
/// <param name="Stands">The clock stands.</param>
public sealed record SlaReading(string Text, Tone Tone, bool Stands = false)
{
    // The last hour is when somebody can still save it.
    private static readonly TimeSpan Pressing = TimeSpan.FromHours(1);

    // Above this nobody plans by minutes.
    private static readonly TimeSpan Roomy = TimeSpan.FromHours(9);

    /// <summary>Reads the clock.</summary>
    /// <param name="due">When it is late (UTC), or null while the clock stands.</param>
    /// <param name="now">Now (UTC).</param>
    /// <param name="calendar">Counts working time.</param>
    /// <param name="isPressing">It is pressing before its last hour.</param>
    public static SlaReading Read(DateTimeOffset? due, DateTimeOffset now, WorkingCalendar calendar, bool isPressing = false)
    {
        if (due is not { } at)
        {
            return Standing(isHeld: false, left: null);
        }

        if (at > now)
        {
            TimeSpan left = calendar.Between(now, at);
            return new SlaReading(SlaText.Left.With(Words(left)), isPressing || left <= Pressing ? Tone.Warning : Tone.Neutral);
        }

        TimeSpan late = calendar.Between(at, now);
        return new SlaReading(late < TimeSpan.FromMinutes(1) ? SlaText.LateJustNow : SlaText.Late.With(Words(late)), Tone.Danger);
    }

    /// <summary>Reads the clock of some work.</summary>
    /// <param name="clock">Now, and the working calendar.</param>
    /// <param name="due">When it is late (UTC), or null while the clock stands.</param>
    /// <param name="isHeld">The clock stands because compliance holds the case.</param>
    /// <param name="left">The working time that is left while it stands, where it is known.</param>
    /// <param name="isPressing">It is pressing before its last hour: the plan for long work says so.</param>
    /// <returns>Null while the calendar was not read yet.</returns>
    public static SlaReading? Of(PageClock clock, DateTimeOffset? due, bool isHeld, TimeSpan? left, bool isPressing = false) => clock.Calendar is not { } calendar
        ? null
        : due is { } at && !isHeld ? Read(at, clock.Now, calendar, isPressing) : Standing(isHeld, left);

    /// <summary>Reads a clock that stands: why, and how much working time is left when it goes on.</summary>
    /// <param name="isHeld">Compliance holds the case; otherwise the applicant is to answer.</param>
    /// <param name="left">The working time that is left, or null where it is not known.</param>
    public static SlaReading Standing(bool isHeld, TimeSpan? left)
    {
        string why = isHeld ? SlaText.Held : SlaText.Waiting;
        return new SlaReading(left is { } time ? SlaText.StandsWith.With(why, Words(time)) : why, isHeld ? Tone.Hold : Tone.Neutral, Stands: true);
    }

    private static string Words(TimeSpan time) => time switch
    {
        _ when time >= Roomy || (time.TotalHours >= 1 && time.Minutes == 0) => SlaText.Hours.With((int)time.TotalHours),
        _ when time.TotalHours >= 1 => SlaText.HoursMinutes.With((int)time.TotalHours, time.Minutes),
        _ => SlaText.Minutes.With(time.Minutes),
    };
}
