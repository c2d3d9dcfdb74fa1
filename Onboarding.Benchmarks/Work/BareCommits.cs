using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Benchmarks.Work;

/// <summary>
/// The least that a durable change can cost: one row, one commit, on the same database with the same settings and nothing around it. Each worker has
/// a row and a connection of its own; on SQLite, which has one writer, they wait for each other here, which is cheaper than in the database.
/// </summary>
/// <param name="contexts">Names the database; its connections write through to the disk.</param>
internal sealed class BareCommits(OnboardingContextFactory contexts) : IDisposable
{
    private readonly SemaphoreSlim? _writer = contexts.Settings.Provider == DatabaseProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Commits for a while, and answers how many.</summary>
    public async Task<int> RunAsync(int workers, TimeSpan time, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        return (await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(() => WorkAsync(worker, start, time, cancellationToken), cancellationToken)))).Sum();
    }

    /// <inheritdoc />
    public void Dispose() => _writer?.Dispose();

    private async Task<int> WorkAsync(int worker, long start, TimeSpan time, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = """INSERT INTO "NumberCounters" ("Series", "Last") VALUES (@series, 1) ON CONFLICT ("Series") DO UPDATE SET "Last" = "NumberCounters"."Last" + 1""";
        var series = command.CreateParameter();
        series.ParameterName = "series";
        series.Value = string.Create(CultureInfo.InvariantCulture, $"bare-{worker}");
        command.Parameters.Add(series);
        var commits = 0;
        for (; Stopwatch.GetElapsedTime(start) < time; commits++)
        {
            await CommitAsync(command, cancellationToken);
        }

        return commits;
    }

    private async Task CommitAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await (_writer?.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            _writer?.Release();
        }
    }
}
