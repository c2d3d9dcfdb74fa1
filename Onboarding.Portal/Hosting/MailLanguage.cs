namespace Onboarding.Portal.Hosting;

/// <summary>A link in a mail brings the language in which the applicant is written to.</summary>
internal static class MailLanguage
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>Keeps the language of a link for this browser, unless the visitor has chosen one. What is no language of ours changes nothing.</summary>
    public static void Keep(HttpContext context, string letters)
    {
        if (Preferences.OneOf(Languages.All, letters) is { } language && !context.Request.Cookies.ContainsKey(Preferences.LanguageCookie))
        {
            context.Response.Cookies.Append(Preferences.LanguageCookie, language, new CookieOptions
            {
                MaxAge = Lifetime,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
                HttpOnly = true,
            });
        }
    }
}
