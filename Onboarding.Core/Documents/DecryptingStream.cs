using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Onboarding.Core.Documents;

/// <summary>Reads an encrypted file chunk by chunk; no byte is handed out before its chunk was authenticated.</summary>
internal sealed class DecryptingStream(SafeFileHandle file, ChunkCipher cipher, Guid id, long size) : Stream
{
    private const long NoChunk = -1;

    private readonly byte[] _buffer = new byte[ChunkCipher.SealedChunkSize];
    private long _loaded = NoChunk;
    private long _position;
    private bool _isDisposed;

    public override bool CanRead => !_isDisposed;

    public override bool CanSeek => !_isDisposed;

    public override bool CanWrite => false;

    public override long Length => size;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (NeedsChunk(buffer.Length) is { } index)
        {
            var read = RandomAccess.Read(file, Prepare(index).Span, ChunkCipher.FileOffset(index));
            Accept(index, read);
        }

        return Copy(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (NeedsChunk(buffer.Length) is { } index)
        {
            var read = await RandomAccess.ReadAsync(file, Prepare(index), ChunkCipher.FileOffset(index), cancellationToken);
            Accept(index, read);
        }

        return Copy(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var position = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => _position,
            SeekOrigin.End => size,
            _ => throw new ArgumentOutOfRangeException(nameof(origin)),
        };
        ArgumentOutOfRangeException.ThrowIfNegative(position, nameof(offset));
        return _position = position;
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            CryptographicOperations.ZeroMemory(_buffer);
            cipher.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private long? NeedsChunk(int wanted)
    {
        var index = _position / ChunkCipher.ChunkSize;
        return wanted > 0 && _position < size && index != _loaded ? index : null;
    }

    private int ContentLength(long index) => (int)Math.Min(ChunkCipher.ChunkSize, size - (index * ChunkCipher.ChunkSize));

    private Memory<byte> Prepare(long index)
    {
        _loaded = NoChunk;
        return _buffer.AsMemory(0, ContentLength(index) + ChunkCipher.TagSize);
    }

    private void Accept(long index, int read)
    {
        var length = ContentLength(index) + ChunkCipher.TagSize;
        try
        {
            if (read != length)
            {
                throw new DocumentUnreadableException(id, DocumentIntegrity.Altered);
            }

            cipher.Open(_buffer.AsSpan(0, length), index, isLast: index == ChunkCipher.LastChunk(size));
            _loaded = index;
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new DocumentUnreadableException(id, DocumentIntegrity.Altered, exception);
        }
    }

    private int Copy(Span<byte> destination)
    {
        if (_position >= size)
        {
            return 0;
        }

        var offset = (int)(_position % ChunkCipher.ChunkSize);
        var count = Math.Min(destination.Length, ContentLength(_position / ChunkCipher.ChunkSize) - offset);
        _buffer.AsSpan(offset, count).CopyTo(destination);
        _position += count;
        return count;
    }
}
