using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Onboarding.Tests.Support.Files;

/// <summary>PNG files made from nothing, whole and valid unless a test says otherwise.</summary>
public static class PngFile
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    /// <summary>The first bytes of every PNG.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A picture of a soft pattern; the further chunks stand before the image data.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="bits">Bits a channel: 8 or 16.</param>
    /// <param name="further">Whole chunks.</param>
    public static byte[] Picture(int width = 480, int height = 300, int bits = 8, params byte[][] further) =>
    [
        .. Signature,
        .. Chunk("IHDR", [.. Number(width), .. Number(height), (byte)bits, 2, 0, 0, 0]),
        .. further.SelectMany(chunk => chunk),
        .. Chunk("IDAT", Deflate(Rows(width, height, bits / 8))),
        .. Chunk("IEND", []),
    ];

    /// <summary>A few hundred bytes that announce an image of any size, with its rows packed to nearly nothing.</summary>
    public static byte[] Announcing(int width, int height) =>
    [
        .. Signature,
        .. Chunk("IHDR", [.. Number(width), .. Number(height), 1, 0, 0, 0, 0]),
        .. Chunk("IDAT", Deflate(new byte[Math.Min(1_000_000, (long)height * ((width / 8) + 2))])),
        .. Chunk("IEND", []),
    ];

    /// <summary>A text chunk that swells when it is unpacked.</summary>
    public static byte[] PackedText(int length) => Chunk("zTXt", [.. "Comment\0\0"u8, .. Deflate(new byte[length])]);

    /// <summary>A chunk with its checksum.</summary>
    public static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        return [.. Number(content.Length), .. named, .. Number((int)Checksum(named))];
    }

    private static byte[] Rows(int width, int height, int bytes)
    {
        var rows = new byte[height * ((width * 3 * bytes) + 1)];
        var position = 0;
        for (var y = 0; y < height; y++)
        {
            position++;
            for (var x = 0; x < width * 3; x++)
            {
                rows[position] = (byte)((x / 3) + y + ((x % 3) * 40));
                position += bytes;
            }
        }

        return rows;
    }

    private static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static uint Checksum(byte[] bytes) => bytes.Aggregate(uint.MaxValue, (sum, value) => Table[(byte)(sum ^ value)] ^ (sum >> 8)) ^ uint.MaxValue;

    private static uint Entry(int index)
    {
        var value = (uint)index;
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 1 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        }

        return value;
    }
}
