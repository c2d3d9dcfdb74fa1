namespace Onboarding.Core.Sla;

/// <summary>
/// The running total of an amount that each day of the week adds and a holiday does not.
/// Whole weeks are multiplied and holidays looked up, so that years cost no more than days.
/// </summary>
internal sealed class DayTotals
{
    private const int DaysOfWeek = 7;

    private readonly long[] _beforeWeekday = new long[DaysOfWeek + 1];
    private readonly int[] _holidays;
    private readonly long[] _lostBeforeHoliday;

    /// <summary>Totals of these amounts.</summary>
    /// <param name="amountOf">What a day of the week adds; not negative.</param>
    /// <param name="holidays">The days that add nothing.</param>
    public DayTotals(Func<DayOfWeek, long> amountOf, IEnumerable<DateOnly> holidays)
    {
        for (var weekday = 0; weekday < DaysOfWeek; weekday++)
        {
            // Day number 0 is Monday, 1 January of the year 1.
            _beforeWeekday[weekday + 1] = _beforeWeekday[weekday] + amountOf(DateOnly.FromDayNumber(weekday).DayOfWeek);
        }

        var sorted = holidays.Order().ToArray();
        _holidays = [.. sorted.Select(holiday => holiday.DayNumber)];
        _lostBeforeHoliday = new long[sorted.Length + 1];
        for (var index = 0; index < sorted.Length; index++)
        {
            _lostBeforeHoliday[index + 1] = _lostBeforeHoliday[index] + amountOf(sorted[index].DayOfWeek);
        }
    }

    /// <summary>The total of all days before this one.</summary>
    /// <param name="date">The day.</param>
    public long Before(DateOnly date) => Before(date.DayNumber);

    /// <summary>The first day at whose end the total is at least that.</summary>
    /// <param name="total">More than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The calendar ends before.</exception>
    public DateOnly FirstDayReaching(long total)
    {
        var low = 0;
        var high = DateOnly.MaxValue.DayNumber;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(total, Before(high));
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Before(middle + 1) >= total)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return DateOnly.FromDayNumber(low);
    }

    private long Before(int dayNumber)
    {
        var found = Array.BinarySearch(_holidays, dayNumber);
        var earlierHolidays = found >= 0 ? found : ~found;
        return (dayNumber / DaysOfWeek * _beforeWeekday[DaysOfWeek])
            + _beforeWeekday[dayNumber % DaysOfWeek]
            - _lostBeforeHoliday[earlierHolidays];
    }
}
