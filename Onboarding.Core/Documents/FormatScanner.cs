using System.Buffers;

namespace Onboarding.Core.Documents;

/// <summary>
/// Follows the structure of one file format while its bytes pass by, keeping a few bytes at most.
/// It decodes nothing: it finds files that are cut off, too large to decode, or something else as well.
/// </summary>
internal abstract class FormatScanner
{
    private const int LookBehindImage = 512;

    private static readonly SearchValues<string> ActiveContent = SearchValues.Create(
        ["<script", "<html", "<!doctype", "<?php", "<svg", "<iframe", "<body", "PK\u0003\u0004", "#!/", "MZ\u0090\0", "\u007fELF"],
        StringComparison.OrdinalIgnoreCase);

    private readonly byte[] _behind = new byte[LookBehindImage];
    private int _behindLength;

    /// <summary>Takes the next bytes; returns a rejection as soon as one is certain.</summary>
    public abstract DocumentRejection? Append(ReadOnlySpan<byte> bytes);

    /// <summary>Judges the whole after the last byte.</summary>
    /// <param name="size">Size of the file, in bytes.</param>
    public abstract DocumentRejection? Complete(long size);

    /// <summary>True when the bytes contain what has no place in an image: active content, or a document that readers find anywhere.</summary>
    public static bool IsForeignInImage(ReadOnlySpan<byte> bytes) => HasActiveContent(bytes) || bytes.IndexOf("%PDF-"u8) >= 0;

    /// <summary>True when the bytes contain what a browser or a shell could run, or the start of an archive or a program.</summary>
    public static bool HasActiveContent(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[bytes.Length];
        for (var index = 0; index < bytes.Length; index++)
        {
            text[index] = (char)bytes[index];
        }

        return ((ReadOnlySpan<char>)text).ContainsAny(ActiveContent);
    }

    /// <summary>Width times height of what was judged; 0 where the format has none.</summary>
    public long Pixels { get; private set; }

    protected DocumentRejection? Judge(long width, long height)
    {
        Pixels = Math.Max(Pixels, width * height);
        if (width <= 0 || height <= 0)
        {
            return DocumentRejection.Damaged;
        }

        return width > DocumentLimits.MaximumSide || height > DocumentLimits.MaximumSide || width * height > DocumentLimits.MaximumPixels
            ? DocumentRejection.TooManyPixels
            : null;
    }

    /// <summary>
    /// Takes bytes that follow the end of an image. Phones do append harmless data of their own there
    /// (a second image, a short film), so only what could be run or opened as something else is refused.
    /// </summary>
    protected void AppendBehindImage(ReadOnlySpan<byte> bytes)
    {
        var taken = Math.Min(bytes.Length, LookBehindImage - _behindLength);
        bytes[..taken].CopyTo(_behind.AsSpan(_behindLength));
        _behindLength += taken;
    }

    protected DocumentRejection? JudgeBehindImage() =>
        IsForeignInImage(_behind.AsSpan(0, _behindLength)) ? DocumentRejection.HiddenContent : null;
}
