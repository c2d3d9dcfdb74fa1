namespace Onboarding.Core.Documents.Inspection;

/// <summary>A document that was taken in: where its content lies and what is known of it.</summary>
/// <param name="Stored">Where the content lies.</param>
/// <param name="State">What is known of it.</param>
/// <param name="ReceivedType">The type of the file as it came.</param>
/// <param name="Finding">What the virus scanner called it, else null.</param>
/// <param name="ReceivedSha256">SHA-256 of the file as it came, for the audit trail: what is kept may have been made of it.</param>
public sealed record TakenDocument(StoredDocument Stored, DocumentState State, DocumentType ReceivedType, string? Finding, byte[] ReceivedSha256)
{
    /// <summary>True when the virus scanner saw it as it came.</summary>
    public bool IsVirusScanned { get; init; }

    /// <summary>A document of the program's own making, which nobody needs to look into.</summary>
    /// <param name="stored">Where its content lies.</param>
    public static TakenDocument OwnWork(StoredDocument stored) => new(stored, DocumentState.Usable, stored.Type, null, stored.Sha256);
}
