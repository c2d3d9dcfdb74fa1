namespace Onboarding.Tests.Core.Documents;

/// <summary>Content that comes from a network: it cannot seek, arrives in small pieces, and may never end, fail or be cancelled.</summary>
/// <param name="start">The first bytes.</param>
/// <param name="endless">Whether zeros follow them for ever.</param>
/// <param name="largestPiece">The most that one read gives, in bytes.</param>
/// <param name="beforeRead">Called before each read with the number of bytes given so far.</param>
public sealed class ArrivingStream(byte[] start, bool endless = false, int largestPiece = 1460, Action<long>? beforeRead = null) : Stream
{
    /// <summary>How many bytes were taken.</summary>
    public long Taken { get; private set; }

    public bool IsDisposed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        beforeRead?.Invoke(Taken);
        var left = Math.Max(0, start.Length - Taken);
        var count = (int)Math.Min(Math.Min(buffer.Length, largestPiece), left > 0 || !endless ? left : long.MaxValue);
        var target = buffer[..count];
        if (left > 0)
        {
            start.AsSpan((int)Taken, count).CopyTo(target);
        }
        else
        {
            target.Clear();
        }

        Taken += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return Read(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
