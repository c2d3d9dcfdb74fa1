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

    /// <summary>When the stored copy was last read back and its hash compared (UTC), or null.</summary>
    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>Whether that comparison found the same content; null when it was never made.</summary>
    public bool? IsIntact { get; private set; }

    internal void RecordVerification(bool intact, DateTimeOffset at)
    {
        IsIntact = intact;
        VerifiedAt = at;
    }
}
