namespace Onboarding.Core.Regions;

/// <summary>One official region.</summary>
/// <param name="Code">The Kemendagri code with dots, as the decree prints it: <c>31.71.03.1001</c>.</param>
/// <param name="Name">The official name.</param>
/// <param name="Level">Province, regency or city, district, or village.</param>
public sealed record Region(string Code, string Name, RegionLevel Level)
{
    /// <summary>
    /// Whether the code has been retired, for example when Papua was divided in 2022. Numbers and addresses that carry it stay
    /// valid; nobody chooses it any more.
    /// </summary>
    public bool IsFormer { get; init; }

    /// <summary>The code that the region of a former code has now, with dots; <see langword="null"/> where that is not known, or nothing changed.</summary>
    public string? PresentCode { get; init; }
}
