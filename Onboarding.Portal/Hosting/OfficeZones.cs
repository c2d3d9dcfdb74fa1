using Onboarding.Core.Time;

namespace Onboarding.Portal.Hosting;

/// <summary>Indonesia's three time zones by the abbreviations that people, cookies and settings use.</summary>
internal static class OfficeZones
{
    /// <summary>WIB, WITA, WIT: from west to east.</summary>
    public static IReadOnlyList<string> Abbreviations { get; } =
        [.. Enum.GetValues<IndonesianTimeZone>().Select(zone => zone.Abbreviation())];

    /// <summary>The zone of an abbreviation, or null when there is no such zone.</summary>
    public static IndonesianTimeZone? Find(string? abbreviation)
    {
        foreach (IndonesianTimeZone zone in Enum.GetValues<IndonesianTimeZone>())
        {
            if (string.Equals(zone.Abbreviation(), abbreviation, StringComparison.OrdinalIgnoreCase))
            {
                return zone;
            }
        }

        return null;
    }
}
