using Onboarding.Core.Cases;
using Onboarding.Core.Imports;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Imports;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Hosting;

/// <summary>
/// Answers 404 to a queue or an import that there is not, and to a case, also by the address of its draft, that there is not or that
/// this person may not look into: one answer for both, so that it does not tell which. The pages themselves live in a circuit, where no status can be set any more.
/// </summary>
internal static class StaffAddresses
{
    /// <summary>Asked after the policies: who may open no queue and no case at all was answered 403 whatever the address says.</summary>
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (await LeadsSomewhereAsync(context))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static async Task<bool> LeadsSomewhereAsync(HttpContext context)
    {
        string? route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        if (IsRoute(route, QueueUrls.Route))
        {
            return QueueUrls.IsPage(context.GetRouteValue(nameof(RoleQueuePage.Slug)) as string);
        }

        if ((IsRoute(route, CaseUrls.Route) || IsRoute(route, IntakeUrls.DraftRoute)) && context.GetRouteValue(nameof(CasePage.Number)) is string number)
        {
            CaseFileReader cases = context.RequestServices.GetRequiredService<CaseFileReader>();
            return await cases.IsOpenToAsync(number, context.User.ToActor(), context.RequestAborted);
        }

        if (IsRoute(route, ImportUrls.Route) && Guid.TryParse(context.GetRouteValue(nameof(ImportPage.Id)) as string, out Guid import))
        {
            ImportReader imports = context.RequestServices.GetRequiredService<ImportReader>();
            return (await imports.FindAsync(import, context.User.ToActor(), context.RequestAborted)).IsDone;
        }

        return true;
    }

    private static bool IsRoute(string? route, string page) => string.Equals(route?.TrimStart('/'), page.TrimStart('/'), StringComparison.OrdinalIgnoreCase);
}
