using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers.Crm;

/// <summary>
/// Who may do what with the external CRM. Tim IT keeps the connection alive ("Menjamin sistem CRM berjalan dengan baik"), by numbers and
/// codes alone; Tim Kepatuhan sees what leaves the house.
/// </summary>
public static class CrmAccess
{
    /// <summary>Roles that see how the records stand there.</summary>
    public static IReadOnlyList<ActorRole> Readers { get; } = [ActorRole.InformationTechnology, ActorRole.Compliance];

    /// <summary>Roles that send again and compare.</summary>
    public static IReadOnlyList<ActorRole> Operators { get; } = [ActorRole.InformationTechnology];
}
