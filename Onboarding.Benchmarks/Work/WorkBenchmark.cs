using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Benchmarks.Databases;
using Onboarding.Benchmarks.Results;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Workflow;

namespace Onboarding.Benchmarks.Work;

/// <summary>
/// How many actions people get done in a second: each worker claims a case that waits for Tim IT and confirms its storage, two actions, each with its
/// audit event in a durable commit of its own. Before and after, the same number of workers makes bare commits on the same database.
/// </summary>
/// <param name="databases">The databases.</param>
/// <param name="book">Takes the figures.</param>
internal sealed class WorkBenchmark(CaseDatabases databases, FigureBook book)
{
    /// <summary>Heading of the figures.</summary>
    public const string Measurement = "Claim and complete";

    private const double LeastOnSqlite = 1d / 3;
    private const double LeastOnPostgreSql = 0.5;

    // So many that what runs often has been compiled with all its optimisations, as it is in a portal that has run for some minutes.
    private const int WarmUpCases = 600;

    private static readonly int[] Workers = [1, 8, 64];

    private readonly Measurement _waits = new();

    /// <summary>Measures on every database at every size.</summary>
    public async Task RunAsync(IReadOnlyList<int> sizes, TimeSpan time, CancellationToken cancellationToken)
    {
        foreach (var provider in await databases.ProvidersAsync(cancellationToken))
        {
            foreach (var size in sizes)
            {
                await using var core = await databases.OpenAsync(provider, size, CaseMix.Storage, cancellationToken);
                var work = await WaitingAsync(core, cancellationToken);
                await ActAsync(core, new ConcurrentQueue<(Guid, Guid)>(Take(work, WarmUpCases)), 4, TimeSpan.MaxValue, cancellationToken);
                foreach (var workers in Workers)
                {
                    await MeasureAsync(core, size, work, workers, time, cancellationToken);
                }
            }
        }

        book.Print(Measurement);
    }

    private async Task MeasureAsync(BenchmarkCore core, int size, ConcurrentQueue<(Guid Item, Guid Case)> work, int workers, TimeSpan time, CancellationToken cancellationToken)
    {
        using var bare = new BareCommits(core.Get<OnboardingContextFactory>());
        var commits = await bare.RunAsync(workers, time / 2, cancellationToken);
        _waits.Clear();
        var (start, busy) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var actions = await ActAsync(core, work, workers, time, cancellationToken);
        var (seconds, used) = (Stopwatch.GetElapsedTime(start).TotalSeconds, Environment.CpuUsage.TotalTime - busy);
        commits += await bare.RunAsync(workers, time / 2, cancellationToken);
        if (work.IsEmpty)
        {
            book.Tell($"All cases were done before the time was over: take more cases or less time.");
        }

        book.Add(new Figure(Measurement, string.Create(CultureInfo.InvariantCulture, $"actions, {workers} at once"), core.Provider.ToString(), size, actions / seconds, "/s")
        {
            Baseline = commits / time.TotalSeconds,
            BaselineIs = "bare commits",
            Wanted = new Wanted(core.Provider == DatabaseProvider.Sqlite ? LeastOnSqlite : LeastOnPostgreSql, AtLeast: true),
        });
        book.Add(new Figure(Measurement, string.Create(CultureInfo.InvariantCulture, $"one action takes, {workers} at once"), core.Provider.ToString(), size, _waits.Percentile(0.5), "ms")
        {
            High = _waits.Percentile(0.99),
        });
        book.Add(new Figure(Measurement, string.Create(CultureInfo.InvariantCulture, $"processor time of one action, {workers} at once"), core.Provider.ToString(), size, used.TotalMilliseconds / Math.Max(1, actions), "ms"));
    }

    private async Task<int> ActAsync(
        BenchmarkCore core, ConcurrentQueue<(Guid Item, Guid Case)> work, int workers, TimeSpan time, CancellationToken cancellationToken)
    {
        var (items, confirm) = (core.Get<WorkItemHandler>(), core.Get<ConfirmStorageHandler>());
        var start = Stopwatch.GetTimestamp();
        return (await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(
            async () =>
            {
                Actor actor = new($"it-{worker}", $"IT {worker}", new HashSet<ActorRole> { ActorRole.InformationTechnology }, "benchmark");
                var done = 0;
                while (Stopwatch.GetElapsedTime(start) < time && work.TryDequeue(out var next))
                {
                    await TimeAsync(() => items.ClaimAsync(next.Item, actor, cancellationToken));
                    await TimeAsync(() => confirm.HandleAsync(new ConfirmStorage(new CaseTarget(next.Case, null)), actor, cancellationToken));
                    done += 2;
                }

                return done;
            },
            cancellationToken)))).Sum();
    }

    private async Task TimeAsync(Func<Task<Result<CaseState>>> act)
    {
        var start = Stopwatch.GetTimestamp();
        if ((await act()).Refusal is { } refusal)
        {
            throw new InvalidOperationException($"Refused: {refusal}");
        }

        lock (_waits)
        {
            _waits.Add(Stopwatch.GetElapsedTime(start));
        }
    }

    private static IEnumerable<(Guid Item, Guid Case)> Take(ConcurrentQueue<(Guid Item, Guid Case)> work, int count)
    {
        while (count-- > 0 && work.TryDequeue(out var next))
        {
            yield return next;
        }
    }

    private static async Task<ConcurrentQueue<(Guid Item, Guid Case)>> WaitingAsync(BenchmarkCore core, CancellationToken cancellationToken)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        var waiting = await context.WorkItems
            .Where(item => item.Queue == WorkQueue.Storage && item.State == WorkItemState.Open)
            .Select(item => new { item.Id, item.CaseId })
            .ToListAsync(cancellationToken);
        return new ConcurrentQueue<(Guid, Guid)>(waiting.Select(item => (item.Id, item.CaseId)));
    }
}
