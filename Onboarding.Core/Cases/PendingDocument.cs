using Onboarding.Core.Documents;

namespace Onboarding.Core.Cases;

/// <summary>
/// A document uploaded before its registration is sent in. It waits under the submission's key and becomes part of
/// the case with it; what is never sent in is removed after a day.
/// </summary>
public sealed class PendingDocument
{
    private PendingDocument()
    {
    }

    internal PendingDocument(Guid submissionKey, DocumentKind kind, string fileName, StoredDocument stored, DateTimeOffset at)
    {
        Id = stored.Id;
        SubmissionKey = submissionKey;
        Kind = kind;
        FileName = fileName;
        Type = stored.Type;
        Size = stored.Size;
        Sha256 = stored.Sha256;
        WrappedKey = stored.WrappedKey;
        KeyId = stored.KeyId.ToString();
        UploadedAt = at;
    }

    /// <summary>Identity, also in the storage.</summary>
    public Guid Id { get; private set; }

    /// <summary>Key of the submission it belongs to.</summary>
    public Guid SubmissionKey { get; private set; }

    /// <summary>What it is.</summary>
    public DocumentKind Kind { get; private set; }

    /// <summary>Name under which it was uploaded.</summary>
    public string FileName { get; private set; } = string.Empty;

    /// <summary>Type found from the content.</summary>
    public DocumentType Type { get; private set; }

    /// <summary>Length in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the content.</summary>
    public byte[] Sha256 { get; private set; } = [];

    /// <summary>The file's own key, wrapped.</summary>
    public byte[] WrappedKey { get; private set; } = [];

    /// <summary>Which master key wrapped it.</summary>
    public string KeyId { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset UploadedAt { get; private set; }

    internal StoredDocument ToStored() => new(Id, Type, Size, Sha256, Protection.MasterKeyId.Parse(KeyId), WrappedKey);
}
