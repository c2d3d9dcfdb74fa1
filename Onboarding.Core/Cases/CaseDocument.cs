using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;

namespace Onboarding.Core.Cases;

/// <summary>One version of one document of a case (SOP: Salinan Dokumen Identitas). Versions are added, never overwritten.</summary>
public sealed class CaseDocument : KeptDocument
{
    private CaseDocument()
    {
    }

    internal CaseDocument(
        Guid id, Guid caseId, DocumentKind kind, int version, string fileName, TakenDocument taken, Guid? uploadId, string byId, string byName, DateTimeOffset at)
        : base(id, kind, fileName, taken, uploadId, at)
    {
        CaseId = caseId;
        Version = version;
        UploadedById = byId;
        UploadedByName = byName;
    }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>1 for the first of its kind in the case, then counting up.</summary>
    public int Version { get; private set; }

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
