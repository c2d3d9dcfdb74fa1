using Onboarding.Core.Partners;

namespace Onboarding.Portal.Features.Administration.Partners;

/// <summary>What is typed about a partner.</summary>
public sealed class PartnerInput
{
    /// <summary>Name of the company.</summary>
    public string Name { get; set; } = "";

    /// <summary>Address for e-mail.</summary>
    public string Contact { get; set; } = "";

    /// <summary>The same for the core.</summary>
    public PartnerDetails Details => new(Name, Contact);
}
