using System.Globalization;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;

namespace Onboarding.Portal.Hosting;

/// <summary>
/// Shows instants in the zone of the person who looks (WIB, WITA or WIT), or in the office's where nobody chose one.
/// One for each request or circuit. Instants are kept in UTC everywhere else.
/// </summary>
/// <param name="office">The office's working hours, which name its zone: setting <c>Sla:Zone</c>.</param>
/// <param name="clock">The clock that says what today is.</param>
public sealed class DisplayTime(WorkingHours office, TimeProvider clock)
{
    /// <summary>The zone in which instants are shown.</summary>
    public IndonesianTimeZone Zone { get; private set; } = office.Zone;

    /// <summary>The day it is in this zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local(clock.GetUtcNow()).DateTime);

    /// <summary>The present instant (UTC).</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Takes the zone that the visitor chose; a null or unknown abbreviation changes nothing.</summary>
    public void Use(string? abbreviation) => Zone = OfficeZones.Find(abbreviation) ?? Zone;

    /// <summary>The same instant with this zone's clock reading.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => instant.ToOffset(Zone.Offset());

    /// <summary><c>22/11/2026 15.05 WIB</c>.</summary>
    public string DateAndTime(DateTimeOffset instant) => $"{Format(instant, "dd/MM/yyyy HH.mm")} {Zone.Abbreviation()}";

    /// <summary><c>22/11/2026</c>.</summary>
    public string Date(DateTimeOffset instant) => Format(instant, "dd/MM/yyyy");

    /// <summary><c>15.05</c>.</summary>
    public string TimeOfDay(DateTimeOffset instant) => Format(instant, "HH.mm");

    private string Format(DateTimeOffset instant, string format) => Local(instant).ToString(format, CultureInfo.InvariantCulture);
}
