using System.Data;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Figures;

/// <summary>A figure that is not what a recount says.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kept">What the projections say.</param>
/// <param name="Counted">What the cases say.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FigureDifference(FigurePlace Place, string Name, long Kept, long Counted);

/// <summary>What a recount found.</summary>
/// <param name="Cases">How many cases were counted.</param>
/// <param name="Differences">Figures that differ, at most <see cref="CheckFiguresHandler.MostDifferences"/>; none when all are right.</param>
public sealed record FigureCheck(long Cases, IReadOnlyList<FigureDifference> Differences)
{
    /// <summary>True when every figure equals the recount.</summary>
    public bool IsRight => Differences.Count == 0;
}

/// <summary>Counts all cases anew and compares with the figures, at one instant of the database; writers do not wait for it.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="hours">The office's zone.</param>
public sealed class CheckFiguresHandler(OnboardingContextFactory contexts, WorkingHours hours) : IUseCase
{
    /// <summary>The most differences that are told.</summary>
    public const int MostDifferences = 20;

    // Each of them is compared row by row in memory.
    private const int MostBuckets = 6;

    private readonly CaseFigures _figures = new(hours.Zone.Offset());

    /// <summary>Compares, for supervisors, compliance, administrators and the command line.</summary>
    public async Task<Result<FigureCheck>> HandleAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!MayCheck(actor))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        await using var context = contexts.CreateDbContext();
        await using var snapshot = await BeginAsync(context, cancellationToken);
        var prints = new FigurePrints();
        await EachKeptAsync(context, prints.Add, cancellationToken);
        var cases = await EachCountedAsync(context, prints.Add, cancellationToken);
        return new FigureCheck(cases, prints.AreEqual ? [] : await CompareAsync(context, prints.Different(MostBuckets), cancellationToken));
    }

    internal static bool MayCheck(Actor actor) =>
        actor.Has(ActorRole.Supervisor) || actor.Has(ActorRole.Compliance) || actor.Has(ActorRole.Administrator) || actor.Has(ActorRole.System);

    private async Task<IReadOnlyList<FigureDifference>> CompareAsync(OnboardingContext context, IReadOnlySet<FigurePrints.Bucket> buckets, CancellationToken cancellationToken)
    {
        var kept = new FigureTotals();
        var counted = new FigureTotals();
        Action<FigurePlace, FigureCounts, int> Into(FigureTotals totals) => (place, counts, _) =>
        {
            if (buckets.Contains(FigurePrints.Bucket.Of(place)))
            {
                totals.Add(place, counts.ToString());
            }
        };

        await EachKeptAsync(context, Into(kept), cancellationToken);
        await EachCountedAsync(context, Into(counted), cancellationToken);
        var right = counted.All.ToDictionary(total => total.Place, total => total.Counts);
        var shown = kept.All.ToDictionary(total => total.Place, total => total.Counts);
        var none = new FigureCounts();
        return [.. right.Keys.Union(shown.Keys)
            .SelectMany(place =>
            {
                var (one, other) = (shown.GetValueOrDefault(place, none), right.GetValueOrDefault(place, none));
                return one.All.Concat(other.All).Select(entry => entry.Key).Distinct(StringComparer.Ordinal).Select(name => new FigureDifference(place, name, one[name], other[name]));
            })
            .Where(difference => difference.Kept != difference.Counted)
            .OrderBy(difference => difference.Place.Day).ThenBy(difference => difference.Name, StringComparer.Ordinal)
            .Take(MostDifferences)];
    }

    private static async Task EachKeptAsync(OnboardingContext context, Action<FigurePlace, FigureCounts, int> take, CancellationToken cancellationToken)
    {
        await foreach (var row in context.FigureRows.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            take(row.Place, FigureCounts.Read(row.Counts), 1);
        }

        await foreach (var delta in context.FigureDeltas.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var place in delta.Place.Levels())
            {
                take(place, FigureCounts.Read(delta.Counts), 1);
            }
        }
    }

    private async Task<long> EachCountedAsync(OnboardingContext context, Action<FigurePlace, FigureCounts, int> take, CancellationToken cancellationToken)
    {
        var cases = 0L;
        await foreach (var batch in CountedCases.ReadAsync(context, cancellationToken))
        {
            var totals = new FigureTotals();
            foreach (var owner in batch)
            {
                _figures.Count(owner, 1, totals);
            }

            foreach (var (place, counts) in totals.InLevels().All)
            {
                take(place, counts, -1);
            }

            cases += batch.Count;
        }

        return cases;
    }

    // Everything is read as of one instant; on SQLite such a reading takes no lock, if it says that it only reads.
    private static async Task<IAsyncDisposable> BeginAsync(OnboardingContext context, CancellationToken cancellationToken)
    {
        if (!context.Database.IsSqlite())
        {
            return await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        }

        await context.Database.OpenConnectionAsync(cancellationToken);
        var transaction = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await context.Database.UseTransactionAsync(transaction, cancellationToken);
        return transaction;
    }
}
