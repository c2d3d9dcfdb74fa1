using System.Globalization;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;

namespace Onboarding.Tests.Core.Sla;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Office = new(WorkingHours.Default, IndonesianHolidays.Create());
    private static readonly WorkingCalendar OfficeThatWorksOnCollectiveLeave = new(WorkingHours.Default, IndonesianHolidays.Create(), collectiveLeaveIsHoliday: false);

    [Fact]
    public void Two_working_days_before_Christmas_end_after_it()
    {
        var start = Wib("2026-12-23 15:00");

        Office.Add(start, TimeSpan.FromHours(18)).ShouldBe(Wib("2026-12-29 15:00"));
        Office.AddWorkingDays(start, 2).ShouldBe(Wib("2026-12-29 15:00"));
        OfficeThatWorksOnCollectiveLeave.Add(start, TimeSpan.FromHours(18)).ShouldBe(Wib("2026-12-28 15:00"));
        OfficeThatWorksOnCollectiveLeave.AddWorkingDays(start, 2).ShouldBe(Wib("2026-12-28 15:00"));
    }

    [Theory]
    [InlineData("2026-11-23 07:59", 1, "2026-11-23 09:00")]
    [InlineData("2026-11-23 08:00", 9, "2026-11-23 17:00")]
    [InlineData("2026-11-23 08:00", 10, "2026-11-24 09:00")]
    [InlineData("2026-11-23 17:00", 1, "2026-11-24 09:00")]
    [InlineData("2026-11-27 16:00", 2, "2026-11-30 09:00")]
    [InlineData("2026-11-28 12:00", 1, "2026-11-30 09:00")]
    [InlineData("2026-11-23 12:00", 0, "2026-11-23 12:00")]
    [InlineData("2026-11-23 17:00", 0, "2026-11-24 08:00")]
    public void Adds_working_hours(string start, int hours, string expected) =>
        Office.Add(Wib(start), TimeSpan.FromHours(hours)).ShouldBe(Wib(expected));

    [Theory]
    [InlineData("2026-11-23 10:00", 0, "2026-11-23 10:00")]
    [InlineData("2026-11-23 10:00", 1, "2026-11-24 10:00")]
    [InlineData("2026-11-27 10:00", 1, "2026-11-30 10:00")]
    [InlineData("2026-11-23 08:00", 1, "2026-11-23 17:00")]
    [InlineData("2026-11-22 10:00", 2, "2026-11-24 17:00")]
    [InlineData("2026-11-23 18:00", 1, "2026-11-24 17:00")]
    public void Adds_working_days(string start, int days, string expected) =>
        Office.AddWorkingDays(Wib(start), days).ShouldBe(Wib(expected));

    [Theory]
    [InlineData("2026-11-23 08:00", true)]
    [InlineData("2026-11-23 16:59", true)]
    [InlineData("2026-11-23 17:00", false)]
    [InlineData("2026-11-23 07:59", false)]
    [InlineData("2026-11-22 10:00", false)]
    [InlineData("2026-12-24 10:00", false)]
    [InlineData("2026-12-25 10:00", false)]
    public void Knows_when_the_office_works(string at, bool works) => Office.IsWorkingTime(Wib(at)).ShouldBe(works);

    [Theory]
    [InlineData("2026-11-23 10:15", "2026-11-23 10:15")]
    [InlineData("2026-11-23 06:00", "2026-11-23 08:00")]
    [InlineData("2026-11-23 17:00", "2026-11-24 08:00")]
    [InlineData("2026-12-23 17:30", "2026-12-28 08:00")]
    [InlineData("2027-03-05 17:30", "2027-03-16 08:00")]
    public void Finds_the_next_working_time(string at, string expected) => Office.NextWorkingTime(Wib(at)).ShouldBe(Wib(expected));

    [Theory]
    [InlineData("2026-11-23 08:00", "2026-11-23 17:00", 9)]
    [InlineData("2026-11-23 16:00", "2026-11-24 09:00", 2)]
    [InlineData("2026-12-23 15:00", "2026-12-29 15:00", 18)]
    [InlineData("2026-11-28 00:00", "2026-11-29 23:00", 0)]
    [InlineData("2026-11-24 09:00", "2026-11-23 16:00", 0)]
    public void Counts_the_working_time_between_two_instants(string from, string to, int hours) =>
        Office.Between(Wib(from), Wib(to)).ShouldBe(TimeSpan.FromHours(hours));

    [Fact]
    public void Answers_in_UTC_whatever_zone_is_asked_in()
    {
        var asked = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(9));

        var due = Office.Add(asked, TimeSpan.FromHours(1));

        due.Offset.ShouldBe(TimeSpan.Zero);
        due.ShouldBe(Wib("2026-11-23 09:00"));
        Office.NextWorkingTime(Wib("2026-11-23 10:00")).Offset.ShouldBe(TimeSpan.Zero);
        Office.AddWorkingDays(asked, 1).Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Works_by_the_clock_of_its_own_zone()
    {
        var jayapura = new WorkingCalendar(
            WorkingHours.Every(IndonesianTimeZone.Wit, [DayOfWeek.Monday], new OpeningTime(new TimeOnly(8, 0), new TimeOnly(16, 0))), []);

        jayapura.IsWorkingTime(Wib("2026-11-23 06:00")).ShouldBeTrue();
        jayapura.IsWorkingTime(Wib("2026-11-23 14:00")).ShouldBeFalse();
        jayapura.Add(Wib("2026-11-23 06:00"), TimeSpan.FromHours(9)).ShouldBe(Wib("2026-11-30 07:00"));
    }

    [Fact]
    public void Moves_a_due_time_into_the_hours_of_a_shorter_day()
    {
        var office = new WorkingCalendar(
            new WorkingHours(IndonesianTimeZone.Wib, new Dictionary<DayOfWeek, OpeningTime>
            {
                [DayOfWeek.Friday] = new(new TimeOnly(8, 0), new TimeOnly(17, 0)),
                [DayOfWeek.Saturday] = new(new TimeOnly(9, 0), new TimeOnly(12, 0)),
            }),
            []);

        office.AddWorkingDays(Wib("2026-11-27 15:00"), 1).ShouldBe(Wib("2026-11-28 12:00"));
        office.AddWorkingDays(Wib("2026-11-27 08:30"), 1).ShouldBe(Wib("2026-11-28 09:00"));
        office.Add(Wib("2026-11-27 16:00"), TimeSpan.FromHours(4)).ShouldBe(Wib("2026-11-28 12:00"));
    }

    [Fact]
    public void Closes_on_a_day_of_the_company_even_when_collective_leave_is_worked()
    {
        var closure = Holiday.Create(new DateOnly(2026, 11, 23), "Ulang tahun perusahaan", HolidayKind.CompanyClosure);
        var office = new WorkingCalendar(WorkingHours.Default, [closure], collectiveLeaveIsHoliday: false);

        office.NextWorkingTime(Wib("2026-11-23 10:00")).ShouldBe(Wib("2026-11-24 08:00"));
    }

    [Fact]
    public void Refuses_a_week_without_working_time()
    {
        Should.Throw<ArgumentException>(() => new WorkingHours(IndonesianTimeZone.Wib, new Dictionary<DayOfWeek, OpeningTime>()));
        Should.Throw<ArgumentException>(() => new OpeningTime(new TimeOnly(17, 0), new TimeOnly(8, 0)));
        Should.Throw<ArgumentException>(() => new OpeningTime(new TimeOnly(8, 0), new TimeOnly(8, 0)));
    }

    [Fact]
    public void Refuses_spans_that_make_no_sense()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Office.Add(Wib("2026-11-23 08:00"), TimeSpan.FromTicks(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => Office.AddWorkingDays(Wib("2026-11-23 08:00"), -1));
        Should.Throw<ArgumentOutOfRangeException>(() => Office.Add(Wib("2026-11-23 08:00"), TimeSpan.MaxValue));
        Should.Throw<ArgumentOutOfRangeException>(() => Office.AddWorkingDays(Wib("2026-11-23 08:00"), int.MaxValue));
    }

    internal static DateTimeOffset Wib(string text) =>
        new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
