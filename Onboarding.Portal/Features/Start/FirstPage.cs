using System.Security.Claims;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Features.Administration.Staff;
using Onboarding.Portal.Features.Dashboard;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Start;

/// <summary>Where a person begins the day: at the queue of the first of their roles, not at a list of links.</summary>
public static class FirstPage
{
    /// <summary>The address of that page.</summary>
    public static string Of(ClaimsPrincipal person) => StaffRoles.Of(person).Select(Of).FirstOrDefault() ?? AccountUrls.StaffHome;

    private static string? Of(ActorRole role) => role switch
    {
        ActorRole.CustomerService or ActorRole.Administration or ActorRole.InformationTechnology or ActorRole.Supervisor => QueueUrls.Of(role),
        ActorRole.Compliance => DashboardUrls.Page,
        ActorRole.Administrator => StaffUrls.List,
        ActorRole.Applicant or ActorRole.System or ActorRole.Partner => null,
    };
}
