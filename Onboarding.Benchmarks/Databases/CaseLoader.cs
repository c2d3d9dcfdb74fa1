using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Seeding;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;

namespace Onboarding.Benchmarks.Databases;

/// <summary>Fills a database with invented cases in bulk, in the schema of the portal and with its encryption.</summary>
/// <param name="core">The core on that database.</param>
internal sealed class CaseLoader(BenchmarkCore core)
{
    private const int BatchSize = 20_000;
    private const int ChunkSize = 2_000;

    /// <summary>Writes that many cases.</summary>
    /// <param name="count">How many.</param>
    /// <param name="mix">In which statuses.</param>
    /// <param name="progress">Told how many are written.</param>
    /// <param name="cancellationToken">Cancels between two batches.</param>
    public async Task LoadAsync(int count, CaseMix mix, Action<int> progress, CancellationToken cancellationToken)
    {
        var protection = core.Get<CaseProtection>();
        var policy = await core.Get<SlaPolicyProvider>().GetAsync(cancellationToken);
        var now = Instant.Now(TimeProvider.System);
        for (var start = 0; start < count; start += BatchSize)
        {
            var size = Math.Min(BatchSize, count - start);
            var made = await Task.WhenAll(Enumerable.Range(start, size).Chunk(ChunkSize).Select(chunk => Task.Run(
                () => chunk.Select(index => SyntheticCase.Create(index, mix, protection, policy, now)).ToList(), cancellationToken)));
            await WriteAsync([.. made.SelectMany(part => part)], cancellationToken);
            progress(start + size);
        }

        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));

        // What a database has that is looked after: the planner knows how many rows there are.
        foreach (var statement in core.Provider == DatabaseProvider.Sqlite ? ["PRAGMA wal_checkpoint(TRUNCATE)"] : new[] { "VACUUM ANALYZE" })
        {
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        }
    }

    private async Task WriteAsync(List<SyntheticCase> made, CancellationToken cancellationToken)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        await context.Database.OpenConnectionAsync(cancellationToken);
        if (core.Provider == DatabaseProvider.Sqlite)
        {
            // Only while loading: a power cut would cost the database of a benchmark, no more.
            await context.Database.ExecuteSqlRawAsync("PRAGMA synchronous = OFF; PRAGMA cache_size = -500000", cancellationToken);
        }

        await using (var transaction = await context.Database.BeginTransactionAsync(cancellationToken))
        {
            var writer = new BulkWriter(context);
            var cases = made.ConvertAll(entry => entry.Case);
            await writer.WriteAsync(cases, cancellationToken);
            await writer.WriteAsync(cases.SelectMany(owner => owner.WorkItems).ToList(), cancellationToken);
            await writer.WriteAsync(cases.SelectMany(owner => owner.Participations).ToList(), cancellationToken);
            await writer.WriteAsync(cases.SelectMany(owner => owner.Ticks).ToList(), cancellationToken);

            // In the order of the index, so that each page of it is written once a batch.
            await writer.WriteAsync(cases.SelectMany(owner => owner.NewSearchKeys ?? []).OrderBy(key => key.Hash).ToList(), cancellationToken);
            await writer.WriteAsync(made.SelectMany(entry => entry.Events).ToList(), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await context.Database.CloseConnectionAsync();
        SqliteConnection.ClearAllPools();
    }
}
