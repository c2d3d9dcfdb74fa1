using System.Globalization;
using System.Text;
using Onboarding.Core.Tools;

namespace Onboarding.Core.Documents.Inspection;

/// <summary>
/// Decodes an image with libvips and writes it anew: what is kept was drawn from the pixels, so neither the place where a
/// photo was taken (UU PDP Pasal 16, data that nobody asked for) nor anything else that was hidden in the file survives. An
/// image that does not decode is refused, and so is one on which nothing can be read: too small, or of one colour. A photo is turned upright; WebP and HEIC become JPEG, which every program shows.
/// </summary>
/// <param name="tools">Runs libvips.</param>
internal sealed class ImageInspection(ToolRunner tools)
{
    private const string KeptJpeg = "kept.jpg";
    private const string KeptPng = "kept.png";
    private const string Turning = "turning.jpg";
    private const string Small = "small.jpg";

    // More is never looked at: 30 million pixels show an A3 page at 350 dpi.
    private const long MostKeptPixels = 30_000_000;

    // Of 255 shades. A scanned page with a single word on it varies by more, and so does the noise of any camera.
    private const double LeastDeviation = 0.5;

    private const int ExifFlag = 0x08;
    private const int FlagsOfWebP = 20;

    public async Task<Verdict> InspectAsync(ReceivedFile file, CancellationToken cancellationToken)
    {
        if (!tools.Has(ExternalTool.Vips))
        {
            return new Verdict.Postponed();
        }

        var name = file.Type == DocumentType.Png ? KeptPng : KeptJpeg;
        foreach (var arguments in Steps(file, name))
        {
            if (await RunAsync(file.Folder, arguments, cancellationToken) is { } problem)
            {
                return problem;
            }
        }

        // Last, so that a file which is broken is told to be that and not to be small.
        if (file.Pixels < DocumentLimits.MinimumPixels)
        {
            return new Verdict.Refused(DocumentRejection.TooFewPixels);
        }

        if (await IsBlankAsync(file.Folder, name, cancellationToken))
        {
            return new Verdict.Refused(DocumentRejection.Blank);
        }

        // A photo saved without loss, or at a higher quality than needed: as a plain JPEG it fits.
        if (new FileInfo(file.Folder.File(name)).Length > DocumentLimits.MaximumSize)
        {
            string[] again = [name == KeptPng ? "pngload" : "jpegload", name, $"{Small}[strip,Q=75,background=255]"];
            if (await RunAsync(file.Folder, again, cancellationToken) is { } problem)
            {
                return problem;
            }

            name = Small;
        }

        return new FileInfo(file.Folder.File(name)).Length <= DocumentLimits.MaximumSize
            ? new Verdict.Passed(file.Folder.File(name))
            : new Verdict.Refused(DocumentRejection.TooLarge);
    }

    // The loader is named after the type that was found; libvips never looks for one itself.
    private static IEnumerable<string[]> Steps(ReceivedFile file, string kept)
    {
        const string Jpeg = "[strip,Q=90,background=255]";
        switch (file.Type)
        {
            case DocumentType.Jpeg when file.IsInPrinterInks:
                yield return ["jpegload", ReceivedFile.Name, $"{Turning}[Q=95]", "--autorotate", "--shrink", Shrink(file), "--fail-on", "error"];
                yield return ["colourspace", Turning, kept + Jpeg, "srgb"];
                break;
            case DocumentType.Jpeg:
                yield return ["jpegload", ReceivedFile.Name, kept + Jpeg, "--autorotate", "--shrink", Shrink(file), "--fail-on", "error"];
                break;
            case DocumentType.Png:
                yield return ["pngload", ReceivedFile.Name, $"{kept}[strip,compression=3]", "--access", "sequential", "--fail-on", "error"];
                break;
            case DocumentType.WebP when SaysHowToTurn(file.Path):
                yield return ["webpload", ReceivedFile.Name, $"{Turning}[Q=95,background=255]", "--scale", Scale(file), "--fail-on", "error"];
                yield return ["jpegload", Turning, kept + Jpeg, "--autorotate"];
                break;
            case DocumentType.WebP:
                yield return ["webpload", ReceivedFile.Name, kept + Jpeg, "--scale", Scale(file), "--fail-on", "error"];
                break;
            case DocumentType.Heic:
                yield return ["heifload", ReceivedFile.Name, kept + Jpeg, "--fail-on", "error"];
                break;
            case DocumentType.Pdf:
                throw new ArgumentException("A PDF is not an image.", nameof(file));
        }
    }

    private static int Divisor(ReceivedFile file) => file.Pixels switch
    {
        <= MostKeptPixels => 1,
        <= 4 * MostKeptPixels => 2,
        _ => 4,
    };

    private static string Shrink(ReceivedFile file) => Divisor(file).ToString(CultureInfo.InvariantCulture);

    private static string Scale(ReceivedFile file) => (1.0 / Divisor(file)).ToString(CultureInfo.InvariantCulture);

    private static bool SaysHowToTurn(string path)
    {
        using var file = File.OpenHandle(path);
        Span<byte> head = stackalloc byte[FlagsOfWebP + 1];
        return RandomAccess.Read(file, head, 0) == head.Length && head[12..16].SequenceEqual("VP8X"u8) && (head[FlagsOfWebP] & ExifFlag) != 0;
    }

    // How much the shades vary. Where that is not answered the picture is taken: it was decoded, and people look at it.
    private async Task<bool> IsBlankAsync(ToolFolder folder, string name, CancellationToken cancellationToken)
    {
        var outcome = await tools.RunAsync(new ToolCall(ExternalTool.Vips, folder, ["deviate", name], ToolLimits.Usual), cancellationToken);
        return outcome.IsGood
            && double.TryParse(Encoding.ASCII.GetString(outcome.Output.Span).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var deviation)
            && deviation < LeastDeviation;
    }

    private async Task<Verdict?> RunAsync(ToolFolder folder, string[] arguments, CancellationToken cancellationToken)
    {
        var outcome = await tools.RunAsync(new ToolCall(ExternalTool.Vips, folder, arguments, ToolLimits.Usual), cancellationToken);
        return outcome switch
        {
            { IsGood: true } => null,
            { Ending: ToolEnding.Missing } => new Verdict.Postponed(),
            { WasStopped: true } => new Verdict.Refused(DocumentRejection.TooComplex),
            _ => new Verdict.Refused(DocumentRejection.Damaged),
        };
    }
}
