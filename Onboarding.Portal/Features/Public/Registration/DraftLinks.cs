using Onboarding.Core.Stages.Stage1Intake.Online;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Public.Registration;

/// <summary>
/// Treats the address of a form that was begun as the private link it is, and answers 404 where it leads nowhere. The page itself
/// lives in a circuit, where no status can be set any more.
/// </summary>
internal static class DraftLinks
{
    private static readonly string Route = PublicUrls.DraftRoute.TrimStart('/');

    /// <summary>Marks the route: its address does not travel on, is not cached, and guesses of it are counted.</summary>
    public static void Mark(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder route && IsDraft(route.RoutePattern.RawText))
        {
            endpoint.Metadata.Add(new PrivateLinkAttribute());
        }
    }

    /// <summary>Says in the status of the answer that the link leads nowhere.</summary>
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is RouteEndpoint endpoint && IsDraft(endpoint.RoutePattern.RawText) && context.GetRouteValue("Token") is string token)
        {
            // From a mail: whatever the link leads to, so that nothing is told by it, the page is read in the language of the mail. The
            // circuit takes the language of its own request, which has no query, so the address is left for one without it.
            if (context.Request.Query[PublicUrls.LanguageKey].ToString() is { Length: > 0 } language)
            {
                MailLanguage.Keep(context, language);
                context.Response.Redirect(PublicUrls.Draft(Uri.EscapeDataString(token)));
                return;
            }

            RegistrationDraftReader drafts = context.RequestServices.GetRequiredService<RegistrationDraftReader>();
            if (!await drafts.IsValidAsync(token, context.RequestAborted))
            {
                // As the answer starts: set before, the framework would take it for a page that does not exist and show that one.
                context.Response.OnStarting(AnswerNotFound, context.Response);
            }
        }

        await next(context);
    }

    private static bool IsDraft(string? route) => string.Equals(route?.TrimStart('/'), Route, StringComparison.OrdinalIgnoreCase);

    private static Task AnswerNotFound(object response)
    {
        ((HttpResponse)response).StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
