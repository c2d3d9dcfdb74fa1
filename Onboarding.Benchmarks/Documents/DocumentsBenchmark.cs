using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Time;
using Spectre.Console;

namespace Onboarding.Benchmarks.Documents;

/// <summary>Lets files of the greatest size come in at the same time, looked into as always, and go out again, and watches the memory.</summary>
/// <param name="core">The core.</param>
/// <param name="console">Where to write.</param>
internal sealed class DocumentsBenchmark(BenchmarkCore core, IAnsiConsole console)
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>Measures one file alone, then all of them at once, and prints a table.</summary>
    public async Task RunAsync(int files, CancellationToken cancellationToken)
    {
        var table = new Table().AddColumns("what", "files", "seconds", "MB/s", "memory of the process at most", "more than before");
        await MeasureAsync(table, "in", 1, cancellationToken);
        await MeasureAsync(table, "out", 1, cancellationToken);
        await MeasureAsync(table, "in", files, cancellationToken);
        await MeasureAsync(table, "out", files, cancellationToken);
        console.Write(table);
    }

    private async Task MeasureAsync(Table table, string what, int files, CancellationToken cancellationToken)
    {
        GC.Collect();
        var before = Process.GetCurrentProcess().WorkingSet64;
        using var watch = new MemoryWatch();
        var start = Stopwatch.GetTimestamp();
        await (what == "in" ? InAsync(files, cancellationToken) : OutAsync(files, cancellationToken));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var most = watch.Most;
        table.AddRow(
            what,
            Text(files),
            Text(seconds),
            Text(files * DocumentLimits.MaximumSize / Megabyte / seconds),
            $"{Text(most / Megabyte)} MB",
            $"{Text((most - before) / Megabyte)} MB");
    }

    private Task InAsync(int files, CancellationToken cancellationToken) => Task.WhenAll(Enumerable.Range(0, files).Select(number => Task.Run(
        async () =>
        {
            await using var content = new LargePdf(DocumentLimits.MaximumSize);
            var key = SequentialId.New(TimeProvider.System);
            var result = await core.Get<UploadPendingDocumentHandler>().HandleAsync(new(key, DocumentKind.Other, $"{number}.pdf"), content, cancellationToken);
            if (!result.IsDone)
            {
                throw new InvalidOperationException($"The file was refused: {result.Refusal.Code} {string.Join(' ', result.Refusal.Arguments)}.");
            }
        },
        cancellationToken)));

    private async Task OutAsync(int files, CancellationToken cancellationToken)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        var documents = await context.PendingDocuments.AsNoTracking().OrderByDescending(document => document.Id).Take(files).ToListAsync(cancellationToken);
        var storage = core.Get<IDocumentStorage>();
        await Task.WhenAll(documents.Select(document => Task.Run(
            async () =>
            {
                await using var content = await storage.OpenAsync(document.ToStored(), cancellationToken);
                await content.CopyToAsync(Stream.Null, cancellationToken);
            },
            cancellationToken)));
    }

    private static string Text(double figure) => figure.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Text(int figure) => figure.ToString(CultureInfo.InvariantCulture);
}
