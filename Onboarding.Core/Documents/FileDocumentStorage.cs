using System.Security.Cryptography;
using Onboarding.Core.Protection;
using Onboarding.Core.Results;

namespace Onboarding.Core.Documents;

/// <summary>
/// Keeps documents as encrypted files in a folder, and copies of them in others where settings name some. A copy that cannot be
/// written does not stop the upload: the proof of the storage finds that it is missing and makes it up.
/// </summary>
public sealed class FileDocumentStorage : IDocumentStorage
{
    private readonly DocumentFolder _main;
    private readonly IReadOnlyList<DocumentFolder> _mirrors;
    private readonly Envelope _keys;

    /// <summary>Opens the storage; its folder is made when it is missing, those of the copies are not.</summary>
    /// <param name="options">Where the files are.</param>
    /// <param name="ring">The master keys that wrap the keys of the files.</param>
    /// <exception cref="ArgumentException">No folder is set.</exception>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be made.</exception>
    public FileDocumentStorage(DocumentStorageOptions options, MasterKeyRing ring)
    {
        if (string.IsNullOrWhiteSpace(options.Folder))
        {
            throw new ArgumentException("No folder for the documents is set.", nameof(options));
        }

        _main = new DocumentFolder(options.Folder);
        _mirrors = [.. options.Mirrors.Where(mirror => !string.IsNullOrWhiteSpace(mirror)).Select(mirror => new DocumentFolder(mirror))];
        _keys = new Envelope(ring, "document-key");
        _main.Create();
    }

    /// <inheritdoc />
    public async Task<Result<StoredDocument>> StoreAsync(Guid id, Stream content, CancellationToken cancellationToken)
    {
        if (Contains(id))
        {
            throw new InvalidOperationException($"The document {id:D} is stored already; content is never overwritten.");
        }

        var incoming = _main.NewIncoming(id);
        var key = RandomNumberGenerator.GetBytes(ChunkCipher.KeySize);
        try
        {
            var wrappedKey = _keys.Seal(key, KeyPurpose(id));
            using var cipher = new ChunkCipher(key, id);
            var received = await ReceiveAsync(incoming, content, cipher, cancellationToken);
            if (received.Refusal is { } refusal)
            {
                return refusal;
            }

            _main.TakeIn(incoming, id);
            foreach (var mirror in _mirrors)
            {
                await TryCopyAsync(_main, mirror, id);
            }

            var measured = received.Value;
            return new StoredDocument(id, measured.Type, measured.Size, measured.Sha256, Envelope.KeyIdOf(wrappedKey), wrappedKey);
        }
        finally
        {
            // After the rename there is nothing under this name any more.
            File.Delete(incoming);
        }
    }

    /// <inheritdoc />
    public Task<Stream> OpenAsync(StoredDocument document, CancellationToken cancellationToken) => OpenAsync(_main, document, cancellationToken);

    /// <inheritdoc />
    public async Task<DocumentProof> VerifyAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        var found = await VerifyEachAsync(document, cancellationToken);
        return new DocumentProof(found[0].Integrity, found.Count, found.Count(place => place.Integrity == DocumentIntegrity.Intact));
    }

    /// <inheritdoc />
    public async Task<DocumentProof> RestoreAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        var found = await VerifyEachAsync(document, cancellationToken);
        if (found.Find(place => place.Integrity == DocumentIntegrity.Intact).Folder is { } source)
        {
            foreach (var (folder, _) in found.Where(place => place.Integrity != DocumentIntegrity.Intact))
            {
                await TryCopyAsync(source, folder, document.Id);
            }
        }

        return await VerifyAsync(document, cancellationToken);
    }

    /// <inheritdoc />
    public Task DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _main.Delete(id);
        foreach (var mirror in _mirrors)
        {
            mirror.Delete(id);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public bool Contains(Guid id) => File.Exists(_main.PathOf(id));

    /// <inheritdoc />
    public IEnumerable<Guid> StoredBefore(DateTimeOffset instant) =>
        _main.StoredBefore(instant).Concat(_mirrors.SelectMany(mirror => mirror.StoredBefore(instant)).Where(id => !Contains(id)));

    /// <inheritdoc />
    public StoredDocument Rewrap(StoredDocument document)
    {
        var key = UnwrapKey(document);
        try
        {
            var wrappedKey = _keys.Seal(key, KeyPurpose(document.Id));
            return document with { WrappedKey = wrappedKey, KeyId = Envelope.KeyIdOf(wrappedKey) };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Removes what uploads left behind that a crash of the program interrupted.</summary>
    /// <param name="startedBefore">Only uploads that last wrote before this instant; choose it longer ago than any upload takes.</param>
    /// <returns>How many files were removed.</returns>
    public int RemoveAbandonedUploads(DateTimeOffset startedBefore) =>
        _main.RemoveAbandoned(startedBefore) + _mirrors.Sum(mirror => mirror.RemoveAbandoned(startedBefore));

    private static string KeyPurpose(Guid id) => $"document/{id:N}";

    // The copy is not worth failing for: it is made up when the storage is proved next.
    private static async Task TryCopyAsync(DocumentFolder from, DocumentFolder to, Guid id)
    {
        try
        {
            await to.CopyInAsync(from.PathOf(id), id, CancellationToken.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The proof tells that it is missing.
        }
    }

    private static async Task<Result<EncryptedUpload.Content>> ReceiveAsync(
        string path, Stream content, ChunkCipher cipher, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, DocumentFolder.NewFile());
        using var upload = new EncryptedUpload(content, file, cipher);
        var received = await upload.RunAsync(cancellationToken);
        if (received.IsDone)
        {
            file.Flush(flushToDisk: true);
        }

        return received;
    }

    private async Task<List<(DocumentFolder Folder, DocumentIntegrity Integrity)>> VerifyEachAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        var found = new List<(DocumentFolder, DocumentIntegrity)>();
        foreach (var folder in _mirrors.Prepend(_main))
        {
            found.Add((folder, await VerifyAsync(folder, document, cancellationToken)));
        }

        return found;
    }

    private async Task<DocumentIntegrity> VerifyAsync(DocumentFolder folder, StoredDocument document, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await OpenAsync(folder, document, cancellationToken);
            var hash = await SHA256.HashDataAsync(content, cancellationToken);
            return CryptographicOperations.FixedTimeEquals(hash, document.Sha256) ? DocumentIntegrity.Intact : DocumentIntegrity.Altered;
        }
        catch (DocumentUnreadableException exception)
        {
            return exception.Finding;
        }
    }

    private async Task<Stream> OpenAsync(DocumentFolder folder, StoredDocument document, CancellationToken cancellationToken)
    {
        var cipher = new ChunkCipher(UnwrapKey(document), document.Id);
        try
        {
            var file = File.OpenHandle(folder.PathOf(document.Id), options: FileOptions.Asynchronous);
            try
            {
                var header = new byte[ChunkCipher.FileHeader.Length];
                await RandomAccess.ReadAsync(file, header, fileOffset: 0, cancellationToken);
                if (!ChunkCipher.FileHeader.SequenceEqual(header)
                    || document.Size <= 0
                    || RandomAccess.GetLength(file) != ChunkCipher.FileSize(document.Size))
                {
                    throw new DocumentUnreadableException(document.Id, DocumentIntegrity.Altered);
                }

                return new DecryptingStream(file, cipher, document.Id, document.Size);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            cipher.Dispose();
            throw new DocumentUnreadableException(document.Id, DocumentIntegrity.Missing, exception);
        }
        catch
        {
            cipher.Dispose();
            throw;
        }
    }

    private byte[] UnwrapKey(StoredDocument document)
    {
        try
        {
            return _keys.Open(document.WrappedKey, KeyPurpose(document.Id));
        }
        catch (ProtectionException exception)
        {
            var finding = exception.Failure == ProtectionFailure.UnknownKey ? DocumentIntegrity.UnknownKey : DocumentIntegrity.Altered;
            throw new DocumentUnreadableException(document.Id, finding, exception);
        }
    }
}
