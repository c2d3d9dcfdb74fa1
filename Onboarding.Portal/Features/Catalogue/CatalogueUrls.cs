using Onboarding.Core.Catalog;

namespace Onboarding.Portal.Features.Catalogue;

/// <summary>The addresses of a product's public page and papers.</summary>
public static class CatalogueUrls
{
    /// <summary>The brochure as a PDF file, below the page of the product.</summary>
    public const string BrochurePath = "/products/{code}/brochure.pdf";

    /// <summary>Panduan Penggunaan Layanan as a PDF file, below the page of the product.</summary>
    public const string GuidePath = "/products/{code}/guide.pdf";

    /// <summary>The blank registration form as a PDF file, below the page of the product.</summary>
    public const string BlankFormPath = "/products/{code}/registration-form.pdf";

    /// <summary>The page of a product.</summary>
    public static string Product(string code) => $"/products/{Uri.EscapeDataString(code.ToLowerInvariant())}";

    /// <summary>The brochure to print.</summary>
    public static string Brochure(string code) => $"{Product(code)}/brochure.pdf";

    /// <summary>Panduan Penggunaan Layanan to print.</summary>
    public static string Guide(string code) => $"{Product(code)}/guide.pdf";

    /// <summary>The blank Formulir Pendaftaran Pelanggan of a group of applicants.</summary>
    public static string BlankForm(string code, ApplicantGroup group) => $"{Product(code)}/registration-form.pdf?group={group}";
}
