using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Onboarding.Core;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Core.Matching;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Queues;
using Onboarding.Core.Sla;
using Onboarding.Core.Tools;
using Onboarding.Core.Workflow;

namespace Onboarding.Benchmarks;

/// <summary>The whole core on an empty database of its own, with keys and documents in a folder of its own.</summary>
internal sealed class BenchmarkCore : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _keep;

    private BenchmarkCore(ServiceProvider services, string folder, bool keep)
    {
        _services = services;
        _keep = keep;
        Folder = folder;
    }

    /// <summary>Where the database, the keys and the documents are.</summary>
    public string Folder { get; }

    /// <summary>Which database it is.</summary>
    public DatabaseProvider Provider => Get<DatabaseSettings>().Provider;

    /// <summary>Makes the folder, the database and the core.</summary>
    /// <param name="provider">Which database.</param>
    /// <param name="connection">Connection string; for SQLite a file in the folder by default.</param>
    /// <param name="parent">Where the folder is made; the system's temporary files by default.</param>
    /// <param name="keep">Leave the folder behind.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<BenchmarkCore> StartAsync(
        DatabaseProvider provider, string? connection, string? parent, bool keep, CancellationToken cancellationToken)
    {
        if (provider == DatabaseProvider.PostgreSql && string.IsNullOrWhiteSpace(connection))
        {
            throw new ArgumentException("PostgreSQL needs --connection with an empty database.", nameof(connection));
        }

        var folder = Path.Combine(parent ?? Path.GetTempPath(), $"onboarding-benchmark-{Path.GetRandomFileName()}");
        Directory.CreateDirectory(folder);
        return await OpenAsync(new DatabaseSettings(provider, Connection(connection, folder)), folder, keep, cancellationToken);
    }

    /// <summary>Opens a database that may be filled already, with its keys in a folder that stays; a portal can use it as its data folder.</summary>
    /// <param name="settings">The database.</param>
    /// <param name="folder">The folder; it exists.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static Task<BenchmarkCore> OpenAsync(DatabaseSettings settings, string folder, CancellationToken cancellationToken) =>
        OpenAsync(settings, folder, keep: true, cancellationToken);

    private static async Task<BenchmarkCore> OpenAsync(DatabaseSettings settings, string folder, bool keep, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection()
            .AddSingleton(settings)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IChangePublisher>(new NoListeners())
            .AddSingleton<IStaffPresence>(new EverybodyWorks())
            .AddSingleton(new MasterKeyOptions { Folder = Path.Combine(folder, "master-keys") })
            .AddSingleton(new DocumentStorageOptions { Folder = Path.Combine(folder, "documents") })
            .AddSingleton(new ToolSettings { Folder = Path.Combine(folder, "work") })
            .AddSingleton(new ClamAvSettings())
            .AddSingleton(new SlaSettings())
            .AddSingleton(new DuplicateSettings())
            .AddSingleton(WorkingHours.Default)
            .AddOnboardingCore()
            .BuildServiceProvider();
        await services.GetRequiredService<DatabaseInitialiser>().InitialiseAsync(cancellationToken);
        return new BenchmarkCore(services, folder, keep);
    }

    /// <summary>A service of the core.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (!_keep)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    // Loading in bulk takes longer than a request may; what is measured is measured by the clock.
    private static string Connection(string? given, string folder) => given is null
        ? new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "portal.db") }.ConnectionString
        : new NpgsqlConnectionStringBuilder(given) { CommandTimeout = 0 }.ConnectionString;

    // Invented people have no accounts; whoever is asked about is there, and nobody is told.
    private sealed class EverybodyWorks : IStaffPresence
    {
        public Task<bool> WorksAsync(string staffId, ActorRole role, CancellationToken cancellationToken) => Task.FromResult(true);

        public Task<bool> IsHereAsync(string staffId, CancellationToken cancellationToken) => Task.FromResult(true);

        public Task<IReadOnlyList<string>> WorkersAsync(ActorRole role, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);
    }

    private sealed class NoListeners : IChangePublisher
    {
        public void Publish(CaseChange change)
        {
            // Nobody has a page open.
        }
    }
}
