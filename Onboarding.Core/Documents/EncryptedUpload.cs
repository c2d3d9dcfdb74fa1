using System.Security.Cryptography;
using Onboarding.Core.Results;

namespace Onboarding.Core.Documents;

/// <summary>
/// One upload on its way into a file: reads the content once, chunk by chunk, and judges, hashes and encrypts it on the way.
/// It holds two chunks, because a chunk can only be sealed when it is known whether it is the last.
/// </summary>
internal sealed class EncryptedUpload(Stream content, Stream file, ChunkCipher cipher) : IDisposable
{
    private readonly ContentSniffer _sniffer = new();
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _chunk = new byte[ChunkCipher.SealedChunkSize];
    private byte[] _next = new byte[ChunkCipher.SealedChunkSize];
    private long _size;

    /// <summary>What was measured of the content that passed.</summary>
    public sealed record Content(DocumentType Type, long Size, byte[] Sha256);

    public async Task<Result<Content>> RunAsync(CancellationToken cancellationToken)
    {
        file.Write(ChunkCipher.FileHeader);
        var length = await ReadChunkAsync(_chunk, cancellationToken);
        if (_sniffer.Append(_chunk.AsSpan(0, length)) is { } early)
        {
            return Result(early);
        }

        for (long index = 0; ; index++)
        {
            var nextLength = length < ChunkCipher.ChunkSize ? 0 : await ReadChunkAsync(_next, cancellationToken);
            if (_sniffer.Append(_next.AsSpan(0, nextLength)) is { } rejection)
            {
                return Result(rejection);
            }

            var isLast = nextLength == 0;
            await file.WriteAsync(cipher.Seal(_chunk, length, index, isLast), cancellationToken);
            if (isLast)
            {
                return _sniffer.Complete() is { } late ? Result(late) : new Content(_sniffer.Type!.Value, _size, _hash.GetHashAndReset());
            }

            (_chunk, _next, length) = (_next, _chunk, nextLength);
        }
    }

    public void Dispose()
    {
        _hash.Dispose();
        CryptographicOperations.ZeroMemory(_chunk);
        CryptographicOperations.ZeroMemory(_next);
    }

    private static Result<Content> Result(DocumentRejection rejection) => rejection.ToRefusal();

    /// <summary>Fills a chunk, or less at the end of the content. One byte beyond the limit is the most that is ever read.</summary>
    private async Task<int> ReadChunkAsync(byte[] chunk, CancellationToken cancellationToken)
    {
        var wanted = (int)Math.Min(ChunkCipher.ChunkSize, DocumentLimits.MaximumSize + 1 - _size);
        var length = await content.ReadAtLeastAsync(chunk.AsMemory(0, wanted), wanted, throwOnEndOfStream: false, cancellationToken);
        _hash.AppendData(chunk, 0, length);
        _size += length;
        return length;
    }
}
