using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Core.Tools;
using Onboarding.Tests.Support;
using Onboarding.Tests.Support.Files;

namespace Onboarding.Tests.Integration.Documents;

/// <summary>What people really send is taken in, upright, in a form that every browser shows, and without what nobody asked for.</summary>
public sealed class AcceptedFileTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly byte[] Picture = PngFile.Picture();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_photo_is_kept_upright_and_without_the_place_where_it_was_taken()
    {
        var photo = ExifSegment.AddTo(await FileTools.VipsAsync(Picture, "out.jpg[Q=85]"));
        var place = Read(photo).OfType<GpsDirectory>().Single().GetGeoLocation();
        place.ShouldNotBeNull().Latitude.ShouldBe(-6.175, 0.001);

        var (document, kept) = await UploadAsync(photo, "ktp.jpg");

        (document.ReceivedType, document.Type, document.State).ShouldBe((DocumentType.Jpeg, DocumentType.Jpeg, DocumentState.Usable));
        var directories = Read(kept);
        directories.OfType<GpsDirectory>().ShouldBeEmpty();
        directories.OfType<ExifDirectoryBase>().ShouldBeEmpty();
        Size(kept).ShouldBe((300, 480));
    }

    [Theory]
    [InlineData("out.jpg[Q=85]", "out.jpg", DocumentType.Jpeg)]
    [InlineData("out.webp", "out.webp", DocumentType.WebP)]
    [InlineData("out.webp[lossless]", "out.webp", DocumentType.WebP)]
    [InlineData("out.heic[compression=hevc]", "out.heic", DocumentType.Heic)]
    public async Task What_is_kept_of_a_photo_is_a_JPEG(string saver, string name, DocumentType received)
    {
        var (document, kept) = await UploadAsync(await FileTools.VipsAsync(Picture, saver), name);

        (document.ReceivedType, document.Type, document.FileName).ShouldBe((received, DocumentType.Jpeg, name));
        Size(kept).ShouldBe((480, 300));
    }

    [Fact]
    public async Task An_image_in_printer_inks_is_shown_in_colours()
    {
        var inks = await FileTools.VipsAsync(Picture, "out.jpg", "colourspace", "cmyk");
        Channels(inks).ShouldBe(4);

        Channels((await UploadAsync(inks, "ktp.jpg")).Kept).ShouldBe(3);
    }

    [Fact]
    public async Task An_animation_becomes_its_first_picture()
    {
        var frames = await FileTools.VipsAsync(PngFile.Picture(480, 600), "out.webp[page_height=300]", "copy");

        Size((await UploadAsync(frames, "ktp.webp")).Kept).ShouldBe((480, 300));
    }

    [Fact]
    public async Task A_scan_with_16_bits_a_channel_stays_a_PNG_and_loses_its_hidden_text()
    {
        var scan = PngFile.Picture(480, 300, bits: 16, PngFile.PackedText(5_000_000));

        var (document, kept) = await UploadAsync(scan, "akta.png");

        document.Type.ShouldBe(DocumentType.Png);
        kept.AsSpan().IndexOf("zTXt"u8).ShouldBe(-1);
        Size(kept).ShouldBe((480, 300));
    }

    [Fact]
    public async Task The_smallest_picture_on_which_a_card_can_be_read_is_taken() =>
        Size((await UploadAsync(PngFile.Picture(400, 250), "ktp.png")).Kept).ShouldBe((400, 250));

    [Fact]
    public async Task What_a_telephone_appends_to_its_photo_is_left_away()
    {
        var photo = await FileTools.VipsAsync(Picture, "out.jpg[Q=85]");

        var (_, kept) = await UploadAsync([.. photo, .. photo, .. "sisa"u8], "ktp.jpg");

        kept.AsSpan().IndexOf("sisa"u8).ShouldBe(-1);
        kept.AsSpan()[3..].IndexOf((byte[])[0xFF, 0xD8, 0xFF]).ShouldBe(-1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/OpenAction [12 0 R /XYZ null null 0] /PageMode /UseOutlines")]
    [InlineData("/OpenAction 10 0 R")]
    public async Task A_PDF_stays_as_it_came_so_that_its_signature_holds(string catalog)
    {
        FileTools.Require(ExternalTool.Qpdf);
        var file = PdfFile.With(catalog, ["<< /S /GoTo /D [12 0 R /Fit] >>", "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://oss.go.id) >> >>"], pages: 3, page: "/Annots [11 0 R]");

        (await UploadAsync(file, "nib.pdf")).Kept.ShouldBe(file);
    }

    [Fact]
    public async Task A_PDF_that_opens_without_a_password_is_taken_although_it_forbids_changes()
    {
        var file = await FileTools.QpdfAsync(PdfFile.Plain(), "--encrypt", "", "pemilik", "256", "--modify=none", "--");

        (await UploadAsync(file, "sk-ahu.pdf")).Kept.ShouldBe(file);
    }

    private static IReadOnlyList<MetadataExtractor.Directory> Read(byte[] file) => ImageMetadataReader.ReadMetadata(new MemoryStream(file));

    private static (int Width, int Height) Size(byte[] file)
    {
        var tags = Read(file).SelectMany(directory => directory.Tags).ToList();
        return (Number(tags, "Image Width"), Number(tags, "Image Height"));
    }

    private static int Channels(byte[] file) => Number([.. Read(file).SelectMany(directory => directory.Tags)], "Number of Components");

    private static int Number(List<Tag> tags, string name) =>
        int.Parse(tags.First(tag => tag.Name == name).Description!.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(CaseDocument Document, byte[] Kept)> UploadAsync(byte[] file, string name)
    {
        FileTools.Require(ExternalTool.Vips, ExternalTool.Qpdf);
        var core = await cores.FreshAsync(DatabaseKind.Sqlite, services => services.AddSingleton<IDocumentInspector, DocumentInspector>());
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        var added = (await core.Get<AddDocumentHandler>().HandleAsync(new(CasesAt.Target(state), DocumentKind.Other, name), new MemoryStream(file), Staff.Sari, Token)).ShouldBeDone();
        var opened = (await core.Get<OpenDocumentHandler>().HandleAsync(new(state.Number, added.Id), Staff.Sari, Token)).ShouldBeDone();
        using var kept = new MemoryStream();
        await using (opened.Content)
        {
            await opened.Content.CopyToAsync(kept, Token);
        }

        System.IO.Directory.EnumerateFileSystemEntries(Path.Combine(core.Folder, "work")).ShouldBeEmpty();
        return ((await core.Cases.LoadAsync(state.CaseId)).Documents.Single(document => document.Id == added.Id), kept.ToArray());
    }
}
