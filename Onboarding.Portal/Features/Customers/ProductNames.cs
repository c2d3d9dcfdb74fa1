using System.Globalization;
using Onboarding.Core.Catalog;

namespace Onboarding.Portal.Features.Customers;

/// <summary>Names of products in the visitor's language; a code that is not known any more stays a code.</summary>
/// <param name="products">Every product.</param>
public sealed class ProductNames(IReadOnlyList<Product> products)
{
    private readonly Dictionary<string, Product> _byCode = products.ToDictionary(product => product.Code, StringComparer.Ordinal);

    /// <summary>Codes and names, in the order of the catalogue.</summary>
    public IEnumerable<(string Code, string Name)> All => products.Select(product => (product.Code, Of(product.Code)));

    /// <summary>The name of a product.</summary>
    public string Of(string code) => !_byCode.TryGetValue(code, out Product? product) ? code
        : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? product.NameEnglish : product.NameIndonesian;
}
