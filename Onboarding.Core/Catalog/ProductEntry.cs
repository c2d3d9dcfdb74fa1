namespace Onboarding.Core.Catalog;

/// <summary>A product in the catalogue: its code, and whether it is offered. What there is to say of it stands in its brochures.</summary>
public sealed class ProductEntry
{
    /// <summary>Greatest length of a code.</summary>
    public const int MaxCodeLength = 40;

    private ProductEntry()
    {
    }

    internal ProductEntry(string code, bool isOffered)
    {
        Code = code;
        IsOffered = isOffered;
    }

    /// <summary>Code, for example INTERNET-RUMAH. It never changes: cases, partners and addresses name it.</summary>
    public string Code { get; private set; } = string.Empty;

    /// <summary>Whether new registrations are taken.</summary>
    public bool IsOffered { get; private set; }

    internal void Offer(bool isOffered) => IsOffered = isOffered;
}
