using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Portal.Hosting;

namespace Onboarding.Portal.Features.Stage1Intake;

/// <summary>A product as the visitor reads it.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name, in the visitor's language.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Fee">Fee per month, for example <c>Rp349.000</c>.</param>
/// <param name="Kinds">Who may register for it now.</param>
/// <param name="BrochureVersion">Version of the brochure in effect, which is what is shown here.</param>
/// <param name="Requirements">What it asks for beyond the usual.</param>
public sealed record ProductCard(
    string Code,
    string Name,
    string Summary,
    string Fee,
    IReadOnlyList<CustomerKind> Kinds,
    int BrochureVersion,
    IReadOnlyList<ProductRequirement> Requirements)
{
    /// <summary>The products that are offered to somebody.</summary>
    public static IReadOnlyList<ProductCard> Offered(IEnumerable<Product> products) =>
        [.. products.Select(Of).Where(product => product.Kinds.Count > 0)];

    /// <summary>A product in the visitor's language.</summary>
    public static ProductCard Of(Product product)
    {
        BrochureText text = product.Content.In(Languages.From(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
        return new ProductCard(
            product.Code,
            text.Name,
            text.Summary,
            Rupiah.Of(product.Content.MonthlyFee),
            [.. Enum.GetValues<CustomerKind>().Where(product.IsOfferedTo)],
            product.Brochure.Version,
            product.Content.Requirements);
    }

    /// <summary>Whether this kind of customer may register for it.</summary>
    public bool IsFor(CustomerKind kind) => Kinds.Contains(kind);
}
