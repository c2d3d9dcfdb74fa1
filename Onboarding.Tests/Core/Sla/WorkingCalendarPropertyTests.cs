using FsCheck;
using FsCheck.Fluent;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Sla;

/// <summary>Statements that hold for any office, any list of holidays and any instant of ten years.</summary>
public sealed class WorkingCalendarPropertyTests
{
    private static readonly DateTimeOffset Beginning = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<DateTimeOffset> Instants =
        from minutes in Gen.Choose(0, 10 * 365 * 24 * 60)
        from ticks in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, 599_999_999)))
        select Beginning.AddMinutes(minutes).AddTicks(ticks);

    private static readonly Gen<TimeSpan> Amounts =
        from minutes in Gen.Frequency((3, Gen.Choose(0, 60 * 40)), (1, Gen.Choose(0, 60 * 9 * 250 * 5)))
        select TimeSpan.FromMinutes(minutes);

    private static readonly Gen<OpeningTime> Openings =
        from start in Gen.Choose(0, 22)
        from length in Gen.Choose(1, 23)
        select new OpeningTime(new TimeOnly(start, 0), new TimeOnly(Math.Min(start + length, 23), 30));

    private static readonly Gen<Office> Offices =
        from zone in Gen.Elements(IndonesianTimeZone.Wib, IndonesianTimeZone.Wita, IndonesianTimeZone.Wit)
        from days in Gen.SubListOf(Enum.GetValues<DayOfWeek>()).Where(days => days.Count > 0)
        from openings in Openings.ArrayOf(7)
        from holidays in Gen.Choose(0, 3650).Select(day => DateOnly.FromDateTime(Beginning.UtcDateTime).AddDays(day)).ListOf()
        from kind in Gen.Elements(Enum.GetValues<HolidayKind>())
        from leave in Gen.Elements(true, false)
        select new Office(
            new WorkingHours(zone, days.ToDictionary(day => day, day => openings[(int)day])),
            [.. holidays.Distinct().Select(day => Holiday.Create(day, "Libur", kind))],
            leave);

    [Fact]
    public void Time_that_was_added_is_found_between_start_and_end() =>
        Holds((office, start, amount) => office.Calendar.Between(start, office.Calendar.Add(start, amount)).ShouldBe(amount));

    [Fact]
    public void What_was_taken_off_is_found_between_and_not_a_moment_later() =>
        Holds((office, end, amount) =>
        {
            var begin = office.Calendar.Subtract(end, amount + TimeSpan.FromMinutes(1));

            office.Calendar.Between(begin, end).ShouldBe(amount + TimeSpan.FromMinutes(1));
            office.Calendar.Between(begin.AddTicks(1), end).ShouldBeLessThan(amount + TimeSpan.FromMinutes(1));
        });

    [Fact]
    public void The_end_lies_in_the_hours_of_a_working_day() =>
        Holds((office, start, amount) =>
        {
            var local = office.Calendar.Add(start, amount).ToOffset(office.Hours.Zone.Offset());
            var opening = office.Hours.Days[local.DayOfWeek];

            TimeOnly.FromDateTime(local.DateTime).ShouldBeInRange(opening.From, opening.To);
            office.Free.ShouldNotContain(DateOnly.FromDateTime(local.DateTime));
        });

    [Fact]
    public void The_next_working_time_is_working_time_and_nothing_was_worked_before_it() =>
        Holds((office, start, _) =>
        {
            var next = office.Calendar.NextWorkingTime(start);

            office.Calendar.IsWorkingTime(next).ShouldBeTrue();
            next.ShouldBeGreaterThanOrEqualTo(start);
            office.Calendar.Between(start, next).ShouldBe(TimeSpan.Zero);
            office.Calendar.NextWorkingTime(next).ShouldBe(next);
        });

    [Fact]
    public void More_time_never_ends_earlier() =>
        Holds((office, start, amount) =>
        {
            var end = office.Calendar.Add(start, amount);

            office.Calendar.Add(start, amount + TimeSpan.FromMinutes(1)).ShouldBeGreaterThan(end);
            office.Calendar.Add(start.AddMinutes(1), amount).ShouldBeGreaterThanOrEqualTo(end);
            end.ShouldBeGreaterThanOrEqualTo(start);
        });

    [Fact]
    public void Counting_day_by_day_gives_the_same() =>
        Holds((office, start, amount) =>
        {
            var end = start + TimeSpan.FromTicks(Math.Min(amount.Ticks, TimeSpan.FromDays(90).Ticks));

            office.Calendar.Between(start, end).ShouldBe(office.CountDayByDay(start, end));
        });

    [Fact]
    public void Parts_add_up_to_the_whole() =>
        Holds((office, start, amount) =>
        {
            var middle = start + (amount / 3);
            var end = start + amount;

            (office.Calendar.Between(start, middle) + office.Calendar.Between(middle, end)).ShouldBe(office.Calendar.Between(start, end));
            office.Calendar.Between(end, start).ShouldBe(TimeSpan.Zero);
        });

    [Fact]
    public void Working_days_are_their_hours_where_all_days_are_equal()
    {
        var cases =
            from opening in Openings
            from start in Instants
            from days in Gen.Choose(0, 600)
            select (Opening: opening, Start: start, Days: days);

        Always.Holds(cases, one =>
        {
            var hours = WorkingHours.Every(IndonesianTimeZone.Wita, [DayOfWeek.Monday, DayOfWeek.Thursday, DayOfWeek.Saturday], one.Opening);
            var calendar = new WorkingCalendar(hours, IndonesianHolidays.Create());

            calendar.AddWorkingDays(one.Start, one.Days).ShouldBe(calendar.Add(one.Start, one.Opening.Length * one.Days));
        });
    }

    private static void Holds(Action<Office, DateTimeOffset, TimeSpan> statement)
    {
        var cases =
            from office in Offices
            from start in Instants
            from amount in Amounts
            select (Office: office, Start: start, Amount: amount);

        Always.Holds(cases, one => statement(one.Office, one.Start, one.Amount));
    }

    private sealed record Office(WorkingHours Hours, IReadOnlyList<Holiday> Holidays, bool LeaveIsHoliday)
    {
        public WorkingCalendar Calendar { get; } = new(Hours, Holidays, LeaveIsHoliday);

        public HashSet<DateOnly> Free { get; } = Holidays
            .Where(holiday => LeaveIsHoliday || holiday.Kind != HolidayKind.CollectiveLeave)
            .Select(holiday => holiday.Date)
            .ToHashSet();

        public TimeSpan CountDayByDay(DateTimeOffset from, DateTimeOffset to)
        {
            var (start, end) = (from.ToOffset(Hours.Zone.Offset()).DateTime, to.ToOffset(Hours.Zone.Offset()).DateTime);
            var total = TimeSpan.Zero;
            for (var day = DateOnly.FromDateTime(start); day <= DateOnly.FromDateTime(end); day = day.AddDays(1))
            {
                if (!Free.Contains(day) && Hours.Days.TryGetValue(day.DayOfWeek, out var opening))
                {
                    var opens = Later(day.ToDateTime(opening.From), start);
                    var closes = Earlier(day.ToDateTime(opening.To), end);
                    total += closes > opens ? closes - opens : TimeSpan.Zero;
                }
            }

            return total;
        }

        private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

        private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
    }
}
