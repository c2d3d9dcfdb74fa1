using System.Globalization;
using Onboarding.Core.Catalog;

namespace Onboarding.Portal.Features.Customers;

/// <summary>Names of products in the visitor's language; a code that is not known any more stays a code.</summary>
/// <param name="products">Every product. Their names are kept and nothing else: a page that is open all day need not hold their brochures.</param>
public sealed class ProductNames(IReadOnlyList<Product> products)
{
    private readonly (string Code, string Indonesian, string English)[] _all = [.. products.Select(product => (product.Code, product.NameIndonesian, product.NameEnglish))];

    /// <summary>Codes and names, in the order of the catalogue.</summary>
    public IEnumerable<(string Code, string Name)> All => _all.Select(product => (product.Code, Shown(product)));

    /// <summary>The name of a product.</summary>
    public string Of(string code) => Array.Find(_all, product => product.Code == code) is { Code: not null } found ? Shown(found) : code;

    private static string Shown((string Code, string Indonesian, string English) product) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? product.English : product.Indonesian;
}
