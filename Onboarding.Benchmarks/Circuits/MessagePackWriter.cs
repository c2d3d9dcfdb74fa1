using System.Buffers.Binary;
using System.Text;

namespace Onboarding.Benchmarks.Circuits;

/// <summary>Writes the few kinds of MessagePack values that a browser sends over a circuit, and the length in front of a message.</summary>
internal sealed class MessagePackWriter : IDisposable
{
    private const byte Nil = 0xc0;
    private const byte EmptyMap = 0x80;
    private const byte SmallArray = 0x90;
    private const byte Text32 = 0xdb;
    private const byte Integer64 = 0xd3;
    private const byte False = 0xc2;
    private const byte True = 0xc3;

    private readonly MemoryStream _content = new();

    /// <summary>A call of a method of the server: the form of SignalR.</summary>
    /// <param name="target">The method.</param>
    /// <param name="invocationId">Under which an answer comes, or null for none.</param>
    /// <param name="arguments">Its arguments: text, long, bool or null.</param>
    public static byte[] Invocation(string target, string? invocationId, params object?[] arguments)
    {
        using MessagePackWriter writer = new();
        writer.Array(6);
        writer.Value(1L);
        writer._content.WriteByte(EmptyMap);
        writer.Value(invocationId);
        writer.Value(target);
        writer.Array(arguments.Length);
        foreach (var argument in arguments)
        {
            writer.Value(argument);
        }

        writer.Array(0);
        return writer.Framed();
    }

    /// <summary>The sign of life that both sides send.</summary>
    public static byte[] Ping()
    {
        using MessagePackWriter writer = new();
        writer.Array(1);
        writer.Value(6L);
        return writer.Framed();
    }

    /// <inheritdoc />
    public void Dispose() => _content.Dispose();

    private void Array(int length) => _content.WriteByte((byte)(SmallArray | length));

    private void Value(object? value)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        switch (value)
        {
            case null:
                _content.WriteByte(Nil);
                break;
            case bool flag:
                _content.WriteByte(flag ? True : False);
                break;
            case long integer:
                _content.WriteByte(Integer64);
                BinaryPrimitives.WriteInt64BigEndian(number, integer);
                _content.Write(number);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                _content.WriteByte(Text32);
                BinaryPrimitives.WriteInt32BigEndian(number, bytes.Length);
                _content.Write(number[..sizeof(int)]);
                _content.Write(bytes);
                break;
            default:
                throw new ArgumentException($"No browser sends a {value.GetType().Name}.", nameof(value));
        }
    }

    // Seven bits a byte, least significant first.
    private byte[] Framed()
    {
        using MemoryStream framed = new();
        for (var length = (uint)_content.Length; ; length >>= 7)
        {
            if (length < 0x80)
            {
                framed.WriteByte((byte)length);
                break;
            }

            framed.WriteByte((byte)(length | 0x80));
        }

        _content.WriteTo(framed);
        return framed.ToArray();
    }
}
