using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Components.Layout;

/// <summary>The roles by the names that the SOP gives them.</summary>
public static class RoleNames
{
    /// <summary>The role in the visitor's language.</summary>
    public static string Of(ActorRole role) => role switch
    {
        ActorRole.CustomerService => LayoutText.RoleCustomerService,
        ActorRole.Administration => LayoutText.RoleAdministration,
        ActorRole.InformationTechnology => LayoutText.RoleInformationTechnology,
        ActorRole.Supervisor => LayoutText.RoleSupervisor,
        ActorRole.Compliance => LayoutText.RoleCompliance,
        ActorRole.Administrator => LayoutText.RoleAdministrator,
        ActorRole.Applicant => LayoutText.RoleApplicant,
        ActorRole.System => LayoutText.RoleSystem,
        ActorRole.Partner => LayoutText.RolePartner,
    };

    /// <summary>Several roles in one line.</summary>
    public static string Join(IEnumerable<ActorRole> roles) => string.Join(", ", roles.Select(Of));
}
