using Onboarding.Core.Documents;
using Onboarding.Core.Protection;

namespace Onboarding.Core.Reporting.Printing;

/// <summary>A row that may hold a printed file in the document storage, encrypted, for a limited time.</summary>
public abstract class PrintedFile
{
    private protected PrintedFile()
    {
    }

    /// <summary>Name under which the storage keeps the file; null when there is none, or none any more.</summary>
    public Guid? FileId { get; private set; }

    /// <summary>Its size in bytes.</summary>
    public long FileSize { get; private set; }

    /// <summary>SHA-256 of it, 32 bytes.</summary>
    public byte[]? FileSha256 { get; private set; }

    /// <summary>The file's own key, wrapped by a master key.</summary>
    public byte[]? WrappedKey { get; private set; }

    /// <summary>Which master key wrapped it.</summary>
    public string? KeyId { get; private set; }

    /// <summary>True while a file is kept.</summary>
    public bool HasFile => FileId is not null;

    /// <summary>What the storage has to know to open it, or null.</summary>
    internal StoredDocument? ToStored() => FileId is { } id
        ? new StoredDocument(id, DocumentType.Pdf, FileSize, FileSha256!, MasterKeyId.Parse(KeyId!), WrappedKey!)
        : null;

    /// <summary>Takes a file over.</summary>
    internal void Hold(StoredDocument stored)
    {
        FileId = stored.Id;
        FileSize = stored.Size;
        FileSha256 = stored.Sha256;
        WrappedKey = stored.WrappedKey;
        KeyId = stored.KeyId.ToString();
    }

    /// <summary>Forgets the file; whoever calls removes it after the commit.</summary>
    internal void Forget()
    {
        FileId = null;
        FileSha256 = null;
        WrappedKey = null;
        KeyId = null;
    }
}
