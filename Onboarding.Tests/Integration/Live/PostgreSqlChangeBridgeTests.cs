using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Portal.Live;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Live;

public sealed class PostgreSqlChangeBridgeTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Two_nodes_hear_each_other_and_neither_hears_itself_twice()
    {
        string connection = (await databases.Fresh(DatabaseKind.PostgreSql)).ConnectionString;
        await using Node first = await Node.StartAsync(connection);
        await using Node second = await Node.StartAsync(connection);

        first.Feed.Publish(Changes.Of(1));
        (await second.NextAsync()).CaseId.ShouldBe(Changes.Id(1));
        second.Feed.Publish(Changes.Of(2));

        (await first.NextAsync()).CaseId.ShouldBe(Changes.Id(1));
        (await first.NextAsync()).CaseId.ShouldBe(Changes.Id(2));
        first.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_large_burst_arrives_whole()
    {
        string connection = (await databases.Fresh(DatabaseKind.PostgreSql)).ConnectionString;
        await using Node first = await Node.StartAsync(connection);
        await using Node second = await Node.StartAsync(connection);

        for (var number = 0; number < 200; number++)
        {
            first.Feed.Publish(Changes.Of(number, 1, Enum.GetValues<Onboarding.Core.Workflow.WorkQueue>()));
        }

        HashSet<Guid> cases = [];
        while (cases.Count < 200)
        {
            cases.Add((await second.NextAsync()).CaseId);
        }
    }

    [Fact]
    public async Task A_node_that_lost_its_connection_reads_again_and_goes_on()
    {
        string connection = (await databases.Fresh(DatabaseKind.PostgreSql)).ConnectionString;
        await using Node first = await Node.StartAsync(connection);
        await using Node second = await Node.StartAsync(connection);

        await using (NpgsqlConnection administrator = new(connection))
        {
            await administrator.OpenAsync(TestContext.Current.CancellationToken);
            await using NpgsqlCommand cut = new(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", administrator);
            await cut.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await second.Missed.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await first.Missed.WaitAsync(Patience, TestContext.Current.CancellationToken);
        first.Feed.Publish(Changes.Of(5));

        (await second.NextAsync()).CaseId.ShouldBe(Changes.Id(5));
    }

    private sealed class Node : IAsyncDisposable
    {
        private readonly PostgreSqlChangeBridge _bridge;
        private readonly SemaphoreSlim _arrived = new(0);
        private readonly TaskCompletionSource _missed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private Node(string connection)
        {
            Feed.Subscribe(
                change =>
                {
                    Heard.Enqueue(change);
                    _arrived.Release();
                },
                () => _missed.TrySetResult());
            _bridge = new PostgreSqlChangeBridge(
                Feed, new DatabaseSettings(DatabaseProvider.PostgreSql, connection), TimeProvider.System, NullLogger<PostgreSqlChangeBridge>.Instance);
        }

        public ChangeFeed Feed { get; } = new(NullLogger<ChangeFeed>.Instance);

        public ConcurrentQueue<CaseChange> Heard { get; } = [];

        public Task Missed => _missed.Task;

        public static async Task<Node> StartAsync(string connection)
        {
            Node node = new(connection);
            await node._bridge.StartAsync(TestContext.Current.CancellationToken);
            await node._bridge.Listening.WaitAsync(Patience, TestContext.Current.CancellationToken);
            return node;
        }

        public async Task<CaseChange> NextAsync()
        {
            (await _arrived.WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBeTrue();
            Heard.TryDequeue(out CaseChange? change).ShouldBeTrue();
            return change!;
        }

        public async ValueTask DisposeAsync()
        {
            await _bridge.StopAsync(CancellationToken.None);
            _bridge.Dispose();
            _arrived.Dispose();
        }
    }
}
