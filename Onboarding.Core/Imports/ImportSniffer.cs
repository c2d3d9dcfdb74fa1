using System.Text;

namespace Onboarding.Core.Imports;

/// <summary>How the text of a file is written: where it begins after marks that are no text, and what parts its cells.</summary>
/// <param name="Start">First byte of the text.</param>
/// <param name="Delimiter">The sign between cells.</param>
/// <param name="Line">The line in which that text begins, from 1.</param>
internal sealed record ImportFormat(int Start, char Delimiter, int Line = 1);

/// <summary>Looks at the beginning of a file: is it text that can be read, and how are its cells parted?</summary>
internal static class ImportSniffer
{
    /// <summary>More than any heading needs.</summary>
    public const int HeadSize = 64 * 1024;

    private const int NulsOfUtf16 = 4;

    private static readonly char[] Delimiters = [';', ',', '\t'];

    private static readonly byte[][] Workbooks =
    [
        [0x50, 0x4B, 0x03, 0x04],
        [0xD0, 0xCF, 0x11, 0xE0],
        [0x25, 0x50, 0x44, 0x46],
    ];

    /// <summary>What stands where bytes are no UTF-8: a sign that no text has.</summary>
    public const char Damage = '\uFFFF';

    /// <summary>UTF-8 that marks what is none, rather than guessing.</summary>
    public static Encoding Encoding { get; } = Encoding.GetEncoding(
        "utf-8", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(Damage.ToString()));

    /// <summary>The format, or what keeps the file out.</summary>
    public static (ImportFormat? Format, ImportProblemCode? Problem) Look(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            return (null, ImportProblemCode.FileEmpty);
        }

        foreach (var mark in Workbooks)
        {
            if (head.StartsWith(mark))
            {
                return (null, ImportProblemCode.FileIsNotText);
            }
        }

        // Without its mark, UTF-16 of European text has a NUL in every second byte.
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || head[..Math.Min(head.Length, 64)].Count((byte)0) >= NulsOfUtf16)
        {
            return (null, ImportProblemCode.EncodingUtf16);
        }

        var start = head.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var line = Line(head[start..]);
        if (Separator(line) is { } named)
        {
            return (new ImportFormat(start + LengthWithBreak(head[start..], line.Length), named, Line: 2), null);
        }

        return (new ImportFormat(start, MostTelling(System.Text.Encoding.Latin1.GetString(line))), null);
    }

    // The sign that parts the first line into the most known columns; the semicolon of Indonesian spreadsheets when none does.
    private static char MostTelling(string line) => Delimiters
        .MaxBy(delimiter => line.Split(delimiter).Count(heading => ImportColumns.Find(heading) is not null));

    // "sep=;", which some programs write for spreadsheets.
    private static char? Separator(ReadOnlySpan<byte> line) => line.Length == 5 && line.StartsWith("sep="u8) ? (char)line[4] : null;

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> text) => text.IndexOfAny((byte)'\r', (byte)'\n') is var end and >= 0 ? text[..end] : text;

    private static int LengthWithBreak(ReadOnlySpan<byte> text, int length)
    {
        var rest = text[length..];
        return length + (rest.StartsWith("\r\n"u8) ? 2 : rest.IsEmpty ? 0 : 1);
    }
}
