using System.Globalization;
using System.Text;
using Onboarding.Core.Tools;

namespace Onboarding.Core.Documents.Inspection;

/// <summary>
/// Lets qpdf read a PDF and looks for what has no place in a copy of a document: scripts, actions, attachments, rich media, forms
/// that are programs. The file itself stays as it came, since a changed file would void the electronic signature that
/// documents of OSS and AHU carry. One that anybody may open but not print or change is accepted: qpdf sees all of it.
/// </summary>
/// <param name="tools">Runs qpdf.</param>
internal sealed class PdfInspection(ToolRunner tools)
{
    private const string Structure = "structure.json";
    private const int Warnings = 3;
    private const int NeedsPassword = 0;

    // The end record of an archive is looked for in the last 64 kB, the longest comment that may follow it.
    private const int ArchiveTail = 65_557;

    public async Task<Verdict> InspectAsync(ReceivedFile file, CancellationToken cancellationToken)
    {
        if (!tools.Has(ExternalTool.Qpdf))
        {
            return new Verdict.Postponed();
        }

        if (EndsAsArchive(file))
        {
            return new Verdict.Refused(DocumentRejection.HiddenContent);
        }

        if ((await RunAsync(file, ["--requires-password"], [], cancellationToken)).ExitCode == NeedsPassword)
        {
            return new Verdict.Refused(DocumentRejection.PdfEncrypted);
        }

        var pages = await RunAsync(file, ["--show-npages"], [], cancellationToken);
        if (Problem(pages) is { } unreadable)
        {
            return unreadable;
        }

        if (!int.TryParse(Encoding.ASCII.GetString(pages.Output.Span).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0)
        {
            return new Verdict.Refused(DocumentRejection.Damaged);
        }

        if (count > DocumentLimits.MaximumPages)
        {
            return new Verdict.Refused(DocumentRejection.TooManyPages);
        }

        return await LookInsideAsync(file, cancellationToken);
    }

    private async Task<Verdict> LookInsideAsync(ReceivedFile file, CancellationToken cancellationToken)
    {
        if (Problem(await RunAsync(file, ["--json=2", "--json-key=qpdf", "--json-stream-data=none"], [Structure], cancellationToken)) is { } unreadable)
        {
            return unreadable;
        }

        await using (var structure = File.OpenRead(file.Folder.File(Structure)))
        {
            if (await PdfStructure.FindAsync(structure, cancellationToken) is { } found)
            {
                return new Verdict.Refused(found);
            }
        }

        // Decodes the content of every page, and so meets what is damaged or swells beyond measure.
        return Problem(await RunAsync(file, ["--check"], [], cancellationToken)) ?? new Verdict.Passed(file.Path);
    }

    private Task<ToolOutcome> RunAsync(ReceivedFile file, string[] options, string[] results, CancellationToken cancellationToken) =>
        tools.RunAsync(
            new ToolCall(ExternalTool.Qpdf, file.Folder, ["--no-warn", .. options, ReceivedFile.Name, .. results], ToolLimits.Usual), cancellationToken);

    private static Verdict? Problem(ToolOutcome outcome) => outcome switch
    {
        { Ending: ToolEnding.Finished, ExitCode: 0 or Warnings } => null,
        { Ending: ToolEnding.Missing } => new Verdict.Postponed(),
        { WasStopped: true } => new Verdict.Refused(DocumentRejection.TooComplex),
        _ => new Verdict.Refused(DocumentRejection.Damaged),
    };

    private static bool EndsAsArchive(ReceivedFile file)
    {
        using var handle = File.OpenHandle(file.Path);
        var tail = new byte[Math.Min(ArchiveTail, file.Size)];
        var length = RandomAccess.Read(handle, tail, file.Size - tail.Length);
        return ContentSniffer.EndsAsArchive(tail.AsSpan(0, length));
    }
}
