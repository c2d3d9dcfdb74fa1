using System.Text;

namespace Onboarding.Benchmarks.Documents;

/// <summary>A PDF of one page and of exactly the size, made while it is read: the file itself takes no memory of the measurement.</summary>
internal sealed class LargePdf : Stream
{
    private readonly byte[] _head;
    private readonly byte[] _tail;
    private readonly long _size;
    private long _position;

    /// <summary>Prepares a file of a size in bytes.</summary>
    public LargePdf(long size)
    {
        const string Objects = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
            + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n";
        _size = size;
        var offsets = Enumerable.Range(1, 3).Select(number => Objects.IndexOf($"{number} 0 obj", StringComparison.Ordinal)).ToList();
        var prefix = $"{Objects}4 0 obj\n";
        var table = $"xref\n0 5\n0000000000 65535 f \n{string.Concat(offsets.Append(Objects.Length).Select(offset => $"{offset:d10} 00000 n \n"))}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n";
        const string End = "\nendstream\nendobj\n";
        var reserve = prefix.Length + table.Length + End.Length + 80;
        var length = size - reserve;
        _head = Encoding.Latin1.GetBytes($"{prefix}<< /Length {length} >>\nstream\n");
        var start = _head.Length + length + End.Length;
        var closing = $"{End}{table}{start}\n";
        _tail = Encoding.Latin1.GetBytes(closing + new string('%', (int)(size - _head.Length - length - closing.Length - 6)) + "\n%%EOF");
    }

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => _size;

    /// <inheritdoc />
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, _size - _position);
        for (var index = 0; index < count; index++, _position++)
        {
            buffer[index] = _position < _head.Length ? _head[_position]
                : _position >= _size - _tail.Length ? _tail[_position - (_size - _tail.Length)]
                : (byte)(_position * 31);
        }

        return count;
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    /// <inheritdoc />
    public override void Flush()
    {
        // Nothing is written.
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
