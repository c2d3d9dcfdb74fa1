using Onboarding.Core.Tools;

namespace Onboarding.Core.Documents.Inspection;

/// <summary>
/// Looks into files with the installed tools, and lets the virus scanner see them as they came. A tool or a required scanner
/// that is away postpones the answer; it is never taken for a good one.
/// </summary>
/// <param name="tools">Runs the tools.</param>
/// <param name="scanner">The virus scanner.</param>
public sealed class DocumentInspector(ToolRunner tools, ClamAvScanner scanner) : IDocumentInspector
{
    private readonly ImageInspection _images = new(tools);
    private readonly PdfInspection _files = new(tools);

    /// <inheritdoc />
    public async Task<Verdict> InspectAsync(ReceivedFile file, CancellationToken cancellationToken)
    {
        var verdict = file.Type == DocumentType.Pdf
            ? await _files.InspectAsync(file, cancellationToken)
            : await _images.InspectAsync(file, cancellationToken);
        if (verdict is not Verdict.Passed passed || scanner.Mode == VirusScan.Off)
        {
            return verdict;
        }

        var answer = await scanner.ScanAsync(file.Path, cancellationToken);
        return answer.Result switch
        {
            ScanResult.Infected => new Verdict.Infected(answer.Finding),
            ScanResult.NoAnswer when scanner.Mode == VirusScan.Required => new Verdict.Postponed(),
            ScanResult.NoAnswer => verdict,
            ScanResult.Clean => passed with { IsVirusScanned = true },
        };
    }
}
