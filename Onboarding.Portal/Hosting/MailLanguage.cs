using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Hosting;

/// <summary>A link in a mail brings the language in which the applicant is written to.</summary>
internal static class MailLanguage
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>
    /// Keeps the language of a private link for this browser and leaves its address for the one without it: a circuit takes the
    /// language of its own request, which has no query. Whatever the link leads to, so that nothing is told by it.
    /// </summary>
    public static Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsGet(context.Request.Method)
            && context.GetEndpoint()?.Metadata.GetMetadata<PrivateLinkAttribute>() is not null
            && context.Request.Query[PublicUrls.LanguageKey].ToString() is { Length: > 0 } language)
        {
            Keep(context, language);
            context.Response.Redirect((context.Request.PathBase + context.Request.Path).ToUriComponent());
            return Task.CompletedTask;
        }

        return next(context);
    }

    // The last link that was opened counts, and less than what the visitor has chosen. What is no language of ours changes nothing.
    private static void Keep(HttpContext context, string letters)
    {
        if (Preferences.OneOf(Languages.All, letters) is { } language)
        {
            context.Response.Cookies.Append(Preferences.LinkLanguageCookie, language, new CookieOptions
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
