using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Tools;

namespace Onboarding.Core.Reporting.Printing;

/// <summary>
/// Makes one file of the reports of a bulk print, with qpdf or else with pdfunite. Where neither is installed, or the file would
/// be larger than a document may be, the reports stay separate files and the page offers them one by one.
/// </summary>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="unitOfWork">The write path.</param>
/// <param name="storage">Document storage.</param>
/// <param name="tools">Runs the programs.</param>
/// <param name="settings">How long results are kept.</param>
/// <param name="clock">Clock.</param>
public sealed class PrintJoining(
    OnboardingContextFactory contexts, UnitOfWork unitOfWork, IDocumentStorage storage, ToolRunner tools, PrintSettings settings, TimeProvider clock)
{
    // A tool may open no more than 128 files at once.
    private const int MostAtOnce = 50;
    private const int Warnings = 3;

    /// <summary>Joins what was printed and ends the request.</summary>
    internal async Task FinishAsync(PrintRequest request, CancellationToken cancellationToken)
    {
        var parts = await PartsAsync(request.Id, cancellationToken);
        var joined = parts.Count > 1 ? await JoinAsync(parts, cancellationToken) : null;
        var written = await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                var now = Instant.Now(clock);
                var row = await scope.Context.PrintRequests.SingleAsync(item => item.Id == request.Id, cancellationToken);
                if (!row.IsHeldBy(request))
                {
                    return new Conflict(RefusalCode.PrintNotOpen);
                }

                if (parts.Count == 0)
                {
                    row.Fail(PrintFailure.NotPrintable, now);
                    return Done.Instance;
                }

                if (joined is not null)
                {
                    row.Hold(joined);
                }

                row.Finish(joined is not null || parts.Count == 1, now + TimeSpan.FromHours(settings.KeepHours), now);
                return Done.Instance;
            },
            cancellationToken);
        if (!written.IsDone && joined is not null)
        {
            await storage.DeleteAsync(joined.Id, CancellationToken.None);
        }
        else if (joined is not null)
        {
            await DiscardAsync(request.Id, CancellationToken.None);
        }
    }

    /// <summary>Removes the separate files of a bulk print.</summary>
    internal async Task DiscardAsync(Guid requestId, CancellationToken cancellationToken)
    {
        List<Guid> files = [];
        var written = await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                var items = await scope.Context.PrintItems.Where(item => item.RequestId == requestId && item.FileId != null).ToListAsync(cancellationToken);
                files = [.. items.Select(item => item.FileId!.Value)];
                items.ForEach(item => item.Forget());
                return Done.Instance;
            },
            cancellationToken);
        foreach (var file in written.IsDone ? files : [])
        {
            await storage.DeleteAsync(file, CancellationToken.None);
        }
    }

    private async Task<List<StoredDocument>> PartsAsync(Guid requestId, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var items = await context.PrintItems.AsNoTracking()
            .Where(item => item.RequestId == requestId && item.FileId != null).OrderBy(item => item.Number).ToListAsync(cancellationToken);
        return items.ConvertAll(item => item.ToStored()!);
    }

    private async Task<StoredDocument?> JoinAsync(List<StoredDocument> parts, CancellationToken cancellationToken)
    {
        var tool = tools.Has(ExternalTool.Qpdf) ? ExternalTool.Qpdf : ExternalTool.PdfUnite;
        if (!tools.Has(tool))
        {
            return null;
        }

        using var folder = tools.OpenFolder();
        List<string> names = [];
        foreach (var part in parts)
        {
            var name = Name("part", names.Count);
            await using var file = folder.Create(name);
            await using var content = await storage.OpenAsync(part, cancellationToken);
            await content.CopyToAsync(file, cancellationToken);
            names.Add(name);
        }

        for (var round = 0; names.Count > 1; round++)
        {
            List<string> joined = [];
            foreach (var group in names.Chunk(MostAtOnce))
            {
                var target = Name($"round{round.ToString(CultureInfo.InvariantCulture)}", joined.Count);
                var outcome = await tools.RunAsync(new ToolCall(tool, folder, Arguments(tool, group, target), ToolLimits.Usual), cancellationToken);
                if (outcome is not { Ending: ToolEnding.Finished, ExitCode: 0 or Warnings })
                {
                    return null;
                }

                joined.Add(target);
            }

            names = joined;
        }

        await using var result = File.OpenRead(folder.File(names[0]));
        var stored = await storage.StoreAsync(SequentialId.New(clock), result, cancellationToken);
        return stored.IsDone ? stored.Value : null;
    }

    private static IReadOnlyList<string> Arguments(ExternalTool tool, string[] files, string target) => tool == ExternalTool.Qpdf
        ? ["--no-warn", "--empty", "--pages", .. files, "--", target]
        : [.. files, target];

    private static string Name(string prefix, int index) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{index + 1:0000}.pdf");
}
