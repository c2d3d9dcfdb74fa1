namespace Onboarding.Portal.Security;

/// <summary>From where the visitor comes; one for each request or circuit. It serves rate limits and is kept nowhere.</summary>
public sealed class Visitor
{
    /// <summary>The network address, or "unknown".</summary>
    public string Address { get; private set; } = "unknown";

    /// <summary>Takes the address that the document's request came from; null changes nothing.</summary>
    public void Use(string? address) => Address = address ?? Address;
}
