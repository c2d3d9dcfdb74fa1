using Onboarding.Core.Documents;

namespace Onboarding.Core.Cases;

/// <summary>One version of one document of a case (SOP: Salinan Dokumen Identitas). Versions are added, never overwritten.</summary>
public sealed class CaseDocument
{
    private CaseDocument()
    {
    }

    internal CaseDocument(Guid caseId, DocumentKind kind, int version, string fileName, StoredDocument stored, string byId, string byName, DateTimeOffset at)
    {
        Id = stored.Id;
        CaseId = caseId;
        Kind = kind;
        Version = version;
        FileName = fileName;
        Type = stored.Type;
        Size = stored.Size;
        Sha256 = stored.Sha256;
        WrappedKey = stored.WrappedKey;
        KeyId = stored.KeyId.ToString();
        UploadedById = byId;
        UploadedByName = byName;
        UploadedAt = at;
    }

    /// <summary>Identity, also the name under which the storage keeps it.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>What it is.</summary>
    public DocumentKind Kind { get; private set; }

    /// <summary>1 for the first of its kind in the case, then counting up.</summary>
    public int Version { get; private set; }

    /// <summary>Name under which it was uploaded; shown, never used as a path.</summary>
    public string FileName { get; private set; } = string.Empty;

    /// <summary>Type found from the content, not from the name.</summary>
    public DocumentType Type { get; private set; }

    /// <summary>Length in bytes of the content.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the content, 32 bytes.</summary>
    public byte[] Sha256 { get; private set; } = [];

    /// <summary>The file's own key, wrapped by a master key.</summary>
    public byte[] WrappedKey { get; private set; } = [];

    /// <summary>Which master key wrapped it.</summary>
    public string KeyId { get; private set; } = string.Empty;

    /// <summary>Who uploaded it.</summary>
    public string UploadedById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string UploadedByName { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>When the stored copy was last read back and its hash compared (UTC), or null.</summary>
    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>Whether that comparison found the same content; null when it was never made.</summary>
    public bool? IsIntact { get; private set; }

    /// <summary>What the storage has to know to open it.</summary>
    public StoredDocument ToStored() => new(Id, Type, Size, Sha256, Protection.MasterKeyId.Parse(KeyId), WrappedKey);

    internal void RecordVerification(bool intact, DateTimeOffset at)
    {
        IsIntact = intact;
        VerifiedAt = at;
    }
}
