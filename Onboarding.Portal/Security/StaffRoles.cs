using System.Security.Claims;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Security;

/// <summary>The roles that a person can have: the SOP's five teams and the administrator, under the names the core gives them.</summary>
public static class StaffRoles
{
    /// <summary>Every role that a staff account can have, in the order of the SOP.</summary>
    public static IReadOnlyList<ActorRole> All { get; } =
    [
        ActorRole.CustomerService,
        ActorRole.Administration,
        ActorRole.InformationTechnology,
        ActorRole.Supervisor,
        ActorRole.Compliance,
        ActorRole.Administrator,
    ];

    /// <summary>The name of the role in the account store and in claims.</summary>
    public static string Name(ActorRole role) => role.ToString();

    /// <summary>The staff roles among a person's claims.</summary>
    public static IEnumerable<ActorRole> Of(ClaimsPrincipal person) => All.Where(role => person.IsInRole(Name(role)));
}
