using Onboarding.Core.Time;

namespace Onboarding.Core.Sla;

/// <summary>The weekly working hours of the office. No break is taken out: an SLA runs through lunch.</summary>
public sealed class WorkingHours
{
    /// <summary>Hours that differ by day.</summary>
    /// <param name="zone">The zone of the office.</param>
    /// <param name="days">The working days with their hours; a day that is missing is free.</param>
    /// <exception cref="ArgumentException">There is no working day, so nothing could ever become due.</exception>
    public WorkingHours(IndonesianTimeZone zone, IReadOnlyDictionary<DayOfWeek, OpeningTime> days)
    {
        if (days.Count == 0)
        {
            throw new ArgumentException("The week has no working time: name at least one working day.", nameof(days));
        }

        Zone = zone;
        Days = days.ToDictionary();
    }

    /// <summary>Monday to Friday, 08.00 to 17.00 WIB.</summary>
    public static WorkingHours Default { get; } = Every(
        IndonesianTimeZone.Wib,
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        new OpeningTime(new TimeOnly(8, 0), new TimeOnly(17, 0)));

    /// <summary>The zone of the office.</summary>
    public IndonesianTimeZone Zone { get; }

    /// <summary>The working days with their hours.</summary>
    public IReadOnlyDictionary<DayOfWeek, OpeningTime> Days { get; }

    /// <summary>The same hours on every working day.</summary>
    /// <param name="zone">The zone of the office.</param>
    /// <param name="days">The working days.</param>
    /// <param name="opening">The hours of each.</param>
    /// <exception cref="ArgumentException">There is no working day.</exception>
    public static WorkingHours Every(IndonesianTimeZone zone, IEnumerable<DayOfWeek> days, OpeningTime opening) =>
        new(zone, days.Distinct().ToDictionary(day => day, _ => opening));
}
