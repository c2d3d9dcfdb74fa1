using System.Buffers;
using System.Buffers.Binary;

namespace Onboarding.Core.Documents;

/// <summary>
/// Judges the content of one file in a single pass, while it is read: finds its type from the first bytes,
/// follows its structure, and says at the end whether it is whole. Keeps a few kilobytes, whatever the file's size.
/// </summary>
public sealed class ContentSniffer
{
    private const int HeadSize = 1024;

    private static readonly SearchValues<byte> Space = SearchValues.Create(" \t\r\n\f\0"u8);

    private readonly byte[] _head = new byte[HeadSize];
    private readonly TailWindow _tail = new();
    private FormatScanner? _scanner;
    private DocumentRejection? _rejection;
    private long _size;

    /// <summary>The type, as soon as it is known.</summary>
    public DocumentType? Type { get; private set; }

    /// <summary>Width times height of an image; 0 for a PDF.</summary>
    public long Pixels => _scanner?.Pixels ?? 0;

    /// <summary>True for a JPEG in the four inks of a printer, which not every program shows in its colours.</summary>
    public bool IsInPrinterInks => _scanner is JpegScanner { Channels: 4 };

    /// <summary>The type that the first bytes show, or null when it is none of the accepted ones.</summary>
    /// <param name="head">The first bytes of the file; 1024 of them, or all when there are fewer.</param>
    public static DocumentType? Detect(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => DocumentType.Jpeg,
        _ when head.StartsWith(PngScanner.Signature) => DocumentType.Png,
        _ when head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8) => DocumentType.WebP,
        _ when HeicScanner.IsHeic(head) => DocumentType.Heic,
        _ when head[..Math.Min(head.Length, HeadSize)].IndexOf("%PDF-"u8) >= 0 => DocumentType.Pdf,
        _ => null,
    };

    /// <summary>Takes the next bytes of the file.</summary>
    /// <param name="bytes">The bytes, in the order of the file.</param>
    /// <returns>A rejection as soon as one is certain; the rest need not be read then.</returns>
    public DocumentRejection? Append(ReadOnlySpan<byte> bytes)
    {
        if (_rejection is not null || bytes.IsEmpty)
        {
            return _rejection;
        }

        var headLength = (int)Math.Min(_size, HeadSize);
        _size += bytes.Length;
        if (_size > DocumentLimits.MaximumSize)
        {
            return _rejection = DocumentRejection.TooLarge;
        }

        _tail.Append(bytes);
        if (_scanner is not null)
        {
            return _rejection = _scanner.Append(bytes);
        }

        var taken = Math.Min(HeadSize - headLength, bytes.Length);
        bytes[..taken].CopyTo(_head.AsSpan(headLength));
        return headLength + taken < HeadSize ? null : _rejection = Begin(_head) ?? _scanner!.Append(bytes[taken..]);
    }

    /// <summary>Judges the whole file, after its last byte.</summary>
    /// <returns>Null when the file is accepted; <see cref="Type"/> is known then.</returns>
    public DocumentRejection? Complete()
    {
        if (_rejection is null && _size == 0)
        {
            _rejection = DocumentRejection.Empty;
        }

        if (_rejection is null && _scanner is null)
        {
            _rejection = Begin(_head.AsSpan(0, (int)_size));
        }

        return _rejection ??= _scanner!.Complete(_size) ?? (EndsAsArchive(_tail.Bytes) ? DocumentRejection.HiddenContent : null);
    }

    private DocumentRejection? Begin(ReadOnlySpan<byte> head)
    {
        Type = Detect(head);
        if (Type is null)
        {
            return IsArchive(head) ? DocumentRejection.Archive : DocumentRejection.UnknownType;
        }

        var isForeign = Type == DocumentType.Pdf
            ? HasMoreThanSpace(head[..head.IndexOf("%PDF-"u8)]) || FormatScanner.HasActiveContent(head)
            : FormatScanner.IsForeignInImage(head);
        if (isForeign)
        {
            return DocumentRejection.HiddenContent;
        }

        _scanner = Type.Value switch
        {
            DocumentType.Jpeg => new JpegScanner(),
            DocumentType.Png => new PngScanner(),
            DocumentType.WebP => new WebPScanner(),
            DocumentType.Heic => new HeicScanner(),
            DocumentType.Pdf => new PdfScanner(),
        };
        return _scanner.Append(head);
    }

    // ZIP with all that is one inside (office documents), the older office container, RAR, 7z, gzip.
    private static bool IsArchive(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) || head.StartsWith("Rar!"u8)
        || head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) || head.StartsWith<byte>([(byte)'7', (byte)'z', 0xBC, 0xAF]) || head.StartsWith<byte>([0x1F, 0x8B]);

    // Readers accept a PDF header after other bytes; what a web page or an archive needs to run is never only space.
    private static bool HasMoreThanSpace(ReadOnlySpan<byte> beforeHeader) =>
        beforeHeader.TrimStart("\uFEFF"u8).ContainsAnyExcept(Space);

    // An archive is read from its end record: signature, 16 bytes, and the length of a comment that reaches to the end of the file.
    internal static bool EndsAsArchive(ReadOnlySpan<byte> tail)
    {
        const int RecordSize = 22;
        for (var start = tail.IndexOf("PK\u0005\u0006"u8); start >= 0; )
        {
            tail = tail[start..];
            if (tail.Length >= RecordSize && BinaryPrimitives.ReadUInt16LittleEndian(tail[20..]) <= tail.Length - RecordSize)
            {
                return true;
            }

            tail = tail[1..];
            start = tail.IndexOf("PK\u0005\u0006"u8);
        }

        return false;
    }
}
