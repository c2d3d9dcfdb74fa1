using System.Diagnostics;
using Onboarding.Benchmarks.Databases;
using Onboarding.Benchmarks.Portal;
using Onboarding.Benchmarks.Results;
using Onboarding.Core.Persistence;

namespace Onboarding.Benchmarks.Start;

/// <summary>
/// From the start of the process to its first page, and to the first queue page with its rows, by the number of cases; against a database that is
/// ready and has none.
/// </summary>
/// <param name="databases">The databases.</param>
/// <param name="book">Takes the figures.</param>
internal sealed class StartBenchmark(CaseDatabases databases, FigureBook book)
{
    /// <summary>Heading of the figures.</summary>
    public const string Measurement = "Start";

    private const string Path = "/queues/administration?queue=Verification";
    private const double MostOfEmpty = 1.5;
    private const int Starts = 3;

    /// <summary>Measures at no case and at each size.</summary>
    public async Task RunAsync(IReadOnlyList<int> sizes, CancellationToken cancellationToken)
    {
        foreach (var provider in await databases.ProvidersAsync(cancellationToken))
        {
            var empty = await MeasureAsync(provider, 0, cancellationToken);
            foreach (var size in sizes)
            {
                var full = await MeasureAsync(provider, size, cancellationToken);
                Add("process start to the first page", provider, size, full.First, empty.First);
                Add("process start to the first queue page", provider, size, full.Queue, empty.Queue);
            }
        }

        book.Print(Measurement);
    }

    private async Task<(double First, double Queue)> MeasureAsync(DatabaseProvider provider, int size, CancellationToken cancellationToken)
    {
        await using var core = await databases.OpenAsync(provider, size, CaseMix.Company, cancellationToken);
        Measurement first = new();
        Measurement queue = new();

        // The first start makes accounts and the tables of jobs; it is not counted.
        for (var start = 0; start <= Starts; start++)
        {
            await using var portal = await MeasuredPortal.StartAsync(core.Get<DatabaseSettings>(), core.Folder, cancellationToken);
            var at = Stopwatch.GetTimestamp();
            var cookie = await portal.CookieAsync(MeasuredPortal.Administration, cancellationToken);
            TaskCompletionSource shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await using (await portal.OpenAsync(cookie, Path, (_, picture) => Look(picture, size, shown), cancellationToken))
            {
                await shown.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
            }

            if (start > 0)
            {
                first.Add(portal.Started);
                queue.Add(portal.Started + Stopwatch.GetElapsedTime(at));
            }
        }

        return (first.Percentile(0.5), queue.Percentile(0.5));
    }

    // With no case the page says that nothing waits.
    private static void Look(ReadOnlyMemory<byte> picture, int size, TaskCompletionSource shown)
    {
        if (picture.Span.IndexOf(size > 0 ? "data-queue-row"u8 : "empty"u8) >= 0)
        {
            shown.TrySetResult();
        }
    }

    private void Add(string what, DatabaseProvider provider, int size, double value, double baseline) =>
        book.Add(new Figure(Measurement, what, provider.ToString(), size, value, "ms")
        {
            Baseline = baseline, BaselineIs = "no cases", Wanted = new Wanted(MostOfEmpty),
        });
}
