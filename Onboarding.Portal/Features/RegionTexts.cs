using System.Globalization;
using Onboarding.Core.Regions;

namespace Onboarding.Portal.Features;

/// <summary>The words for an official region with all it lies in, in the Indonesian order: village first, province last.</summary>
public static class RegionTexts
{
    /// <summary>The region of a code on one line; a code that is not known is shown as it is.</summary>
    /// <param name="code">The code of any level, with or without dots.</param>
    public static string Line(string code)
    {
        RegionPath path = RegionDirectory.PathOf(code);
        return path.Lowest is not { } lowest ? code
            : lowest.IsFormer ? Format(DomainText.RegionFormerCode, Names(path), lowest.Code)
            : Names(path);
    }

    private static string Names(RegionPath path) => path switch
    {
        { Village: { } village, District: { } district, Regency: { } regency, Province: { } province } =>
            Format(DomainText.RegionLine, village.Name, district.Name, regency.Name, province.Name),
        _ => string.Join(", ", new[] { path.District?.Name, path.Regency?.Name, path.Province?.Name }.Where(name => name is not null)),
    };

    private static string Format(string text, params object[] arguments) => string.Format(CultureInfo.CurrentCulture, text, arguments);
}
