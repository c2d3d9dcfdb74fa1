namespace Onboarding.Portal.Features.Administration.Products;

/// <summary>The addresses of the catalogue's settings.</summary>
public static class ProductUrls
{
    /// <summary>Every product.</summary>
    public const string List = "/administration/products";

    /// <summary>A product that is added. No product can have this code: codes are in capitals.</summary>
    public const string New = "/administration/products/new";

    /// <summary>One product.</summary>
    public static string Of(string code) => $"{List}/{Uri.EscapeDataString(code)}";

    /// <summary>The follow-up plan of a product.</summary>
    public static string FollowUps(string code) => $"{Of(code)}/follow-up";
}
