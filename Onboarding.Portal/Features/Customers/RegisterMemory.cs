namespace Onboarding.Portal.Features.Customers;

/// <summary>
/// What a person last searched for in the register, while the tab is open: so that coming back from a customer finds the same list. It is no
/// part of an address, because it can be somebody's number.
/// </summary>
public sealed class RegisterMemory
{
    /// <summary>What was searched for; empty for the whole list.</summary>
    public string Text { get; set; } = "";
}
