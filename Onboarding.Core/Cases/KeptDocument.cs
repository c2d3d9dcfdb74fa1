using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;

namespace Onboarding.Core.Cases;

/// <summary>What a document of a case and one that waits for its registration have in common: its content and what is known of it.</summary>
public abstract class KeptDocument
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    private protected KeptDocument()
    {
    }

    private protected KeptDocument(Guid id, DocumentKind kind, string fileName, TakenDocument taken, Guid? uploadId, DateTimeOffset at)
    {
        Id = id;
        UploadId = uploadId;
        Kind = kind;
        FileName = fileName;
        UploadedAt = at;
        ReceivedType = taken.ReceivedType;
        Hold(taken);
        NextCheckAt = taken.State == DocumentState.NotYetChecked ? at + FirstPause : null;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which upload brought it, as its sender numbered it: the same upload sent again makes no second document. Null where nobody sends again.</summary>
    public Guid? UploadId { get; private set; }

    /// <summary>What it is.</summary>
    public DocumentKind Kind { get; private set; }

    /// <summary>Name under which it was uploaded; shown, never used as a path.</summary>
    public string FileName { get; private set; } = string.Empty;

    /// <summary>Name under which the storage keeps its content. Content is never overwritten, so a late check that changes it gives a new one.</summary>
    public Guid FileId { get; private set; }

    /// <summary>Type of the content that is kept.</summary>
    public DocumentType Type { get; private set; }

    /// <summary>Type of the file as it came, found from its content, not from its name.</summary>
    public DocumentType ReceivedType { get; private set; }

    /// <summary>Length in bytes of the content.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the content, 32 bytes.</summary>
    public byte[] Sha256 { get; private set; } = [];

    /// <summary>The file's own key, wrapped by a master key.</summary>
    public byte[] WrappedKey { get; private set; } = [];

    /// <summary>Which master key wrapped it.</summary>
    public string KeyId { get; private set; } = string.Empty;

    /// <summary>When it was uploaded (UTC).</summary>
    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>What is known of the content.</summary>
    public DocumentState State { get; private set; }

    /// <summary>What the virus scanner called it, or the name of the <see cref="DocumentRejection"/> of a late check; else null.</summary>
    public string? Finding { get; private set; }

    /// <summary>True when the virus scanner saw the file as it came; false where none was set, or it was away and is not required.</summary>
    public bool IsVirusScanned { get; private set; }

    /// <summary>When it is looked into again (UTC); null when that is done.</summary>
    public DateTimeOffset? NextCheckAt { get; private set; }

    /// <summary>How often a late check found that what it needs is still away.</summary>
    public int CheckAttempts { get; private set; }

    /// <summary>Whether it can be opened and satisfies the checklist.</summary>
    public bool IsUsable => State == DocumentState.Usable;

    /// <summary>Whether the storage keeps its content.</summary>
    public bool HasContent => State != DocumentState.Removed;

    /// <summary>What the storage has to know to open it.</summary>
    public StoredDocument ToStored() => new(FileId, Type, Size, Sha256, Protection.MasterKeyId.Parse(KeyId), WrappedKey);

    internal TakenDocument ToTaken() => new(ToStored(), State, ReceivedType, Finding, Sha256) { IsVirusScanned = IsVirusScanned };

    /// <summary>Takes over what a late check found.</summary>
    internal void Settle(TakenDocument taken)
    {
        Hold(taken);
        NextCheckAt = null;
    }

    /// <summary>What the check needs is still away: it is tried again, less often each time.</summary>
    internal void Postpone(DateTimeOffset now)
    {
        CheckAttempts++;
        var pause = FirstPause * Math.Pow(2, Math.Min(CheckAttempts, 10));
        NextCheckAt = now + (pause < LongestPause ? pause : LongestPause);
    }

    /// <summary>The content goes; the entry stays and says why.</summary>
    internal void RemoveContent(string? finding)
    {
        State = DocumentState.Removed;
        Finding = finding ?? Finding;
        NextCheckAt = null;
    }

    private void Hold(TakenDocument taken)
    {
        FileId = taken.Stored.Id;
        Type = taken.Stored.Type;
        Size = taken.Stored.Size;
        Sha256 = taken.Stored.Sha256;
        WrappedKey = taken.Stored.WrappedKey;
        KeyId = taken.Stored.KeyId.ToString();
        State = taken.State;
        Finding = taken.Finding;
        IsVirusScanned = taken.IsVirusScanned;
    }
}
