namespace Onboarding.Core.Regions;

/// <summary>
/// The official regions of Indonesia from province to village, by the codes of the Ministry of Home Affairs (not those of
/// BPS). Offline, read once when first asked for; see <c>README.md</c> beside it for source, licence and refreshing.
/// </summary>
public static class RegionDirectory
{
    /// <summary>Matches that a search returns when nothing else is asked.</summary>
    public const int DefaultMatches = 20;

    /// <summary>Fewer letters and digits than this find nothing.</summary>
    public const int LeastLetters = 3;

    private static readonly Lazy<RegionTable> Table = new(RegionTable.Load);

    private static readonly Lazy<IReadOnlyList<Region>> AllProvinces = new(() => ByName(Table.Value.Children(0, RegionLevel.Province)));

    /// <summary>Decree, year and licence of the list.</summary>
    public static RegionSource Source => Table.Value.Source;

    /// <summary>How many regions have a code today, on all levels together.</summary>
    public static int Count => Table.Value.Count;

    /// <summary>The provinces, by name.</summary>
    public static IReadOnlyList<Region> Provinces => AllProvinces.Value;

    /// <summary>The regencies and cities of a province, by name; empty for a code that is none.</summary>
    /// <param name="provinceCode">Two digits.</param>
    public static IReadOnlyList<Region> RegenciesOf(string? provinceCode) => ChildrenOf(provinceCode, RegionLevel.Regency);

    /// <summary>The districts of a regency or city, by name; empty for a code that is none.</summary>
    /// <param name="regencyCode">Four digits, with or without dots.</param>
    public static IReadOnlyList<Region> DistrictsOf(string? regencyCode) => ChildrenOf(regencyCode, RegionLevel.District);

    /// <summary>The villages of a district, by name; empty for a code that is none.</summary>
    /// <param name="districtCode">Six digits, with or without dots.</param>
    public static IReadOnlyList<Region> VillagesOf(string? districtCode) => ChildrenOf(districtCode, RegionLevel.Village);

    /// <summary>The current regions directly in another, by name; empty for a village and for a code that is none.</summary>
    /// <param name="code">The code of any level, with or without dots.</param>
    public static IReadOnlyList<Region> ChildrenOf(string? code) =>
        RegionCodeText.Read(code) is { Level: < RegionLevel.Village } read ? ByName(Table.Value.Children(read.Key, read.Level + 1)) : [];

    /// <summary>
    /// The region of a code: a current one, else one whose code has been retired, else nothing. A code that is not found may
    /// still be genuine: codes retired before 2010 are listed nowhere.
    /// </summary>
    /// <param name="code">The code of any level, with or without dots.</param>
    public static Region? Find(string? code) =>
        RegionCodeText.Read(code) is { } read ? Table.Value.Find(read.Key, read.Level) : null;

    /// <summary>The region of a code with all that it lies in; <see cref="RegionPath.None"/> for an unknown code.</summary>
    /// <param name="code">The code of any level, with or without dots.</param>
    public static RegionPath PathOf(string? code)
    {
        if (RegionCodeText.Read(code) is not { } read || Table.Value.Find(read.Key, read.Level) is null)
        {
            return RegionPath.None;
        }

        return new RegionPath(At(RegionLevel.Province), At(RegionLevel.Regency), At(RegionLevel.District), At(RegionLevel.Village));

        Region? At(RegionLevel level) =>
            level > read.Level ? null : Table.Value.Find(RegionCodeText.Above(read.Key, level), level);
    }

    /// <summary>Current regencies, districts and villages by a part of their name, best first.</summary>
    /// <param name="text">What was typed: the beginning of a word of the name, with or without names of the regions around it. Fewer than <see cref="LeastLetters"/> letters find nothing.</param>
    /// <param name="limit">The most matches wanted.</param>
    /// <param name="hint">What is known of the place already; it orders equally good matches.</param>
    public static IReadOnlyList<Region> Search(string? text, int limit = DefaultMatches, RegionHint? hint = null) => RegionSearch.Find(Table.Value, text, limit, hint);

    private static IReadOnlyList<Region> ChildrenOf(string? code, RegionLevel level) =>
        RegionCodeText.Read(code) is { } read && read.Level == level - 1 ? ChildrenOf(code) : [];

    private static IReadOnlyList<Region> ByName(IEnumerable<Region> regions) =>
        [.. regions.OrderBy(region => region.Name, StringComparer.OrdinalIgnoreCase)];
}
