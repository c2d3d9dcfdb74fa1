using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Onboarding.Core.Documents;

/// <summary>HEIC: the boxes of the container up to the end of the file, and the dimensions that its description names.</summary>
internal sealed class HeicScanner : FormatScanner
{
    private const int BoxHeaderSize = 8;
    private const int LargeBoxHeaderSize = 16;
    private const int LargestDescription = 256 * 1024;

    private readonly byte[] _header = new byte[LargeBoxHeaderSize];
    private readonly List<byte> _description = [];
    private int _headerLength;
    private long _remaining;
    private bool _isDescription;
    private bool _reachesToEnd;
    private bool _hasDescription;
    private bool _hasData;

    /// <summary>True for a container whose brands say that its image is coded as HEVC.</summary>
    public static bool IsHeic(ReadOnlySpan<byte> head)
    {
        if (head.Length < LargeBoxHeaderSize || !head[4..8].SequenceEqual("ftyp"u8))
        {
            return false;
        }

        var size = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        for (var start = BoxHeaderSize; start + 4 <= size; start += 4)
        {
            if (head.Slice(start, 4) is [(byte)'h', (byte)'e', (byte)'i', (byte)'c' or (byte)'x' or (byte)'m' or (byte)'s'])
            {
                return true;
            }
        }

        return false;
    }

    public override DocumentRejection? Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_remaining == 0 && !_reachesToEnd)
            {
                _header[_headerLength++] = bytes[0];
                bytes = bytes[1..];
                if (BeginBox() is { } rejection)
                {
                    return rejection;
                }

                continue;
            }

            var taken = _reachesToEnd ? bytes.Length : (int)Math.Min(_remaining, bytes.Length);
            if (_isDescription)
            {
                _description.AddRange(bytes[..taken]);
            }

            bytes = bytes[taken..];
            _remaining -= _reachesToEnd ? 0 : taken;
            if (_remaining == 0 && _isDescription && JudgeDescription() is { } tooLarge)
            {
                return tooLarge;
            }
        }

        return null;
    }

    public override DocumentRejection? Complete(long size) =>
        _remaining == 0 && _headerLength == 0 && _hasDescription && _hasData && Pixels > 0 ? null : DocumentRejection.Damaged;

    private DocumentRejection? BeginBox()
    {
        if (_headerLength < BoxHeaderSize)
        {
            return null;
        }

        long size = BinaryPrimitives.ReadUInt32BigEndian(_header);
        var headerSize = size == 1 ? LargeBoxHeaderSize : BoxHeaderSize;
        if (_headerLength < headerSize)
        {
            return null;
        }

        var type = _header.AsSpan(4, 4);
        _reachesToEnd = size == 0;
        size = size == 1 ? BinaryPrimitives.ReadInt64BigEndian(_header.AsSpan(BoxHeaderSize)) : size;
        _headerLength = 0;
        _remaining = _reachesToEnd ? 0 : size - headerSize;
        _hasData |= type.SequenceEqual("mdat"u8);
        _isDescription = type.SequenceEqual("meta"u8) && !_hasDescription;
        _hasDescription |= _isDescription;
        return _remaining < 0 || type.ContainsAnyExceptInRange((byte)' ', (byte)'~') || (_isDescription && (_reachesToEnd || _remaining is 0 or > LargestDescription))
            ? DocumentRejection.Damaged
            : null;
    }

    // Each image and each of its tiles states its dimensions: "ispe", version and flags, width, height.
    private DocumentRejection? JudgeDescription()
    {
        _isDescription = false;
        ReadOnlySpan<byte> rest = CollectionsMarshal.AsSpan(_description);
        for (var start = rest.IndexOf("ispe"u8); start >= 0; start = rest.IndexOf("ispe"u8))
        {
            rest = rest[(start + 4)..];
            if (rest.Length < 12)
            {
                return DocumentRejection.Damaged;
            }

            if (Judge(BinaryPrimitives.ReadUInt32BigEndian(rest[4..]), BinaryPrimitives.ReadUInt32BigEndian(rest[8..])) is { } rejection)
            {
                return rejection;
            }
        }

        return null;
    }
}
