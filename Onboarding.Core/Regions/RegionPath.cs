namespace Onboarding.Core.Regions;

/// <summary>A region with everything above it. Parts below the code that was given are <see langword="null"/>.</summary>
/// <param name="Province">Provinsi.</param>
/// <param name="Regency">Kabupaten or kota.</param>
/// <param name="District">Kecamatan.</param>
/// <param name="Village">Kelurahan or desa.</param>
public sealed record RegionPath(Region? Province, Region? Regency, Region? District, Region? Village)
{
    /// <summary>No region at all.</summary>
    public static RegionPath None { get; } = new(null, null, null, null);

    /// <summary>The lowest region of it, or nothing.</summary>
    public Region? Lowest => Village ?? District ?? Regency ?? Province;

    /// <summary>The region of a level, or nothing where the path does not go that far.</summary>
    public Region? At(RegionLevel level) => level switch
    {
        RegionLevel.Province => Province,
        RegionLevel.Regency => Regency,
        RegionLevel.District => District,
        RegionLevel.Village => Village,
    };

    /// <summary>Whether the code is a retired one.</summary>
    public bool IsFormer => Lowest is { IsFormer: true };

    /// <summary>
    /// The same place under the codes of today: itself, or for a former code the region it became, as far down as that is
    /// known. Without anything known it is the former path.
    /// </summary>
    public RegionPath Present =>
        new[] { Village, District, Regency }.FirstOrDefault(region => region?.PresentCode is not null) is { } moved
            ? RegionDirectory.PathOf(moved.PresentCode)
            : this;
}
