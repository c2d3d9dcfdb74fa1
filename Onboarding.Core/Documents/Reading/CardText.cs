using System.Globalization;
using System.Text;
using Onboarding.Core.Documents.Viewing;
using Onboarding.Core.Results;
using Onboarding.Core.Tools;

namespace Onboarding.Core.Documents.Reading;

/// <summary>
/// Reads the text of a photographed card: libvips makes the picture grey, large and rich in contrast, Tesseract reads it in
/// Indonesian. The text is handed on and forgotten; it is stored nowhere.
/// </summary>
/// <param name="tools">Runs libvips and Tesseract.</param>
/// <param name="drawing">Draws the page of a card that came as a PDF.</param>
public sealed class CardText(ToolRunner tools, PageDrawing drawing)
{
    private const string Picture = "card";

    // Not libvips' own format, which it does not read while it is told to trust nobody.
    private const string Loaded = "loaded.png";
    private const string Scaled = "scaled.png";
    private const string Grey = "grey.png";
    private const string Clear = "clear.png";
    private const string Turned = "turned.png";

    // Tesseract reads best when capitals are some 30 pixels high: a card of this width has them.
    private const int Width = 1800;
    private const int Megabyte = 1024 * 1024;

    private static readonly ToolLimits Limits = new(TimeSpan.FromSeconds(45), 2048L * Megabyte, 256L * Megabyte, Megabyte);
    private static readonly string[] Turns = ["d90", "d270", "d180"];

    /// <summary>Whether the programs are installed.</summary>
    public bool IsAvailable => tools.Has(ExternalTool.Tesseract) && tools.Has(ExternalTool.Vips);

    /// <summary>Reads the lines of a picture, and of its other three sides until one is good.</summary>
    /// <param name="content">The picture or PDF, read to its end.</param>
    /// <param name="type">Its type.</param>
    /// <param name="isGood">Whether these lines are a card.</param>
    /// <param name="progress">Told what is done now; may be null.</param>
    /// <param name="cancellationToken">Ends the work and the programs.</param>
    /// <returns>The lines, perhaps none; or why nothing can be read.</returns>
    internal async Task<Result<CardLines>> ReadAsync(
        Stream content, DocumentType type, Func<IReadOnlyList<CardLine>, bool> isGood, Action<CardReadingStep>? progress, CancellationToken cancellationToken)
    {
        if (!IsAvailable)
        {
            return new NotAllowed(RefusalCode.CardReadingAbsent);
        }

        progress?.Invoke(CardReadingStep.Preparing);
        using var folder = tools.OpenFolder();
        if (await PrepareAsync(folder, content, type, cancellationToken) is { } problem)
        {
            return problem;
        }

        progress?.Invoke(CardReadingStep.Reading);
        var upright = await LinesAsync(folder, Clear, cancellationToken);
        if (!upright.IsDone || isGood(upright.Value.Lines))
        {
            return upright;
        }

        foreach (var turn in Turns)
        {
            if (!(await RunAsync(ExternalTool.Vips, folder, ["rot", Clear, Turned, turn], cancellationToken)).IsGood)
            {
                break;
            }

            var lines = await LinesAsync(folder, Turned, cancellationToken);
            if (!lines.IsDone || isGood(lines.Value.Lines))
            {
                return lines;
            }
        }

        return upright;
    }

    private async Task<Refusal?> PrepareAsync(ToolFolder folder, Stream content, DocumentType type, CancellationToken cancellationToken)
    {
        if (type == DocumentType.Pdf)
        {
            var page = await drawing.DrawAsync(content, 1, PageDetail.Fine, cancellationToken);
            if (!page.IsDone)
            {
                return page.Refusal;
            }

            await using var picture = new MemoryStream(page.Value, writable: false);
            await KeepAsync(folder, picture, cancellationToken);
        }
        else
        {
            await KeepAsync(folder, content, cancellationToken);
        }

        string[][] steps =
        [
            [Loader(type), Picture, Loaded],
            ["thumbnail", Loaded, Scaled, Width.ToString(CultureInfo.InvariantCulture), "--height", (Width * 2).ToString(CultureInfo.InvariantCulture)],
            ["colourspace", Scaled, Grey, "b-w"],
            ["hist_norm", Grey, $"{Clear}[strip]"],
        ];
        foreach (var step in steps)
        {
            if (!(await RunAsync(ExternalTool.Vips, folder, step, cancellationToken)).IsGood)
            {
                return new NotAllowed(RefusalCode.CardNotReadable);
            }
        }

        return null;
    }

    // The loader is named after the type that was found when the document came in; libvips never looks for one itself.
    private static string Loader(DocumentType type) => type switch
    {
        DocumentType.Png => "pngload",
        DocumentType.WebP => "webpload",
        DocumentType.Heic => "heifload",
        DocumentType.Jpeg or DocumentType.Pdf => "jpegload",
    };

    private async Task<Result<CardLines>> LinesAsync(ToolFolder folder, string picture, CancellationToken cancellationToken)
    {
        string[] arguments = [picture, "stdout", "-l", "ind", "--psm", "6", "--dpi", "300", "tsv"];
        var outcome = await RunAsync(ExternalTool.Tesseract, folder, arguments, cancellationToken);
        return outcome switch
        {
            { IsGood: true } => new CardLines(CardLine.Read(Encoding.UTF8.GetString(outcome.Output.Span))),
            { Ending: ToolEnding.Missing } => new NotAllowed(RefusalCode.CardReadingAbsent),
            _ => new NotAllowed(RefusalCode.CardNotReadable),
        };
    }

    private static async Task KeepAsync(ToolFolder folder, Stream content, CancellationToken cancellationToken)
    {
        await using var file = folder.Create(Picture);
        await content.CopyToAsync(file, cancellationToken);
    }

    private Task<ToolOutcome> RunAsync(ExternalTool tool, ToolFolder folder, string[] arguments, CancellationToken cancellationToken) =>
        tools.RunAsync(new ToolCall(tool, folder, arguments, Limits), cancellationToken);
}
