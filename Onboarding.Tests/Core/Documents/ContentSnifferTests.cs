using FsCheck;
using FsCheck.Fluent;
using Onboarding.Core.Documents;

namespace Onboarding.Tests.Core.Documents;

public sealed class ContentSnifferTests
{
    public static TheoryData<string, DocumentType, byte[]> AcceptedFiles() => new()
    {
        { "JPEG", DocumentType.Jpeg, TestFiles.Jpeg() },
        { "progressive JPEG with data behind it", DocumentType.Jpeg, TestFiles.ProgressiveJpeg() },
        { "JPEG of the largest phone camera", DocumentType.Jpeg, TestFiles.Jpeg(16_320, 12_240) },
        { "PNG", DocumentType.Png, TestFiles.Png() },
        { "PNG with remains of a larger one behind it", DocumentType.Png, [.. TestFiles.Png(), .. new byte[5000]] },
        { "lossy WebP", DocumentType.WebP, TestFiles.WebP() },
        { "lossless WebP", DocumentType.WebP, TestFiles.LosslessWebP() },
        { "extended WebP", DocumentType.WebP, TestFiles.ExtendedWebP() },
        { "PDF", DocumentType.Pdf, TestFiles.Pdf() },
        { "smallest PDF", DocumentType.Pdf, TestFiles.Pdf(TestFiles.SmallestPdf) },
        { "PDF after a byte order mark and space", DocumentType.Pdf, [0xEF, 0xBB, 0xBF, .. "\r\n "u8, .. TestFiles.Pdf()] },
        { "PDF with space behind it", DocumentType.Pdf, [.. TestFiles.Pdf(5000), .. new byte[1000]] },
    };

    public static TheoryData<string, DocumentRejection, byte[]> HostileFiles() => new()
    {
        { "nothing", DocumentRejection.Empty, [] },
        { "one byte", DocumentRejection.UnknownType, [0xFF] },
        { "web page that calls itself a JPEG", DocumentRejection.UnknownType, "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray() },
        { "vector image", DocumentRejection.UnknownType, "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() },
        { "GIF", DocumentRejection.UnknownType, "GIF89a"u8.ToArray() },
        { "program", DocumentRejection.UnknownType, [(byte)'M', (byte)'Z', 0x90, 0, .. new byte[2000]] },
        { "archive", DocumentRejection.Archive, [.. "PK\u0003\u0004"u8, .. new byte[100], .. TestFiles.EmptyArchive()] },
        { "JPEG without an end", DocumentRejection.Damaged, TestFiles.Jpeg()[..^2] },
        { "JPEG cut in its profile", DocumentRejection.Damaged, TestFiles.ProgressiveJpeg()[..70_000] },
        { "JPEG of its first three bytes", DocumentRejection.Damaged, [0xFF, 0xD8, 0xFF] },
        { "JPEG of markers only", DocumentRejection.Damaged, [0xFF, 0xD8, 0xFF, 0xD9] },
        { "JPEG without height", DocumentRejection.Damaged, TestFiles.Jpeg(height: 0) },
        { "JPEG of 50,000 pixels", DocumentRejection.TooManyPixels, TestFiles.Jpeg(width: 50_000) },
        { "JPEG with too large an area", DocumentRejection.TooManyPixels, TestFiles.Jpeg(20_000, 20_000) },
        { "JPEG with a script in its head", DocumentRejection.HiddenContent, [.. TestFiles.Jpeg()[..20], .. "<ScRiPt>"u8, .. TestFiles.Jpeg()] },
        { "JPEG with an archive behind it", DocumentRejection.HiddenContent, [.. TestFiles.Jpeg(), .. "PK\u0003\u0004"u8, .. new byte[100], .. TestFiles.EmptyArchive()] },
        { "JPEG with an empty archive behind it", DocumentRejection.HiddenContent, [.. TestFiles.Jpeg(), .. TestFiles.EmptyArchive(commentLength: 300)] },
        { "JPEG with a web page behind it", DocumentRejection.HiddenContent, [.. TestFiles.Jpeg(), .. "<html>"u8] },
        { "JPEG with a PDF behind it", DocumentRejection.HiddenContent, [.. TestFiles.ProgressiveJpeg()[..^Behind], .. TestFiles.Pdf()] },
        { "PNG of 50,000 pixels", DocumentRejection.TooManyPixels, TestFiles.Png(width: 50_000) },
        { "PNG of 50,000 pixels that ends after its header", DocumentRejection.TooManyPixels, TestFiles.Png(height: 50_000)[..33] },
        { "PNG with a negative width", DocumentRejection.TooManyPixels, TestFiles.Png(width: -1) },
        { "PNG without width", DocumentRejection.Damaged, TestFiles.Png(width: 0) },
        { "PNG without an end", DocumentRejection.Damaged, TestFiles.Png()[..^12] },
        { "PNG without image data", DocumentRejection.Damaged, [.. TestFiles.Png()[..33], .. TestFiles.PngChunk("IEND", [])] },
        { "PNG without a header", DocumentRejection.Damaged, [.. TestFiles.Png()[..8], .. TestFiles.PngChunk("IDAT", [1]), .. TestFiles.PngChunk("IEND", [])] },
        { "PNG with a program behind it", DocumentRejection.HiddenContent, [.. TestFiles.Png(), 0x7F, .. "ELF"u8] },
        { "WebP cut off", DocumentRejection.Damaged, TestFiles.WebP()[..^1] },
        { "WebP of its header only", DocumentRejection.Damaged, TestFiles.WebP()[..16] },
        { "WebP without a frame", DocumentRejection.Damaged, [.. "RIFF\u0064\0\0\0WEBPJUNK"u8, .. new byte[100]] },
        { "WebP of 50,000 pixels", DocumentRejection.TooManyPixels, TestFiles.ExtendedWebP(width: 50_000) },
        { "WebP with a web page behind it", DocumentRejection.HiddenContent, [.. TestFiles.WebP(), .. "<?php"u8] },
        { "PDF cut off", DocumentRejection.Damaged, TestFiles.Pdf(5000)[..4000] },
        { "PDF with its end far from the end", DocumentRejection.Damaged, [.. TestFiles.Pdf(), .. new byte[2000]] },
        { "PDF after a web page", DocumentRejection.HiddenContent, [.. "<html>"u8, .. TestFiles.Pdf()] },
        { "PDF after a shell script", DocumentRejection.HiddenContent, [.. "#!/bin/sh\n"u8, .. TestFiles.Pdf()] },
        { "PDF within an archive", DocumentRejection.HiddenContent, [.. "PK\u0003\u0004"u8, .. TestFiles.Pdf(), .. TestFiles.EmptyArchive()] },
        { "PDF with an archive behind it", DocumentRejection.HiddenContent, [.. TestFiles.Pdf(), .. TestFiles.EmptyArchive(commentLength: 20)] },
        { "PDF that begins late", DocumentRejection.UnknownType, [.. new byte[2000], .. TestFiles.Pdf()] },
        { "PDF one byte too large", DocumentRejection.TooLarge, TestFiles.Pdf(DocumentLimits.MaximumSize + 1) },
    };

    private static int Behind => TestFiles.Jpeg(160, 100).Length;

    [Theory]
    [MemberData(nameof(AcceptedFiles), DisableDiscoveryEnumeration = true)]
    public void Accepts(string what, DocumentType type, byte[] file)
    {
        var sniffer = new ContentSniffer();

        Judge(sniffer, file, step: int.MaxValue).ShouldBeNull(what);
        sniffer.Type.ShouldBe(type);
        ContentSniffer.Detect(file).ShouldBe(type);
    }

    [Theory]
    [MemberData(nameof(HostileFiles), DisableDiscoveryEnumeration = true)]
    public void Refuses(string what, DocumentRejection rejection, byte[] file) =>
        Judge(new ContentSniffer(), file, step: int.MaxValue).ShouldBe(rejection, what);

    [Fact]
    public void Accepts_a_file_of_exactly_the_greatest_size() =>
        Judge(new ContentSniffer(), TestFiles.Pdf(DocumentLimits.MaximumSize), step: 65_536).ShouldBeNull();

    [Fact]
    public void Says_the_same_however_the_bytes_arrive()
    {
        var files = AcceptedFiles().Select(row => row.Data.Item3).Concat(HostileFiles().Select(row => row.Data.Item3)).Where(file => file.Length < 300_000);
        foreach (var file in files)
        {
            var whole = Judge(new ContentSniffer(), file, int.MaxValue);
            foreach (var step in new[] { 1, 7, 1023, 1024, 1025 })
            {
                Judge(new ContentSniffer(), file, step).ShouldBe(whole);
            }
        }
    }

    [Fact]
    public void Refuses_every_image_that_is_cut_off_anywhere()
    {
        foreach (var file in new[] { TestFiles.Jpeg(), TestFiles.Png(), TestFiles.WebP(), TestFiles.LosslessWebP() })
        {
            for (var length = 0; length < file.Length; length++)
            {
                Judge(new ContentSniffer(), file.AsSpan(0, length), int.MaxValue).ShouldNotBeNull();
            }
        }
    }

    [Fact]
    public void Has_an_answer_for_whatever_is_changed_in_a_file()
    {
        byte[][] files = [TestFiles.Jpeg(), TestFiles.ProgressiveJpeg(), TestFiles.Png(), TestFiles.WebP(), TestFiles.LosslessWebP(), TestFiles.ExtendedWebP(), TestFiles.Pdf()];

        Check.QuickThrowOnFailure(Prop.ForAll<int, int, byte>((which, where, value) =>
        {
            var file = files[(which & int.MaxValue) % files.Length].ToArray();
            file[(where & int.MaxValue) % Math.Min(file.Length, 2500)] = value;
            Judge(new ContentSniffer(), file, step: 333);
        }));
    }

    private static DocumentRejection? Judge(ContentSniffer sniffer, ReadOnlySpan<byte> file, int step)
    {
        while (!file.IsEmpty)
        {
            var taken = Math.Min(step, file.Length);
            if (sniffer.Append(file[..taken]) is { } rejection)
            {
                return rejection;
            }

            file = file[taken..];
        }

        return sniffer.Complete();
    }
}
