namespace Onboarding.Core.Customers.Crm;

/// <summary>Whether there is an external CRM, and what it is told. The host replaces it by its settings.</summary>
/// <param name="IsOn">True when changes are sent.</param>
/// <param name="Mapping">Which fields go under which names.</param>
public sealed record CrmRules(bool IsOn, CrmMapping Mapping)
{
    /// <summary>Nothing is sent.</summary>
    public static CrmRules Off { get; } = new(IsOn: false, CrmMapping.Empty);
}
