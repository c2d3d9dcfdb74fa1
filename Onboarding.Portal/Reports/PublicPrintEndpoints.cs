using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Reporting;
using Onboarding.Portal.Features.Catalogue;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Reports;

/// <summary>
/// Brochures and blank forms for everyone. <c>?format=html</c> gives the page to print instead of the PDF file, <c>?language=en</c>
/// or <c>id</c> another language than the visitor's.
/// </summary>
internal static class PublicPrintEndpoints
{
    private const string PageFormat = "html";

    /// <summary>Maps them: anybody may read, and nobody as fast as they like.</summary>
    public static void MapPublicPrints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(CatalogueUrls.BrochurePath, static ([AsParameters] Parameters given) =>
            AnswerAsync(given, async (product, language, asPage) => await given.Prints.BrochureAsync(product, language, asPage), () => ReportText.BrochureFile))
            .AllowAnonymous().RequireRateLimiting(RateLimits.PublicPrint);
        endpoints.MapGet(CatalogueUrls.GuidePath, static ([AsParameters] Parameters given) =>
            AnswerAsync(given, async (product, language, asPage) => await given.Prints.GuideAsync(product, language, asPage), () => ReportText.GuideFile))
            .AllowAnonymous().RequireRateLimiting(RateLimits.PublicPrint);
        endpoints.MapGet(CatalogueUrls.BlankFormPath, static ([AsParameters] Parameters given) =>
            AnswerAsync(given, (product, language, asPage) => BlankFormAsync(given, product, language, asPage), () => ReportText.RegistrationFormFile))
            .AllowAnonymous().RequireRateLimiting(RateLimits.PublicPrint);
    }

    // The first group that the product is for, unless the address names another of them.
    private static async Task<IssuedReport?> BlankFormAsync(Parameters given, Product product, Language language, bool asPage)
    {
        IReadOnlyList<ApplicantGroup> groups = product.Content.Groups();
        ApplicantGroup group = groups[0];
        if (given.Group is not null && !(Enum.TryParse(given.Group, ignoreCase: true, out group) && groups.Contains(group)))
        {
            return null;
        }

        return await given.Prints.BlankFormAsync(product, group, await given.Products.PrivacyPolicyAsync(given.Http.RequestAborted), language, asPage);
    }

    private static async Task<IResult> AnswerAsync(
        Parameters given, Func<Product, Language, bool, Task<IssuedReport?>> print, Func<string> fileName)
    {
        string language = Preferences.OneOf(Languages.All, given.Language) ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        if (await given.Products.FindAsync(given.Code, given.Http.RequestAborted) is not { } product)
        {
            return Results.NotFound();
        }

        bool asPage = string.Equals(given.Format, PageFormat, StringComparison.OrdinalIgnoreCase);
        if (await print(product, Languages.From(language), asPage) is not { } printed)
        {
            return Results.NotFound();
        }

        // The address stays when the brochure changes, and the language is chosen by cookie.
        given.Http.Response.Headers.CacheControl = "private, no-cache";
        if (printed.Format == ReportFormat.Html)
        {
            return Results.Bytes(printed.Content, "text/html; charset=utf-8");
        }

        ContentDispositionHeaderValue disposition = new("inline");
        disposition.SetHttpFileName($"{product.Code.ToLowerInvariant()}-{fileName()}.pdf");
        given.Http.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(printed.Content, "application/pdf");
    }

    private sealed record Parameters(
        HttpContext Http,
        [FromServices] PublicPrints Prints,
        [FromServices] ProductReader Products,
        [FromRoute] string Code,
        [FromQuery] string? Group,
        [FromQuery] string? Format,
        [FromQuery] string? Language);
}
