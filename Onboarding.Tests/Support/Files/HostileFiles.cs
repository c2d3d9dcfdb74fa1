using System.Text;
using Onboarding.Core.Documents;
using Onboarding.Tests.Core.Documents;

namespace Onboarding.Tests.Support.Files;

/// <summary>A file that must not be taken in.</summary>
/// <param name="Name">What it is.</param>
/// <param name="FileName">What it calls itself.</param>
/// <param name="Reason">Why it is refused.</param>
/// <param name="MakeAsync">Makes it.</param>
public sealed record HostileFile(string Name, string FileName, DocumentRejection Reason, Func<Task<byte[]>> MakeAsync);

/// <summary>The corpus of files that people send by accident or on purpose. Each is made when it is asked for; none lies in the repository.</summary>
public static class HostileFiles
{
    private const int Behind = 3000;

    /// <summary>A harmless text that every virus scanner recognises, in two parts so that this source file is not recognised itself.</summary>
    public static readonly byte[] Eicar = Encoding.ASCII.GetBytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, HostileFile> All { get; } = Make().ToDictionary(file => file.Name, StringComparer.Ordinal);

    private static IEnumerable<HostileFile> Make() => [.. Broken(), .. Empty(), .. Disguised(), .. Oversized(), .. Double(), .. Documents()];

    private static IEnumerable<HostileFile> Broken() =>
    [
        Plain("nothing", "ktp.jpg", DocumentRejection.Empty, []),
        new("JPEG cut in the middle", "ktp.jpg", DocumentRejection.Damaged, async () => Half(await JpegAsync())),
        Plain("JPEG with all its parts and no image", "ktp.jpg", DocumentRejection.Damaged, TestFiles.Jpeg()),
        Plain("PNG cut in the middle", "ktp.png", DocumentRejection.Damaged, Half(PngFile.Picture())),
        Plain("PNG whose rows do not unpack", "ktp.png", DocumentRejection.Damaged,
            [.. PngFile.Signature, .. PngFile.Picture()[8..33], .. PngFile.Chunk("IDAT", new byte[500]), .. PngFile.Chunk("IEND", [])]),
        new("WebP cut in the middle", "ktp.webp", DocumentRejection.Damaged, async () => Half(await FileTools.VipsAsync(PngFile.Picture(), "out.webp"))),
        new("HEIC cut in the middle", "ktp.heic", DocumentRejection.Damaged, async () => Half(await FileTools.VipsAsync(PngFile.Picture(), "out.heic[compression=hevc]"))),
        Plain("PDF cut in the middle", "akta.pdf", DocumentRejection.Damaged, Half(PdfFile.Plain(20))),
        Plain("PDF of comments only", "akta.pdf", DocumentRejection.Damaged, [.. "%PDF-1.7\n"u8, .. Enumerable.Repeat((byte)'%', 500), .. "\n%%EOF\n"u8]),
    ];

    // Whole and harmless, and nothing can be read on them.
    private static IEnumerable<HostileFile> Empty() =>
    [
        new("JPEG of 8 pixels a side", "ktp.jpg", DocumentRejection.TooFewPixels, async () => await FileTools.VipsAsync(PngFile.Picture(8, 8), "out.jpg")),
        Plain("PNG just too small", "ktp.png", DocumentRejection.TooFewPixels, PngFile.Picture(399, 250)),
        new("HEIC that is too small", "ktp.heic", DocumentRejection.TooFewPixels, async () => await FileTools.VipsAsync(PngFile.Picture(320, 200), "out.heic[compression=hevc]")),
        Plain("PNG of one colour", "ktp.png", DocumentRejection.Blank, PngFile.Announcing(1000, 700)),
        new("JPEG of one colour", "ktp.jpg", DocumentRejection.Blank, async () => await FileTools.VipsAsync(PngFile.Announcing(1000, 700), "out.jpg[Q=80]")),
    ];

    private static IEnumerable<HostileFile> Disguised() =>
    [
        Plain("test virus", "ktp.jpg", DocumentRejection.UnknownType, Eicar),
        Plain("web page named .jpg", "ktp.jpg", DocumentRejection.UnknownType, "<!DOCTYPE html><html><script>alert(1)</script></html>"u8.ToArray()),
        Plain("vector image with a script", "ktp.png", DocumentRejection.UnknownType, "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray()),
        Plain("GIF", "ktp.gif", DocumentRejection.UnknownType, [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]),
        Plain("program", "ktp.pdf", DocumentRejection.UnknownType, [0x7F, .. "ELF"u8, .. new byte[500]]),
        Plain("text", "ktp.jpg", DocumentRejection.UnknownType, "bukan foto"u8.ToArray()),
        Plain("archive bomb in a text document", "akta.docx", DocumentRejection.Archive, ArchiveFile.Zip("word/document.xml", new byte[20_000_000])),
        Plain("archive named .jpg", "ktp.jpg", DocumentRejection.Archive, ArchiveFile.Zip("ktp.jpg", [1])),
        Plain("old text document", "akta.doc", DocumentRejection.Archive, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500]]),
    ];

    private static IEnumerable<HostileFile> Oversized() =>
    [
        Plain("PNG of 50,000 pixels a side", "ktp.png", DocumentRejection.TooManyPixels, PngFile.Announcing(50_000, 50_000)),
        Plain("PNG of 50,000 pixels and one row", "ktp.png", DocumentRejection.TooManyPixels, PngFile.Announcing(50_000, 1)),
        new("JPEG of 50,000 pixels", "ktp.jpg", DocumentRejection.TooManyPixels, async () => await FileTools.VipsAsync(PngFile.Picture(100, 4), "out.jpg", "resize", "500", "--vscale", "1", "--kernel", "nearest")),
        Plain("16 million bytes", "akta.pdf", DocumentRejection.TooLarge, [.. "%PDF-1.7\n"u8, .. new byte[DocumentLimits.MaximumSize]]),
        Plain("PDF of 1,000 pages", "akta.pdf", DocumentRejection.TooManyPages, PdfFile.Plain(1000)),
        Plain("PDF whose one page is counted 1,000 times", "akta.pdf", DocumentRejection.TooManyPages, PageCountedOften(1000)),
    ];

    private static IEnumerable<HostileFile> Double() =>
    [
        new("JPEG with an archive behind it", "ktp.jpg", DocumentRejection.HiddenContent, async () => [.. await JpegAsync(), .. ArchiveFile.Zip("a.class", [1, 2, 3])]),
        new("JPEG with a web page behind it", "ktp.jpg", DocumentRejection.HiddenContent, async () => [.. await JpegAsync(), .. "<html><script>alert(1)</script>"u8]),
        Plain("PNG with a program behind it", "ktp.png", DocumentRejection.HiddenContent, [.. PngFile.Picture(), 0x7F, .. "ELF"u8]),
        Plain("PDF with an archive behind it", "akta.pdf", DocumentRejection.HiddenContent, [.. PdfFile.Plain(), .. ArchiveFile.Zip("a.exe", [1], "%%EOF")]),
        Plain("PDF inside the comment of an archive", "akta.pdf", DocumentRejection.HiddenContent, [.. ArchiveFile.Zip("a.exe", [1])[..^2], 0xFF, 0x0F, .. PdfFile.Plain()]),
        Plain("PDF with an archive far before its end", "akta.pdf", DocumentRejection.HiddenContent,
            [.. PdfFile.Plain(), .. ArchiveFile.Zip("a.exe", [1])[..^2], (byte)(Behind & 0xFF), Behind >> 8, .. Enumerable.Repeat((byte)' ', Behind - 7), .. "\n%%EOF\n"u8]),
        Plain("PDF after a web page", "akta.pdf", DocumentRejection.HiddenContent, [.. "<html><script>alert(1)</script>"u8, .. PdfFile.Plain()]),
    ];

    private static IEnumerable<HostileFile> Documents() =>
    [
        Pdf("PDF with a script", DocumentRejection.PdfScript, "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
        Pdf("PDF with a script under another spelling", DocumentRejection.PdfScript, "/OpenAction << /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>"),
        Pdf("PDF with a script among its names", DocumentRejection.PdfScript, "/Names << /JavaScript << /Names [(a) 10 0 R] >> >>", "<< /S /JavaScript /JS (1) >>"),
        new("PDF with a script in a packed object", "akta.pdf", DocumentRejection.PdfScript,
            () => FileTools.QpdfAsync(PdfFile.With("/OpenAction 10 0 R", ["<< /S /JavaScript /JS (app.alert\\(1\\)) >>"]), "--object-streams=generate")),
        Pdf("PDF that starts a program", DocumentRejection.PdfAction, "/OpenAction 10 0 R", "<< /S /Launch /F (cmd.exe) >>"),
        Pdf("PDF that sends a form", DocumentRejection.PdfAction, "/AA << /WC 10 0 R >>", "<< /S /SubmitForm /F (http://example.test) >>"),
        Pdf("PDF that opens another file", DocumentRejection.PdfAction, "/OpenAction 10 0 R", "<< /S /GoToR /F (lain.pdf) /D [0 /Fit] >>"),
        Pdf("PDF that opens an address by itself", DocumentRejection.PdfAction, "/OpenAction 10 0 R", "<< /S /URI /URI (http://example.test) >>"),
        Pdf("PDF that carries a file", DocumentRejection.PdfAttachment, "/Names << /EmbeddedFiles << /Names [(a) 10 0 R] >> >>",
            "<< /Type /Filespec /F (a.exe) /EF << /F 11 0 R >> >>", "<< /Type /EmbeddedFile /Length 3 >>\nstream\nabc\nendstream"),
        Pdf("PDF with rich media", DocumentRejection.PdfMedia, "", "<< /Type /Annot /Subtype /RichMedia /Rect [0 0 1 1] >>"),
        Pdf("PDF with a film", DocumentRejection.PdfMedia, "", "<< /Type /Annot /Subtype /Movie /Rect [0 0 1 1] >>"),
        Pdf("PDF made of an XFA form", DocumentRejection.PdfForm, "/AcroForm << /Fields [] /XFA 10 0 R >>", "<< /Length 6 >>\nstream\n<xdp/>\nendstream"),
        new("PDF that opens only with a password", "akta.pdf", DocumentRejection.PdfEncrypted, () => FileTools.QpdfAsync(PdfFile.Plain(), "--encrypt", "rahasia", "pemilik", "256", "--")),
    ];

    private static HostileFile Plain(string name, string fileName, DocumentRejection reason, byte[] content) => new(name, fileName, reason, () => Task.FromResult(content));

    private static HostileFile Pdf(string name, DocumentRejection reason, string catalog, params string[] objects) =>
        Plain(name, "akta.pdf", reason, PdfFile.With(catalog, objects, page: objects.Length > 0 && catalog.Length == 0 ? "/Annots [10 0 R]" : ""));

    private static Task<byte[]> JpegAsync() => FileTools.VipsAsync(PngFile.Picture(), "out.jpg[Q=85]");

    private static byte[] Half(byte[] file) => file[..(file.Length / 2)];

    private static byte[] PageCountedOften(int times) => Encoding.Latin1.GetBytes(
        Encoding.Latin1.GetString(PdfFile.Plain()).Replace("/Kids [10 0 R] /Count 1", $"/Kids [{string.Join(' ', Enumerable.Repeat("10 0 R", times))}] /Count {times}", StringComparison.Ordinal));
}
