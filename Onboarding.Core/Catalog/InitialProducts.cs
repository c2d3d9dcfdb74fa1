namespace Onboarding.Core.Catalog;

/// <summary>The products a new installation starts with; the company replaces them by its own.</summary>
internal static class InitialProducts
{
    private static readonly DateTimeOffset ValidFrom = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly (string Code, BrochureContent Content)[] All =
    [
        ("INTERNET-RUMAH", InitialHomeInternet.Brochure),
        ("INTERNET-BISNIS", InitialBusinessInternet.Brochure),
        ("AWAN-KANTOR", InitialOfficeCloud.Brochure),
    ];

    public static IReadOnlyList<ProductEntry> Entries() => [.. All.Select(product => new ProductEntry(product.Code, isOffered: true))];

    public static IReadOnlyList<Brochure> Brochures() =>
        [.. All.Select(product => new Brochure(product.Code, 1, product.Content, ValidFrom, "system", "system", ValidFrom))];
}
