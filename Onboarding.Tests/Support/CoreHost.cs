using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
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

namespace Onboarding.Tests.Support;

/// <summary>The whole core on a real database, with a clock that the test moves and notices that it can read.</summary>
public sealed class CoreHost : IAsyncDisposable
{
    /// <summary>Monday, 23 November 2026, 09.00 WIB.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;
    private readonly TemporaryFolder _folder;

    private CoreHost(ServiceProvider services, TemporaryFolder folder, TestClock clock, RecordedChanges changes, StaffOnDuty staff)
    {
        _services = services;
        _folder = folder;
        Clock = clock;
        Changes = changes;
        Staff = staff;
        Cases = new CasesAt(services);
    }

    /// <summary>The clock of the core.</summary>
    public TestClock Clock { get; }

    /// <summary>The notices sent after commits.</summary>
    public RecordedChanges Changes { get; }

    /// <summary>Who works here.</summary>
    public StaffOnDuty Staff { get; }

    /// <summary>Makes cases that stand at a stage, by walking the earlier stages.</summary>
    public CasesAt Cases { get; }

    /// <summary>Where the documents and keys are.</summary>
    public string Folder => _folder.Path;

    /// <summary>Starts the core on an empty database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="change">Changes the services, as for a test that looks into documents for real.</param>
    public static async Task<CoreHost> StartAsync(TestDatabase database, Action<IServiceCollection>? change = null)
    {
        var clock = new TestClock(Start);
        var changes = new RecordedChanges();
        var staff = new StaffOnDuty();
        var folder = new TemporaryFolder();
        var services = new ServiceCollection()
            .AddSingleton(new DatabaseSettings(
                database.Kind == DatabaseKind.Sqlite ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql, database.ConnectionString))
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IChangePublisher>(changes)
            .AddSingleton(new MasterKeyOptions { Folder = System.IO.Path.Combine(folder.Path, "keys") })
            .AddSingleton(new DocumentStorageOptions { Folder = System.IO.Path.Combine(folder.Path, "documents") })
            .AddSingleton(new ToolSettings { Folder = System.IO.Path.Combine(folder.Path, "work") })
            .AddSingleton(new ClamAvSettings())
            .AddSingleton<IDocumentInspector, TrustingInspector>()
            .AddSingleton<IStaffPresence>(staff)
            .AddSingleton(new SlaSettings())
            .AddSingleton(new DuplicateSettings())
            .AddSingleton(WorkingHours.Default)
            .AddOnboardingCore();
        change?.Invoke(services);
        var provider = services.BuildServiceProvider(validateScopes: true);
        await provider.GetRequiredService<DatabaseInitialiser>().InitialiseAsync(TestContext.Current.CancellationToken);
        return new CoreHost(provider, folder, clock, changes, staff);
    }

    /// <summary>All services of the core, for components that ask for them.</summary>
    public IServiceProvider Services => _services;

    /// <summary>A service of the core.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Keeps notices in the order in which they came.</summary>
    public sealed class RecordedChanges : IChangePublisher
    {
        private readonly ConcurrentQueue<CaseChange> _all = [];

        /// <summary>All so far.</summary>
        public IReadOnlyCollection<CaseChange> All => _all;

        /// <summary>Forgets those so far.</summary>
        public void Clear() => _all.Clear();

        /// <inheritdoc />
        public void Publish(CaseChange change) => _all.Enqueue(change);
    }
}
