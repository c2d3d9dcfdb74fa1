using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;

namespace Onboarding.Portal.Features.Stage1Intake;

/// <summary>A product as the visitor reads it.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name, in the visitor's language.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Fee">Fee per month, for example <c>Rp349.000</c>.</param>
/// <param name="Kinds">Who may register for it now.</param>
public sealed record ProductCard(string Code, string Name, string Summary, string Fee, IReadOnlyList<CustomerKind> Kinds)
{
    /// <summary>The products that are offered to somebody.</summary>
    public static IReadOnlyList<ProductCard> Offered(IEnumerable<Product> products) =>
        [.. products.Select(Of).Where(product => product.Kinds.Count > 0)];

    /// <summary>A product in the visitor's language.</summary>
    public static ProductCard Of(Product product)
    {
        bool isEnglish = string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);
        return new ProductCard(
            product.Code,
            isEnglish ? product.NameEnglish : product.NameIndonesian,
            isEnglish ? product.SummaryEnglish : product.SummaryIndonesian,
            Rupiah(product.MonthlyFee),
            [.. Enum.GetValues<CustomerKind>().Where(product.IsOfferedTo)]);
    }

    /// <summary>Whether this kind of customer may register for it.</summary>
    public bool IsFor(CustomerKind kind) => Kinds.Contains(kind);

    // Rupiah have no cents in practice, and no space behind the sign.
    private static string Rupiah(decimal amount) => "Rp" + amount.ToString("N0", CultureInfo.GetCultureInfo("id-ID"));
}
