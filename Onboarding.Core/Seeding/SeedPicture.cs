using System.Buffers.Binary;
using System.IO.Compression;

namespace Onboarding.Core.Seeding;

/// <summary>Draws a small card without any writing on it, as a PNG: a demonstration shows no document of anybody.</summary>
internal static class SeedPicture
{
    private const int Width = 480;
    private const int Height = 300;

    /// <summary>A card whose colours depend on the number.</summary>
    public static byte[] Draw(int number)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], Height);
        header[8] = 8;
        header[9] = 2;
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, Pixels(number));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Pixels(int number)
    {
        var tint = (byte)(150 + (number * 37 % 90));
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[1 + (Width * 3)];
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < Width; x++)
                {
                    var (red, green, blue) = Colour(x, y, tint);
                    row[1 + (x * 3)] = red;
                    row[2 + (x * 3)] = green;
                    row[3 + (x * 3)] = blue;
                }

                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    // A frame, a grey field where a photograph would be, and bars where lines of text would be.
    private static (byte Red, byte Green, byte Blue) Colour(int x, int y, byte tint) => (x, y) switch
    {
        _ when x < 8 || y < 8 || x >= Width - 8 || y >= Height - 8 => (15, 118, 110),
        _ when x is > 350 and < 450 && y is > 80 and < 210 => (156, 163, 175),
        _ when x is > 30 and < 320 && y > 70 && y < 250 && y % 24 < 8 => (75, 85, 99),
        _ => (tint, 230, 240),
    };

    private static void Chunk(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] checkedPart = [.. type, .. content];
        file.Write(checkedPart);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(checkedPart));
        file.Write(number);
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320u;
            }
        }

        return ~sum;
    }
}
