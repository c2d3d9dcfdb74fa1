using System.Collections.Concurrent;
using System.Globalization;

namespace Onboarding.Portal.Features.Stage1Intake;

/// <summary>The countries that issue passports to foreigners, by their names in the visitor's language.</summary>
internal static class Countries
{
    private const string Indonesia = "ID";
    private const int CodeLength = 2;

    private static readonly ConcurrentDictionary<string, IReadOnlyList<(string Value, string Text)>> ByLanguage = new(StringComparer.Ordinal);

    /// <summary>Codes (ISO 3166-1) and names, by name.</summary>
    public static IReadOnlyList<(string Value, string Text)> All => ByLanguage.GetOrAdd(CultureInfo.CurrentUICulture.Name, _ => Read());

    /// <summary>The name of a country; the code itself where it is unknown.</summary>
    public static string Name(string code) =>
        All.FirstOrDefault(country => string.Equals(country.Value, code, StringComparison.OrdinalIgnoreCase)).Text ?? code;

    // The regions that the operating system knows; world regions have digits for codes.
    private static IReadOnlyList<(string Value, string Text)> Read() =>
        [.. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name))
            .Where(region => region.TwoLetterISORegionName.Length == CodeLength && char.IsAsciiLetterUpper(region.TwoLetterISORegionName[0]))
            .DistinctBy(region => region.TwoLetterISORegionName, StringComparer.Ordinal)
            .Where(region => !string.Equals(region.TwoLetterISORegionName, Indonesia, StringComparison.Ordinal))
            .Select(region => (region.TwoLetterISORegionName, region.DisplayName))
            .OrderBy(country => country.DisplayName, StringComparer.CurrentCulture)];
}
