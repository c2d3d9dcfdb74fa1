using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Onboarding.Benchmarks.Results;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Workflow;

namespace Onboarding.Benchmarks.Databases;

/// <summary>
/// The databases of a run, each with so many cases. One is filled when it is first asked for, and used again by every measurement of the run; in a
/// folder that is kept also by later runs. Each lies in a folder that a portal can use as its data folder.
/// </summary>
/// <param name="options">Where, and whether they are kept.</param>
/// <param name="book">Told what is being made.</param>
internal sealed class CaseDatabases(SpeedOptions.Values options, FigureBook book) : IAsyncDisposable
{
    private const string Marker = "filled";
    private const int MostConnections = 120;

    private readonly string _folder = options.Folder ?? Path.Combine(Path.GetTempPath(), $"onboarding-benchmark-{Path.GetRandomFileName()}");
    private PostgreSqlCluster? _cluster;
    private string? _administrator = options.PostgreSql;
    private bool _isPostgreSqlKnown = options.PostgreSql is not null || !options.Databases.Contains(DatabaseProvider.PostgreSql);

    /// <summary>The databases to measure on: PostgreSQL only where there is a server.</summary>
    public async Task<IReadOnlyList<DatabaseProvider>> ProvidersAsync(CancellationToken cancellationToken)
    {
        if (!_isPostgreSqlKnown)
        {
            _isPostgreSqlKnown = true;
            _cluster = await PostgreSqlCluster.StartAsync(cancellationToken);
            _administrator = _cluster?.ConnectionString;
            if (_cluster is null)
            {
                book.Tell($"PostgreSQL is not installed: measured on SQLite alone.");
            }
        }

        return [.. options.Databases.Where(provider => provider == DatabaseProvider.Sqlite || _administrator is not null)];
    }

    /// <summary>The core on a database with that many cases.</summary>
    /// <param name="provider">Which database.</param>
    /// <param name="cases">How many cases.</param>
    /// <param name="mix">In which statuses.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<BenchmarkCore> OpenAsync(DatabaseProvider provider, int cases, CaseMix mix, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{mix.Name}_{cases}");
        var folder = Path.Combine(_folder, $"{provider}-{name}".ToLowerInvariant());
        Directory.CreateDirectory(folder);
        var marker = Path.Combine(folder, Marker);
        var model = BenchmarkModel.Of(provider);
        var isFilled = File.Exists(marker) && await File.ReadAllTextAsync(marker, cancellationToken) == model;
        var settings = provider == DatabaseProvider.Sqlite
            ? new DatabaseSettings(provider, $"Data Source={Path.Combine(Emptied(folder, isFilled), "onboarding.db")}")
            : new DatabaseSettings(provider, await CreateAsync($"onboarding_benchmark_{name}", isFilled, cancellationToken));
        if (isFilled)
        {
            await BenchmarkModel.RenameMigrationAsync(settings, cancellationToken);
        }

        var core = await BenchmarkCore.OpenAsync(settings, folder, cancellationToken);
        if (!isFilled)
        {
            var start = Stopwatch.GetTimestamp();
            CaseLoader loader = new(core);
            await loader.LoadAsync(cases, mix, done => book.Tell($"{provider}: {done:N0} of {cases:N0} cases"), cancellationToken);
            book.Tell($"{provider}: {cases:N0} cases written in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
            var counting = Stopwatch.GetTimestamp();
            _ = (await core.Get<RebuildFiguresHandler>().HandleAsync(Actor.System("benchmark"), cancellationToken)).Value;
            book.Tell($"{provider}: figures counted in {Stopwatch.GetElapsedTime(counting).TotalSeconds:0} s");
            await loader.TidyAsync(cancellationToken);
            await File.WriteAllTextAsync(marker, model, cancellationToken);
        }

        return core;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!options.Keep && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }

    // What an interrupted filling left, or one of another model, is of no use.
    private static string Emptied(string folder, bool isFilled)
    {
        if (!isFilled)
        {
            Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
        }

        return folder;
    }

    private async Task<string> CreateAsync(string database, bool isFilled, CancellationToken cancellationToken)
    {
        if (!isFilled)
        {
            await using var connection = new NpgsqlConnection(_administrator);
            await connection.OpenAsync(cancellationToken);
            foreach (var statement in new[] { $"DROP DATABASE IF EXISTS {database}", $"CREATE DATABASE {database}" })
            {
#pragma warning disable CA2100 // The name is made of a mix and a number.
                await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        return new NpgsqlConnectionStringBuilder(_administrator) { Database = database, MaxPoolSize = MostConnections, CommandTimeout = 0 }.ConnectionString;
    }
}
