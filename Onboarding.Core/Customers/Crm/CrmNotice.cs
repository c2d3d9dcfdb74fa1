using Onboarding.Core.Queues;

namespace Onboarding.Core.Customers.Crm;

/// <summary>The notice that something about the external CRM changed: of interest to its page alone.</summary>
public static class CrmNotice
{
    /// <summary>What stands in the place of a number.</summary>
    public const string Number = "CRM";

    /// <summary>About a customer, or a run.</summary>
    internal static CaseChange Of(Guid id) => new(id, Number, 0, []);
}
