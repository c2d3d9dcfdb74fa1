using System.Buffers.Binary;

namespace Onboarding.Tests.Support.Files;

/// <summary>What a telephone writes into its photos: how it was held and where it was.</summary>
public static class ExifSegment
{
    private const int Base = 8;

    /// <summary>Puts orientation 6 (turned to the right) and a place in Jakarta into a JPEG.</summary>
    public static byte[] AddTo(byte[] jpeg)
    {
        byte[] content = [.. "Exif\0\0"u8, .. Tiff()];
        return [.. jpeg[..2], 0xFF, 0xE1, .. Short(content.Length + 2), .. content, .. jpeg[2..]];
    }

    // Big-endian TIFF: one directory with orientation and a pointer to the directory of the place.
    private static byte[] Tiff()
    {
        var places = Base + 2 + (2 * 12) + 4;
        var numbers = places + 2 + (4 * 12) + 4;
        return
        [
            .. "MM\0*"u8, .. Long(Base),
            .. Short(2), .. Entry(0x0112, 3, 1, [.. Short(6), 0, 0]), .. Entry(0x8825, 4, 1, Long(places)), .. Long(0),
            .. Short(4),
            .. Entry(1, 2, 2, [(byte)'S', 0, 0, 0]), .. Entry(2, 5, 3, Long(numbers)),
            .. Entry(3, 2, 2, [(byte)'E', 0, 0, 0]), .. Entry(4, 5, 3, Long(numbers + 24)), .. Long(0),
            .. Fractions(6, 10, 30), .. Fractions(106, 49, 38),
        ];
    }

    private static byte[] Entry(int tag, int type, int count, byte[] value) => [.. Short(tag), .. Short(type), .. Long(count), .. value];

    private static byte[] Fractions(params int[] values) => [.. values.SelectMany(value => (byte[])[.. Long(value), .. Long(1)])];

    private static byte[] Short(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Long(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
