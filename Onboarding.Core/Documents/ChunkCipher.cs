using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Onboarding.Core.Documents;

/// <summary>
/// Encrypts the chunks of one file with the file's own key, AES-256-GCM. The nonce is the chunk's index: the key is used for
/// one file only, once. File, index and "last" are authenticated, so chunks cannot be swapped, dropped or taken from elsewhere.
/// </summary>
internal sealed class ChunkCipher(byte[] key, Guid id) : IDisposable
{
    public const int KeySize = 32;
    public const int ChunkSize = 64 * 1024;
    public const int TagSize = 16;
    public const int SealedChunkSize = ChunkSize + TagSize;

    private const int NonceSize = 12;
    private const int IdSize = 16;

    private readonly AesGcm _cipher = new(key, TagSize);

    /// <summary>First bytes of a file: its format and version.</summary>
    public static ReadOnlySpan<byte> FileHeader => "ONBDOC01"u8;

    /// <summary>Size of the encrypted file for content of a size, in bytes. Content is never empty.</summary>
    public static long FileSize(long size) => FileHeader.Length + size + ((LastChunk(size) + 1) * TagSize);

    /// <summary>Index of the last chunk of content of a size.</summary>
    public static long LastChunk(long size) => (size - 1) / ChunkSize;

    /// <summary>Where a chunk begins in the encrypted file.</summary>
    public static long FileOffset(long index) => FileHeader.Length + (index * SealedChunkSize);

    /// <summary>Encrypts the first bytes of the buffer in place; the tag follows them.</summary>
    /// <returns>The encrypted chunk within the buffer.</returns>
    public Memory<byte> Seal(Memory<byte> buffer, int length, long index, bool isLast)
    {
        var content = buffer.Span[..length];
        _cipher.Encrypt(Nonce(index), content, content, buffer.Span.Slice(length, TagSize), Authenticated(index, isLast));
        return buffer[..(length + TagSize)];
    }

    /// <summary>Decrypts a chunk in place; the content has the size of the chunk less the tag.</summary>
    /// <exception cref="AuthenticationTagMismatchException">The chunk was altered or is not the one asked for.</exception>
    public void Open(Span<byte> chunk, long index, bool isLast)
    {
        var content = chunk[..^TagSize];
        _cipher.Decrypt(Nonce(index), content, chunk[^TagSize..], content, Authenticated(index, isLast));
    }

    public void Dispose()
    {
        _cipher.Dispose();
        CryptographicOperations.ZeroMemory(key);
    }

    private static byte[] Nonce(long index)
    {
        var nonce = new byte[NonceSize];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(NonceSize - sizeof(long)), index);
        return nonce;
    }

    private byte[] Authenticated(long index, bool isLast)
    {
        var data = new byte[FileHeader.Length + IdSize + sizeof(long) + 1];
        FileHeader.CopyTo(data);
        id.TryWriteBytes(data.AsSpan(FileHeader.Length));
        BinaryPrimitives.WriteInt64BigEndian(data.AsSpan(FileHeader.Length + IdSize), index);
        data[^1] = isLast ? (byte)1 : (byte)0;
        return data;
    }
}
