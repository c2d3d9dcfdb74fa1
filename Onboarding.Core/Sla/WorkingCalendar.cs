using Onboarding.Core.Time;

namespace Onboarding.Core.Sla;

/// <summary>
/// Counts working time: what SLA targets are measured in. Statutory deadlines in clock hours
/// (UU 27/2022, 3×24 hours) are not; never use it for those.
/// Immutable; each question takes a few steps, whatever the distance of the two instants.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly WorkingHours _hours;
    private readonly TimeSpan _offset;
    private readonly HashSet<DateOnly> _holidays;
    private readonly DayTotals _ticks;
    private readonly DayTotals _days;

    /// <summary>A calendar of these hours without these holidays.</summary>
    /// <param name="hours">The weekly hours.</param>
    /// <param name="holidays">The list of holidays; order and weekday do not matter.</param>
    /// <param name="collectiveLeaveIsHoliday">Whether the office closes on cuti bersama.</param>
    public WorkingCalendar(WorkingHours hours, IEnumerable<Holiday> holidays, bool collectiveLeaveIsHoliday = true)
    {
        _hours = hours;
        _offset = hours.Zone.Offset();
        _holidays = holidays
            .Where(holiday => collectiveLeaveIsHoliday || holiday.Kind != HolidayKind.CollectiveLeave)
            .Select(holiday => holiday.Date)
            .ToHashSet();
        _ticks = new DayTotals(day => hours.Days.TryGetValue(day, out var opening) ? opening.Length.Ticks : 0, _holidays);
        _days = new DayTotals(day => hours.Days.ContainsKey(day) ? 1 : 0, _holidays);
    }

    /// <summary>Whether the office works at this instant. Closing time itself no longer counts.</summary>
    /// <param name="at">The instant.</param>
    public bool IsWorkingTime(DateTimeOffset at)
    {
        var (date, time) = Local(at);
        return OpeningOn(date) is { } opening && opening.From <= time && time < opening.To;
    }

    /// <summary>The instant itself when the office works then, otherwise when it opens next. UTC.</summary>
    /// <param name="at">The instant.</param>
    public DateTimeOffset NextWorkingTime(DateTimeOffset at)
    {
        if (IsWorkingTime(at))
        {
            return at.ToUniversalTime();
        }

        var date = _ticks.FirstDayReaching(TotalUntil(at) + 1);
        return Instant(date, Opening(date).From);
    }

    /// <summary>
    /// When that much working time has passed. A span that fills a day ends at its closing time, not at the next opening;
    /// no time at all gives <see cref="NextWorkingTime"/>. UTC.
    /// </summary>
    /// <param name="start">Where counting begins; inside or outside of working hours.</param>
    /// <param name="workingTime">How much; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, or ends after the year 9999.</exception>
    public DateTimeOffset Add(DateTimeOffset start, TimeSpan workingTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingTime, TimeSpan.Zero);
        if (workingTime == TimeSpan.Zero)
        {
            return NextWorkingTime(start);
        }

        var total = TotalUntil(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workingTime.Ticks, long.MaxValue - total, nameof(workingTime));
        total += workingTime.Ticks;
        var date = _ticks.FirstDayReaching(total);
        return Instant(date, Opening(date).From.Add(TimeSpan.FromTicks(total - _ticks.Before(date))));
    }

    /// <summary>The latest instant from which that much working time has passed at the end: <see cref="Add"/> backwards. UTC.</summary>
    /// <param name="end">Where counting ends; inside or outside of working hours.</param>
    /// <param name="workingTime">How much; more than nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive, or begins before the calendar.</exception>
    public DateTimeOffset Subtract(DateTimeOffset end, TimeSpan workingTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(workingTime, TimeSpan.Zero);
        var total = TotalUntil(end) - workingTime.Ticks;
        ArgumentOutOfRangeException.ThrowIfNegative(total, nameof(workingTime));

        // The day in which more than the total is reached: at its opening time rather than at an earlier closing.
        var date = _ticks.FirstDayReaching(total + 1);
        return Instant(date, Opening(date).From.Add(TimeSpan.FromTicks(total - _ticks.Before(date))));
    }

    /// <summary>
    /// The same time of day so many working days later: with equal hours on all days, the same as adding their hours.
    /// On a shorter day it is moved into its hours. UTC.
    /// </summary>
    /// <param name="start">Where counting begins; outside of working hours, at the next opening.</param>
    /// <param name="days">How many; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or leads beyond the year 9999.</exception>
    public DateTimeOffset AddWorkingDays(DateTimeOffset start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var first = NextWorkingTime(start);
        if (days == 0)
        {
            return first;
        }

        var (date, time) = Local(first);
        var number = _days.Before(date) + days;
        if (time == Opening(date).From)
        {
            // From opening time, the last of the days is over when it closes.
            var last = _days.FirstDayReaching(number);
            return Instant(last, Opening(last).To);
        }

        var target = _days.FirstDayReaching(number + 1);
        var opening = Opening(target);
        return Instant(target, time < opening.From ? opening.From : time > opening.To ? opening.To : time);
    }

    /// <summary>The working time from one instant to a later one; zero when it is not later.</summary>
    /// <param name="from">The earlier instant.</param>
    /// <param name="to">The later instant.</param>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to) =>
        to <= from ? TimeSpan.Zero : TimeSpan.FromTicks(TotalUntil(to) - TotalUntil(from));

    // All working time since the beginning of the calendar: the one function that everything else is a difference or an inverse of.
    private long TotalUntil(DateTimeOffset at)
    {
        var (date, time) = Local(at);
        var total = _ticks.Before(date);
        if (OpeningOn(date) is not { } opening || time <= opening.From)
        {
            return total;
        }

        return total + ((time < opening.To ? time : opening.To) - opening.From).Ticks;
    }

    private OpeningTime? OpeningOn(DateOnly date) => _holidays.Contains(date) ? null : _hours.Days.GetValueOrDefault(date.DayOfWeek);

    private OpeningTime Opening(DateOnly workingDay) => _hours.Days[workingDay.DayOfWeek];

    private (DateOnly Date, TimeOnly Time) Local(DateTimeOffset at)
    {
        var local = at.UtcDateTime + _offset;
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    private DateTimeOffset Instant(DateOnly date, TimeOnly time) =>
        new DateTimeOffset(date.ToDateTime(time), _offset).ToUniversalTime();
}
