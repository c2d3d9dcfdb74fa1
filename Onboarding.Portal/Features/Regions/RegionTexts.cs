using System.Globalization;
using Onboarding.Core.Regions;

namespace Onboarding.Portal.Features.Regions;

/// <summary>The words for an official region with all it lies in, in the Indonesian order: village first, province last.</summary>
public static class RegionTexts
{
    /// <summary>The region of a code on one line; a code that is not known is shown as it is.</summary>
    /// <param name="code">The code of any level, with or without dots.</param>
    public static string Line(string code)
    {
        RegionPath path = RegionDirectory.PathOf(code);
        return path.Lowest is not { } lowest ? code
            : lowest.IsFormer ? Format(RegionText.FormerCode, Names(path), lowest.Code)
            : Names(path);
    }

    /// <summary>What a region lies in, from the nearest to the province; empty for a province.</summary>
    /// <param name="region">The region.</param>
    public static string Around(Region region)
    {
        RegionPath path = RegionDirectory.PathOf(region.Code);
        return string.Join(", ", new[] { path.District, path.Regency, path.Province }.OfType<Region>().Where(above => above.Level < region.Level).Select(Named));
    }

    // A district often has the name of a village in it or of the town around it.
    private static string Named(Region region) => region.Level == RegionLevel.District ? Format(RegionText.DistrictName, region.Name) : region.Name;

    private static string Names(RegionPath path) =>
        string.Join(", ", new[] { path.Village, path.District, path.Regency, path.Province }.OfType<Region>().Select(Named));

    private static string Format(string text, params object[] arguments) => string.Format(CultureInfo.CurrentCulture, text, arguments);
}
