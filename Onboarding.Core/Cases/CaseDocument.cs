using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;

namespace Onboarding.Core.Cases;

/// <summary>One file of one version of a document of a case (SOP: Salinan Dokumen Identitas). Files are added, never overwritten.</summary>
public sealed class CaseDocument : KeptDocument
{
    private CaseDocument()
    {
    }

    internal CaseDocument(
        Guid id, Guid caseId, DocumentKind kind, DocumentPlace place, string fileName, TakenDocument taken, Guid? uploadId, string byId, string byName, DateTimeOffset at)
        : base(id, kind, fileName, taken, uploadId, at)
    {
        CaseId = caseId;
        Version = place.Version;
        Part = place.Part;
        ReplacementId = place.ReplacementId;
        UploadedById = byId;
        UploadedByName = byName;
        ProveAt = at;
    }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>1 for what came first of its kind in the case, then counting up with each replacement.</summary>
    public int Version { get; private set; }

    /// <summary>1 for the first file of its version, then counting up: what was sent together, and pages that were added to it.</summary>
    public int Part { get; private set; }

    /// <summary>
    /// The replacement it came with: the round of questions that it answers, or one sending of staff who said that it replaces
    /// what was there. Null for what came first, and for a further page of it.
    /// </summary>
    public Guid? ReplacementId { get; private set; }

    /// <summary>Who uploaded it.</summary>
    public string UploadedById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string UploadedByName { get; private set; } = string.Empty;

    /// <summary>When the stored file was last read back and its hash compared (UTC), or null.</summary>
    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>What that comparison found; null when it was never made.</summary>
    public DocumentIntegrity? Integrity { get; private set; }

    /// <summary>In how many places the file should lie, as it was last seen; 0 when nobody looked.</summary>
    public int Copies { get; private set; }

    /// <summary>In how many of them it was intact.</summary>
    public int IntactCopies { get; private set; }

    /// <summary>When the file is read back again (UTC).</summary>
    public DateTimeOffset ProveAt { get; private set; }

    /// <summary>Whether the last comparison found the same content; null when it was never made.</summary>
    public bool? IsIntact => Integrity is null ? null : Integrity == DocumentIntegrity.Intact;

    internal void RecordProof(DocumentProof proof, DateTimeOffset at, DateTimeOffset next)
    {
        Integrity = proof.Integrity;
        Copies = proof.Copies;
        IntactCopies = proof.IntactCopies;
        VerifiedAt = at;
        ProveAt = next;
    }

    internal void ProveFrom(DateTimeOffset at) => ProveAt = at;
}
