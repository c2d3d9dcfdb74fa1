using Microsoft.AspNetCore.Mvc;

namespace Onboarding.Portal.Hosting;

/// <summary>
/// Where the forms of the preferences menu go. They only ever set a cookie to a value from a closed list and lead back to
/// a page of this portal, so they ask for no antiforgery token: a page inside a circuit has none to give.
/// </summary>
internal static class PreferenceEndpoints
{
    /// <summary>The path that the form posts to.</summary>
    public const string Path = "/preferences";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>Maps <c>POST /preferences</c> with one of the fields language, theme and zone.</summary>
    public static void MapPreferences(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Path, Change).AllowAnonymous().DisableAntiforgery();

    private static IResult Change(
        HttpContext context,
        [FromForm] string? language,
        [FromForm] string? theme,
        [FromForm] string? zone)
    {
        bool isChanged = Keep(context, Preferences.LanguageCookie, Languages.All, language)
            | Keep(context, Preferences.ThemeCookie, Preferences.Themes, theme)
            | Keep(context, Preferences.ZoneCookie, OfficeZones.Abbreviations, zone);
        return isChanged ? Results.LocalRedirect(CameFrom(context.Request)) : Results.BadRequest();
    }

    private static bool Keep(HttpContext context, string cookie, IEnumerable<string> allowed, string? value)
    {
        if (Preferences.OneOf(allowed, value) is not { } known)
        {
            return false;
        }

        context.Response.Cookies.Append(cookie, known, new CookieOptions
        {
            MaxAge = Lifetime,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
            // The theme is changed by script without a reload, so script must be able to write it.
            HttpOnly = !string.Equals(cookie, Preferences.ThemeCookie, StringComparison.Ordinal),
        });
        return true;
    }

    private static string CameFrom(HttpRequest request) =>
        request.GetTypedHeaders().Referer is { IsAbsoluteUri: true } page
            && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            && LocalUrl.IsLocal(page.PathAndQuery)
            ? page.PathAndQuery
            : "/";
}
