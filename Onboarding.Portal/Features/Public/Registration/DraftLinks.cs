using Onboarding.Core.Stages.Stage1Intake.Online;
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
