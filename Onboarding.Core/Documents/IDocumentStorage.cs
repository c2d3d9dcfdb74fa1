using Onboarding.Core.Results;

namespace Onboarding.Core.Documents;

/// <summary>
/// Keeps the content of documents, encrypted (SOP stage 3, "sistem penyimpanan digital perusahaan").
/// It knows nothing of cases: the caller records the <see cref="StoredDocument"/> in its own transaction,
/// and deletes the file again when that transaction fails. Content is never overwritten.
/// </summary>
public interface IDocumentStorage
{
    /// <summary>
    /// Stores content in one pass: judges, hashes and encrypts it while it is read, in memory that does not grow with it.
    /// Reading stops as soon as a rejection is certain. Whatever ends it early leaves nothing behind.
    /// </summary>
    /// <param name="id">A new id; one that was never stored.</param>
    /// <param name="content">The content, read to its end; it stays open.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <returns>What to record, or a refusal <see cref="RefusalCode.DocumentRejected"/> with the name of a <see cref="DocumentRejection"/>.</returns>
    /// <exception cref="InvalidOperationException">The id is in use.</exception>
    /// <exception cref="IOException">The content or the storage failed.</exception>
    Task<Result<StoredDocument>> StoreAsync(Guid id, Stream content, CancellationToken cancellationToken);

    /// <summary>Opens content for reading; the stream decrypts and authenticates as it is read, and can seek.</summary>
    /// <param name="document">What was recorded when it was stored.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="DocumentUnreadableException">The file is missing or altered or its key unknown; reading the stream throws it too.</exception>
    Task<Stream> OpenAsync(StoredDocument document, CancellationToken cancellationToken);

    /// <summary>Reads the whole file and each of its copies again and compares them with what was recorded.</summary>
    /// <param name="document">What was recorded when it was stored.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    Task<DocumentProof> VerifyAsync(StoredDocument document, CancellationToken cancellationToken);

    /// <summary>
    /// Puts an intact copy in every place where the file is missing or damaged; what was damaged is put aside there. Where no
    /// place has an intact one, nothing changes.
    /// </summary>
    /// <param name="document">What was recorded when it was stored.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How it stands afterwards.</returns>
    Task<DocumentProof> RestoreAsync(StoredDocument document, CancellationToken cancellationToken);

    /// <summary>Removes a file for good. Removing one that is not there is no error.</summary>
    /// <param name="id">The stored file.</param>
    /// <param name="cancellationToken">Ends the removal.</param>
    Task DeleteAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>True when there is a file under this id; it is not opened.</summary>
    /// <param name="id">The stored file.</param>
    bool Contains(Guid id);

    /// <summary>
    /// The ids of all files that were stored before an instant, read while they are asked for; also of copies whose file is
    /// gone, since a disk that was away when a file was removed still has them.
    /// </summary>
    /// <param name="instant">The instant.</param>
    IEnumerable<Guid> StoredBefore(DateTimeOffset instant);

    /// <summary>Wraps the file's key with the active master key. The file stays as it is; only the record changes.</summary>
    /// <param name="document">What was recorded when it was stored.</param>
    /// <returns>What to record from now on.</returns>
    /// <exception cref="DocumentUnreadableException">The wrapped key was altered, or its master key is unknown.</exception>
    StoredDocument Rewrap(StoredDocument document);
}
