using System.Security.Cryptography;
using Onboarding.Core.Protection;
using Onboarding.Core.Results;

namespace Onboarding.Core.Documents;

/// <summary>
/// Keeps documents as encrypted files in a folder, spread over subfolders by id; a path says nothing about a person.
/// A file is written under a temporary name, flushed to the disk and renamed, so under its own name it is always whole.
/// </summary>
public sealed class FileDocumentStorage : IDocumentStorage
{
    private const string IncomingFolder = "incoming";
    private const string FileExtension = ".bin";

    private readonly string _root;
    private readonly Envelope _keys;

    /// <summary>Opens the storage; the folder is made when it is missing.</summary>
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

        _root = Path.GetFullPath(options.Folder);
        _keys = new Envelope(ring, "document-key");
        DurableFolder.Create(Path.Combine(_root, IncomingFolder));
    }

    /// <inheritdoc />
    public async Task<Result<StoredDocument>> StoreAsync(Guid id, Stream content, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        if (File.Exists(path))
        {
            throw new InvalidOperationException($"The document {id:D} is stored already; content is never overwritten.");
        }

        var incoming = Path.Combine(_root, IncomingFolder, $"{id:N}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
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

            var folder = Path.GetDirectoryName(path)!;
            DurableFolder.Create(folder);
            File.Move(incoming, path, overwrite: false);
            DurableFolder.Flush(folder);
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
    public async Task<Stream> OpenAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        var cipher = new ChunkCipher(UnwrapKey(document), document.Id);
        try
        {
            var file = File.OpenHandle(PathOf(document.Id), options: FileOptions.Asynchronous);
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

    /// <inheritdoc />
    public async Task<DocumentIntegrity> VerifyAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await OpenAsync(document, cancellationToken);
            var hash = await SHA256.HashDataAsync(content, cancellationToken);
            return CryptographicOperations.FixedTimeEquals(hash, document.Sha256) ? DocumentIntegrity.Intact : DocumentIntegrity.Altered;
        }
        catch (DocumentUnreadableException exception)
        {
            return exception.Finding;
        }
    }

    /// <inheritdoc />
    public Task DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = PathOf(id);
        if (File.Exists(path))
        {
            File.Delete(path);
            DurableFolder.Flush(Path.GetDirectoryName(path)!);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public bool Contains(Guid id) => File.Exists(PathOf(id));

    /// <inheritdoc />
    public IEnumerable<Guid> StoredBefore(DateTimeOffset instant) =>
        new DirectoryInfo(_root).EnumerateFiles("*" + FileExtension, SearchOption.AllDirectories)
            .Where(file => file.LastWriteTimeUtc < instant.UtcDateTime)
            .Select(file => Guid.TryParseExact(Path.GetFileNameWithoutExtension(file.Name), "N", out var id) ? id : (Guid?)null)
            .OfType<Guid>();

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
    public int RemoveAbandonedUploads(DateTimeOffset startedBefore)
    {
        var removed = 0;
        foreach (var file in new DirectoryInfo(Path.Combine(_root, IncomingFolder)).EnumerateFiles())
        {
            if (file.LastWriteTimeUtc < startedBefore.UtcDateTime)
            {
                file.Delete();
                removed++;
            }
        }

        return removed;
    }

    private static string KeyPurpose(Guid id) => $"document/{id:N}";

    private static async Task<Result<EncryptedUpload.Content>> ReceiveAsync(
        string path, Stream content, ChunkCipher cipher, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(path, options);
        using var upload = new EncryptedUpload(content, file, cipher);
        var received = await upload.RunAsync(cancellationToken);
        if (received.IsDone)
        {
            file.Flush(flushToDisk: true);
        }

        return received;
    }

    // The first digits of an id follow the clock, the last ones are random: these spread the files evenly.
    private string PathOf(Guid id)
    {
        var name = id.ToString("N");
        return Path.Combine(_root, name[30..], name[28..30], name + FileExtension);
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
