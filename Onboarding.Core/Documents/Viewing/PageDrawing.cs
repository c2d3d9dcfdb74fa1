using System.Globalization;
using System.Text;
using Onboarding.Core.Results;
using Onboarding.Core.Tools;

namespace Onboarding.Core.Documents.Viewing;

/// <summary>
/// Draws pages of PDF files as pictures, outside the process. What a browser gets was drawn from the page, so nothing of the file
/// can act in it, and a browser needs no reader of its own.
/// </summary>
/// <param name="tools">Runs qpdf and pdftoppm.</param>
public sealed class PageDrawing(ToolRunner tools)
{
    private const string FileName = "document.pdf";
    private const string Picture = "page";

    // The long side of a page in pixels. A4 at 1,800 is 154 dpi; the fine one shows print of six points.
    private const int NormalSide = 1800;
    private const int FineSide = 3600;
    private const int Warnings = 3;
    private const int Megabyte = 1024 * 1024;

    private static readonly ToolLimits Limits = new(TimeSpan.FromSeconds(20), 1536L * Megabyte, 32L * Megabyte, Megabyte);

    /// <summary>Counts the pages.</summary>
    /// <param name="content">The PDF, read to its end.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many, or <see cref="RefusalCode.PageNotDrawn"/>.</returns>
    public async Task<Result<int>> CountAsync(Stream content, CancellationToken cancellationToken)
    {
        using var folder = tools.OpenFolder();
        await KeepAsync(folder, content, cancellationToken);
        var outcome = await tools.RunAsync(new ToolCall(ExternalTool.Qpdf, folder, ["--no-warn", "--show-npages", FileName], Limits), cancellationToken);
        var isRead = outcome is { Ending: ToolEnding.Finished, ExitCode: 0 or Warnings };
        return isRead && int.TryParse(Encoding.ASCII.GetString(outcome.Output.Span).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) && pages > 0
            ? pages
            : new NotAllowed(RefusalCode.PageNotDrawn);
    }

    /// <summary>Draws one page as a JPEG.</summary>
    /// <param name="content">The PDF, read to its end.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="detail">How finely.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The picture, or <see cref="RefusalCode.PageNotDrawn"/>.</returns>
    public async Task<Result<byte[]>> DrawAsync(Stream content, int page, PageDetail detail, CancellationToken cancellationToken)
    {
        using var folder = tools.OpenFolder();
        await KeepAsync(folder, content, cancellationToken);
        var number = page.ToString(CultureInfo.InvariantCulture);
        var side = (detail == PageDetail.Fine ? FineSide : NormalSide).ToString(CultureInfo.InvariantCulture);
        string[] arguments = ["-q", "-f", number, "-l", number, "-singlefile", "-scale-to", side, "-jpeg", "-jpegopt", "quality=85", FileName, Picture];
        var outcome = await tools.RunAsync(new ToolCall(ExternalTool.PdfToPpm, folder, arguments, Limits), cancellationToken);
        var picture = folder.File($"{Picture}.jpg");
        return outcome.IsGood && File.Exists(picture)
            ? await File.ReadAllBytesAsync(picture, cancellationToken)
            : new NotAllowed(RefusalCode.PageNotDrawn);
    }

    private static async Task KeepAsync(ToolFolder folder, Stream content, CancellationToken cancellationToken)
    {
        await using var file = folder.Create(FileName);
        await content.CopyToAsync(file, cancellationToken);
    }
}
