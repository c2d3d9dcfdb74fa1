using Microsoft.AspNetCore.Authorization;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Queues;

/// <summary>A role's queue page opens for those alone who may look at that role's queues, one's own work for whoever may look at any; an address is easily typed.</summary>
internal static class QueuePageAccess
{
    /// <summary>Whether the person may look at what the page is about.</summary>
    /// <param name="context">What is asked: a request's endpoint, or a page inside a circuit. The hub has no role in its address.</param>
    public static bool IsSatisfied(AuthorizationHandlerContext context)
    {
        object? slug = context.Resource switch
        {
            HttpContext request => request.GetRouteValue(nameof(RoleQueuePage.Slug)),
            Microsoft.AspNetCore.Components.RouteData page => page.RouteValues.GetValueOrDefault(nameof(RoleQueuePage.Slug)),
            _ => null,
        };
        if (slug as string == QueueUrls.MineSlug)
        {
            return context.User.Identity?.IsAuthenticated == true && WorkQueues.VisibleTo(context.User.ToActor().Roles).Count > 0;
        }

        return QueueUrls.RoleOf(slug as string) is not { } role
            || (context.User.Identity?.IsAuthenticated == true
                && WorkQueues.WorkedBy(new HashSet<ActorRole> { role }).Any(WorkQueues.VisibleTo(context.User.ToActor().Roles).Contains));
    }
}
