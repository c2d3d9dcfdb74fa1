using System.Buffers.Binary;
using System.Text;

namespace Onboarding.Tests.Core.Documents;

/// <summary>Small files of the accepted types, built byte by byte, so that a test can break any part of them.</summary>
public static class TestFiles
{
    public const int SmallestPdf = 20;

    /// <summary>A JPEG: application data, frame header, one scan, end.</summary>
    public static byte[] Jpeg(int width = 640, int height = 400) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"u8.ToArray()),
        .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xC4, [0, .. new byte[16]]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        0xFF, 0xD9,
    ];

    /// <summary>A JPEG as cameras write it: a large profile before the frame, several scans, fill bytes, data behind the end.</summary>
    public static byte[] ProgressiveJpeg() =>
    [
        0xFF, 0xD8,
        .. Segment(0xE1, new byte[60_000]),
        .. Segment(0xE2, new byte[60_000]),
        0xFF, 0xFF,
        .. Segment(0xC2, [8, 12, 0, 16, 0, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0])[1..],
        .. Segment(0xDA, [1, 1, 0, 0, 1, 0]),
        .. Enumerable.Repeat((byte)0x55, 70_000),
        .. Segment(0xC4, [0, .. new byte[16]]),
        .. Segment(0xDA, [1, 1, 0, 1, 63, 0]),
        .. Enumerable.Repeat((byte)0xAA, 70_000),
        0xFF, 0xD9,
        .. Jpeg(160, 100),
    ];

    /// <summary>A PNG: header, one chunk of image data, end.</summary>
    public static byte[] Png(int width = 640, int height = 400) =>
    [
        0x89, .. "PNG\r\n\u001a\n"u8,
        .. PngChunk("IHDR", [.. BigEndian(width), .. BigEndian(height), 8, 2, 0, 0, 0]),
        .. PngChunk("IDAT", new byte[2000]),
        .. PngChunk("IEND", []),
    ];

    public static byte[] PngChunk(string type, byte[] content) =>
        [.. BigEndian(content.Length), .. Encoding.ASCII.GetBytes(type), .. content, 1, 2, 3, 4];

    /// <summary>A lossy WebP.</summary>
    public static byte[] WebP(int width = 640, int height = 400) =>
        WebP("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, .. LittleEndian16(width), .. LittleEndian16(height), .. new byte[100]]);

    /// <summary>A lossless WebP.</summary>
    public static byte[] LosslessWebP(int width = 640, int height = 400) =>
        WebP("VP8L", [0x2F, .. LittleEndian((width - 1) | ((height - 1) << 14)), .. new byte[100]]);

    /// <summary>An extended WebP, the only kind that can name more than 16,384 pixels.</summary>
    public static byte[] ExtendedWebP(int width = 640, int height = 400) =>
        WebP("VP8X", [0, 0, 0, 0, .. LittleEndian(width - 1)[..3], .. LittleEndian(height - 1)[..3], .. new byte[100]]);

    /// <summary>A PDF of exactly the size; it is padded with a comment.</summary>
    public static byte[] Pdf(int size = 400)
    {
        var file = new byte[size];
        Array.Fill(file, (byte)'%');
        "%PDF-1.7\n"u8.CopyTo(file);
        "\n%%EOF\n"u8.CopyTo(file.AsSpan(size - 7));
        return file;
    }

    /// <summary>An archive without files: nothing but the end record.</summary>
    public static byte[] EmptyArchive(int commentLength = 0) =>
        [.. "PK\u0005\u0006"u8, .. new byte[16], .. LittleEndian16(commentLength), .. new byte[commentLength]];

    private static byte[] WebP(string chunk, byte[] payload) =>
        [.. "RIFF"u8, .. LittleEndian(payload.Length + 12), .. "WEBP"u8, .. Encoding.ASCII.GetBytes(chunk), .. LittleEndian(payload.Length), .. payload];

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] LittleEndian(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] LittleEndian16(int value) => LittleEndian(value)[..2];
}
