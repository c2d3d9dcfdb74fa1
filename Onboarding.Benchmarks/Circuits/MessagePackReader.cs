using System.Buffers.Binary;
using System.Text;

namespace Onboarding.Benchmarks.Circuits;

/// <summary>Reads what a server sends over a circuit.</summary>
/// <param name="content">One message, without the length in front.</param>
internal ref struct MessagePackReader(ReadOnlySpan<byte> content)
{
    private readonly ReadOnlySpan<byte> _content = content;
    private int _at;

    /// <summary>Number of members of the array that begins here.</summary>
    public int Array()
    {
        var kind = _content[_at++];
        return kind switch
        {
            >= 0x90 and <= 0x9f => kind & 0x0f,
            0xdc => (int)Unsigned(2),
            0xdd => (int)Unsigned(4),
            _ => throw Unexpected(kind),
        };
    }

    /// <summary>The integer that begins here.</summary>
    public long Integer()
    {
        var kind = _content[_at++];
        return kind switch
        {
            <= 0x7f => kind,
            >= 0xe0 => (sbyte)kind,
            0xcc => Unsigned(1),
            0xcd => Unsigned(2),
            0xce => Unsigned(4),
            0xcf or 0xd3 => Unsigned(8),
            0xd0 => (sbyte)Unsigned(1),
            0xd1 => (short)Unsigned(2),
            0xd2 => (int)Unsigned(4),
            _ => throw Unexpected(kind),
        };
    }

    /// <summary>The text that begins here, or null.</summary>
    public string? Text()
    {
        if (_content[_at] == 0xc0)
        {
            _at++;
            return null;
        }

        return Encoding.UTF8.GetString(Bytes());
    }

    /// <summary>The bytes, or the bytes of the text, that begin here.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        var kind = _content[_at++];
        var length = kind switch
        {
            >= 0xa0 and <= 0xbf => kind & 0x1f,
            0xc4 or 0xd9 => (int)Unsigned(1),
            0xc5 or 0xda => (int)Unsigned(2),
            0xc6 or 0xdb => (int)Unsigned(4),
            _ => throw Unexpected(kind),
        };
        var bytes = _content.Slice(_at, length);
        _at += length;
        return bytes;
    }

    /// <summary>Passes over the value that begins here.</summary>
    public void Skip()
    {
        var kind = _content[_at];
        switch (kind)
        {
            case >= 0x80 and <= 0x8f:
                _at++;
                SkipMany(2 * (kind & 0x0f));
                break;
            case (>= 0x90 and <= 0x9f) or 0xdc or 0xdd:
                SkipMany(Array());
                break;
            case (>= 0xa0 and <= 0xbf) or 0xc4 or 0xc5 or 0xc6 or 0xd9 or 0xda or 0xdb:
                Bytes();
                break;
            case 0xc0 or 0xc2 or 0xc3:
                _at++;
                break;
            case 0xca or 0xcb:
                _at += kind == 0xca ? 5 : 9;
                break;
            default:
                Integer();
                break;
        }
    }

    private void SkipMany(int count)
    {
        for (; count > 0; count--)
        {
            Skip();
        }
    }

    private long Unsigned(int size)
    {
        var bytes = _content.Slice(_at, size);
        _at += size;
        return size switch
        {
            1 => bytes[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(bytes),
            4 => BinaryPrimitives.ReadUInt32BigEndian(bytes),
            _ => BinaryPrimitives.ReadInt64BigEndian(bytes),
        };
    }

    private static InvalidDataException Unexpected(byte kind) => new($"Unexpected MessagePack value 0x{kind:x2}.");
}
