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
    private const int Starts = 5;

    /// <summary>Measures at no case and at each size, in turn, so that both meet the same load.</summary>
    public async Task RunAsync(IReadOnlyList<int> sizes, CancellationToken cancellationToken)
    {
        foreach (var provider in await databases.ProvidersAsync(cancellationToken))
        {
            List<Started> started = [];
            foreach (var size in sizes.Prepend(0))
            {
                started.Add(new Started(await databases.OpenAsync(provider, size, CaseMix.Company, cancellationToken), size));
            }

            // The first start makes accounts and the tables of jobs; it is not counted.
            for (var turn = 0; turn <= Starts; turn++)
            {
                foreach (var entry in started)
                {
                    await StartAsync(entry, isCounted: turn > 0, cancellationToken);
                    book.Tell($"{provider}, {entry.Size:N0} cases: started {turn + 1} of {Starts + 1} times");
                }
            }

            foreach (var entry in started.Skip(1))
            {
                Add("process start to the first page", provider, entry.Size, entry.First, started[0].First);
                Add("process start to the first queue page", provider, entry.Size, entry.Queue, started[0].Queue);
            }

            foreach (var entry in started)
            {
                await entry.Core.DisposeAsync();
            }
        }

        book.Print(Measurement);
    }

    private static async Task StartAsync(Started entry, bool isCounted, CancellationToken cancellationToken)
    {
        await using var portal = await MeasuredPortal.StartAsync(entry.Core.Get<DatabaseSettings>(), entry.Core.Folder, cancellationToken);
        var at = Stopwatch.GetTimestamp();
        var cookie = await portal.CookieAsync(MeasuredPortal.Administration, cancellationToken);
        TaskCompletionSource shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (await portal.OpenAsync(cookie, Path, (_, picture) => Look(picture, entry.Size, shown), cancellationToken))
        {
            await shown.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
        }

        if (isCounted)
        {
            entry.First.Add(portal.Started);
            entry.Queue.Add(portal.Started + Stopwatch.GetElapsedTime(at));
        }
    }

    // With no case the page says that nothing waits.
    private static void Look(ReadOnlyMemory<byte> picture, int size, TaskCompletionSource shown)
    {
        if (picture.Span.IndexOf(size > 0 ? "data-queue-row"u8 : "empty"u8) >= 0)
        {
            shown.TrySetResult();
        }
    }

    private void Add(string what, DatabaseProvider provider, int size, Measurement value, Measurement baseline) =>
        book.Add(new Figure(Measurement, what, provider.ToString(), size, value.Percentile(0.5), "ms")
        {
            High = value.Longest, Baseline = baseline.Percentile(0.5), BaselineIs = "no cases", Wanted = new Wanted(MostOfEmpty),
        });

    // A database, and how long its starts took.
    private sealed record Started(BenchmarkCore Core, int Size)
    {
        public Measurement First { get; } = new();

        public Measurement Queue { get; } = new();
    }
}
