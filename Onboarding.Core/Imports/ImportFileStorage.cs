using System.Security.Cryptography;
using Onboarding.Core.Documents;
using Onboarding.Core.Protection;
using Onboarding.Core.Results;

namespace Onboarding.Core.Imports;

/// <summary>
/// Keeps uploaded files of registrations, encrypted in the format of the documents, in a folder of their own beside them: they are
/// no documents of a case and go when the import is done. Streamed both ways; memory does not grow with the file.
/// </summary>
public sealed class ImportFileStorage
{
    private const string FolderName = "imports";
    private const string Extension = ".enc";
    private const string IncomingExtension = ".part";

    private readonly string _folder;
    private readonly PersonalDataProtector _protector;

    /// <summary>Opens the storage; the folder is made when it is missing.</summary>
    /// <param name="options">Where the documents are.</param>
    /// <param name="protector">Encrypts the keys of the files.</param>
    public ImportFileStorage(DocumentStorageOptions options, PersonalDataProtector protector)
    {
        _folder = Path.Combine(Path.GetFullPath(options.Folder), FolderName);
        _protector = protector;
        DurableFolder.Create(_folder);
    }

    /// <summary>Stores content in one pass. Whatever ends it early leaves nothing behind.</summary>
    internal async Task<Result<StoredImportFile>> StoreAsync(Guid id, Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        var incoming = Path.Combine(_folder, $"{id:N}{IncomingExtension}");
        var key = RandomNumberGenerator.GetBytes(ChunkCipher.KeySize);
        var protectedKey = _protector.Protect(key, KeyPurpose(id));
        using var cipher = new ChunkCipher(key, id);
        try
        {
            var stored = await WriteAsync(incoming, content, cipher, maxBytes, cancellationToken);
            if (!stored.IsDone)
            {
                return stored.Refusal;
            }

            File.Move(incoming, PathOf(id), overwrite: false);
            DurableFolder.Flush(_folder);
            return new StoredImportFile(stored.Value.Size, stored.Value.Sha256, protectedKey);
        }
        finally
        {
            // After the rename there is nothing under this name any more.
            File.Delete(incoming);
        }
    }

    /// <summary>Opens a file; the stream decrypts and authenticates as it is read, and can seek.</summary>
    /// <exception cref="DocumentUnreadableException">The file is missing, altered or its key unknown; reading the stream throws it too.</exception>
    internal Stream Open(ImportBatch batch)
    {
        ChunkCipher cipher;
        try
        {
            cipher = new ChunkCipher(_protector.Unprotect(batch.ProtectedFileKey, KeyPurpose(batch.Id)), batch.Id);
        }
        catch (ProtectionException exception)
        {
            throw new DocumentUnreadableException(batch.Id, DocumentIntegrity.UnknownKey, exception);
        }

        try
        {
            return new DecryptingStream(File.OpenHandle(PathOf(batch.Id), options: FileOptions.Asynchronous), cipher, batch.Id, batch.Size);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            cipher.Dispose();
            throw new DocumentUnreadableException(batch.Id, DocumentIntegrity.Missing, exception);
        }
    }

    /// <summary>Removes a file for good. Removing one that is not there is no error.</summary>
    internal void Delete(Guid id)
    {
        if (File.Exists(PathOf(id)))
        {
            File.Delete(PathOf(id));
            DurableFolder.Flush(_folder);
        }
    }

    /// <summary>The ids of files that were stored before an instant, finished or not.</summary>
    internal IEnumerable<Guid> StoredBefore(DateTimeOffset instant) =>
        new DirectoryInfo(_folder).EnumerateFiles("*" + Extension)
            .Where(file => file.LastWriteTimeUtc < instant.UtcDateTime)
            .Select(file => Guid.TryParseExact(Path.GetFileNameWithoutExtension(file.Name), "N", out var id) ? id : (Guid?)null)
            .OfType<Guid>();

    /// <summary>Removes what uploads left behind that a crash interrupted.</summary>
    internal void RemoveAbandoned(DateTimeOffset startedBefore)
    {
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles("*" + IncomingExtension).Where(file => file.LastWriteTimeUtc < startedBefore.UtcDateTime))
        {
            file.Delete();
        }
    }

    private static string KeyPurpose(Guid id) => $"import/{id:N}/key";

    private string PathOf(Guid id) => Path.Combine(_folder, $"{id:N}{Extension}");

    private static async Task<Result<(long Size, byte[] Sha256)>> WriteAsync(
        string path, Stream content, ChunkCipher cipher, long maxBytes, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(path, options);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        file.Write(ChunkCipher.FileHeader);
        var (chunk, next) = (new byte[ChunkCipher.SealedChunkSize], new byte[ChunkCipher.SealedChunkSize]);
        var length = await ReadAsync(content, chunk, cancellationToken);
        if (length == 0)
        {
            return new Invalid(nameof(ImportBatch.Size), InputProblem.Required);
        }

        long size = 0;
        for (long index = 0; ; index++)
        {
            size += length;
            if (size > maxBytes)
            {
                return new Invalid(nameof(ImportBatch.Size), InputProblem.OutOfRange, "1", maxBytes.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            hash.AppendData(chunk, 0, length);
            var nextLength = length < ChunkCipher.ChunkSize ? 0 : await ReadAsync(content, next, cancellationToken);
            await file.WriteAsync(cipher.Seal(chunk, length, index, isLast: nextLength == 0), cancellationToken);
            if (nextLength == 0)
            {
                file.Flush(flushToDisk: true);
                return (size, hash.GetHashAndReset());
            }

            (chunk, next, length) = (next, chunk, nextLength);
        }
    }

    private static ValueTask<int> ReadAsync(Stream content, byte[] chunk, CancellationToken cancellationToken) =>
        content.ReadAtLeastAsync(chunk.AsMemory(0, ChunkCipher.ChunkSize), ChunkCipher.ChunkSize, throwOnEndOfStream: false, cancellationToken);
}
