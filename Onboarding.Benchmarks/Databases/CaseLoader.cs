using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
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
    private const int ToldAlready = 1_000;

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
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        await context.Database.OpenConnectionAsync(cancellationToken);
        await RunAsync(context, BulkSettings.Before(core.Provider), cancellationToken);

        // An index that is made of all rows at once is sorted once; kept while a million rows arrive, its pages are written again and again.
        var indexes = await BulkIndexes.TakeAwayAsync(context, cancellationToken);
        var next = MakeAsync(0);
        for (var start = 0; start < count; start += BatchSize)
        {
            var made = await next;
            next = start + BatchSize < count ? MakeAsync(start + BatchSize) : next;
            await WriteAsync(context, made, cancellationToken);
            progress(start + made.Count);
        }

        await StandStillAsync(context, now, cancellationToken);
        await RunAsync(context, indexes, cancellationToken);
        await context.Database.CloseConnectionAsync();

        // What was set for the filling stays with its connection, and so must not be used again.
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();

        // The next batch is made while one is written.
        async Task<List<SyntheticCase>> MakeAsync(int start)
        {
            var parts = await Task.WhenAll(Enumerable.Range(start, Math.Min(BatchSize, count - start)).Chunk(ChunkSize).Select(chunk => Task.Run(
                () => chunk.Select(index => SyntheticCase.Create(index, mix, protection, policy, now)).ToList(), cancellationToken)));
            return [.. parts.SelectMany(part => part)];
        }
    }

    /// <summary>Leaves behind what a database has that is looked after: the planner knows how many rows there are, and the log is empty.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        await RunAsync(context, BulkSettings.Tidy(core.Provider), cancellationToken);
    }

    private static async Task WriteAsync(OnboardingContext context, List<SyntheticCase> made, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var writer = new BulkWriter(context);
        var cases = made.ConvertAll(entry => entry.Case);
        await writer.WriteAsync(cases, cancellationToken);
        await writer.WriteAsync(cases.SelectMany(owner => owner.WorkItems).ToList(), cancellationToken);
        await writer.WriteAsync(cases.SelectMany(owner => owner.Participations).ToList(), cancellationToken);
        await writer.WriteAsync(cases.SelectMany(owner => owner.Ticks).ToList(), cancellationToken);

        // In the order of the key, so that each page of it is written once a batch.
        await writer.WriteAsync(cases.SelectMany(owner => owner.NewSearchKeys ?? []).OrderBy(key => key.Hash).ToList(), cancellationToken);
        await writer.WriteAsync(cases.SelectMany(CaseWords.Of).OrderBy(word => word.Word, StringComparer.Ordinal).ToList(), cancellationToken);
        await writer.WriteAsync(made.SelectMany(entry => entry.Events).ToList(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // The portal would tell the supervisors of all that is late, for minutes, while it is measured. Here everybody has been told, also of what becomes late soon.
    private static async Task StandStillAsync(OnboardingContext context, DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.WorkItems.Where(item => item.ClosedAt == null && item.DueAt != null)
            .ExecuteUpdateAsync(change => change.SetProperty(item => item.ToldPercent, ToldAlready).SetProperty(item => item.EscalatedAt, now), cancellationToken);

    private static async Task RunAsync(OnboardingContext context, IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
        {
            await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        }
    }
}
