using System.Diagnostics;
using Onboarding.Benchmarks.Databases;
using Onboarding.Benchmarks.Results;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;

namespace Onboarding.Benchmarks.Queues;

/// <summary>
/// How long the server takes for a page of a queue, by the number of cases. Each page is read in turn by the portal's reader and by hand, so that
/// both meet the same caches and the same load.
/// </summary>
/// <param name="databases">The databases.</param>
/// <param name="book">Takes the figures.</param>
internal sealed class QueuesBenchmark(CaseDatabases databases, FigureBook book)
{
    /// <summary>Heading of the figures.</summary>
    public const string Measurement = "Queue page, server time";

    private const int PageSize = 50;
    private const int WarmUp = 15;
    private const double MostOfSmallest = 1.5;
    private const double MostOfBare = 3;

    private static readonly Actor Reader = new("petugas-07", "Petugas 07", new HashSet<ActorRole> { ActorRole.Administration, ActorRole.Supervisor }, "benchmark");

    /// <summary>Measures on every database at every size.</summary>
    public async Task RunAsync(IReadOnlyList<int> sizes, TimeSpan time, CancellationToken cancellationToken)
    {
        foreach (var provider in await databases.ProvidersAsync(cancellationToken))
        {
            var smallest = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var size in sizes)
            {
                await using var core = await databases.OpenAsync(provider, size, CaseMix.Company, cancellationToken);
                foreach (var question in QueueQuestion.All)
                {
                    await PageAsync(core, size, question, smallest, time, cancellationToken);
                }

                await CountAsync(core, size, smallest, time, cancellationToken);
            }
        }

        book.Print(Measurement);
    }

    private async Task PageAsync(BenchmarkCore core, int size, QueueQuestion question, Dictionary<string, double> smallest, TimeSpan time, CancellationToken cancellationToken)
    {
        var reader = core.Get<QueueReader>();
        await using var bare = new BareQueuePage(core.Get<OnboardingContextFactory>());
        var first = await reader.ReadAsync(new QueueQuery(question.Queues, OnlyMine: false, null, PageSize), Reader, cancellationToken);
        var after = question.IsNext ? first.Next : null;
        var last = question.IsNext ? first.Rows[^1] : null;
        Measurement portal = new();
        Measurement byHand = new();
        await RepeatAsync(time, async isWarm =>
        {
            await (isWarm ? portal : new Measurement()).TakeAsync(() => reader.ReadAsync(new QueueQuery(question.Queues, OnlyMine: false, after, PageSize), Reader, cancellationToken));
            await (isWarm ? byHand : new Measurement()).TakeAsync(() => bare.ReadAsync(question, last, PageSize, Reader.Id, cancellationToken));
        });
        var (half, most) = (portal.Percentile(0.5), portal.Percentile(0.95));
        book.Add(new Figure(Measurement, question.Name, core.Provider.ToString(), size, half, "ms")
        {
            High = most, Baseline = byHand.Percentile(0.5), BaselineIs = "SQL by hand", Wanted = new Wanted(MostOfBare),
        });
        Compare(question.Name, core.Provider, size, half, smallest);
    }

    private async Task CountAsync(BenchmarkCore core, int size, Dictionary<string, double> smallest, TimeSpan time, CancellationToken cancellationToken)
    {
        const string name = "numbers on the tabs";
        var reader = core.Get<QueueReader>();
        Measurement counts = new();
        await RepeatAsync(time, isWarm => (isWarm ? counts : new Measurement()).TakeAsync(() => reader.CountAsync(Reader, cancellationToken)));
        book.Add(new Figure(Measurement, name, core.Provider.ToString(), size, counts.Percentile(0.5), "ms") { High = counts.Percentile(0.95) });
        Compare(name, core.Provider, size, counts.Percentile(0.5), smallest);
    }

    private void Compare(string name, DatabaseProvider provider, int size, double value, Dictionary<string, double> smallest)
    {
        if (!smallest.TryAdd(name, value))
        {
            book.Add(new Figure(Measurement, $"{name}, growth", provider.ToString(), size, value, "ms")
            {
                Baseline = smallest[name], BaselineIs = "the smallest size", Wanted = new Wanted(MostOfSmallest),
            });
        }
    }

    private static async Task RepeatAsync(TimeSpan time, Func<bool, Task> work)
    {
        for (var turn = 0; turn < WarmUp; turn++)
        {
            await work(false);
        }

        var start = Stopwatch.GetTimestamp();
        do
        {
            await work(true);
        }
        while (Stopwatch.GetElapsedTime(start) < time);
    }
}
