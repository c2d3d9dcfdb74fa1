using Microsoft.Extensions.Logging.Abstractions;
using Onboarding.Core.Persistence;
using Onboarding.Portal.Live.Presence;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Live;

/// <summary>Colleagues at pages of another node are seen as those of the own one, and a node that dies leaves nobody behind.</summary>
public sealed class PostgreSqlPresenceBridgeTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string Number = "ONB-2026-000001";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Two_nodes_see_who_is_at_each_others_pages()
    {
        string connection = (await databases.Fresh(DatabaseKind.PostgreSql)).ConnectionString;
        await using Node first = await Node.StartAsync(connection);
        await using Node second = await Node.StartAsync(connection);

        PresenceTicket sari = first.Board.Enter(Number, Staff.Sari);
        await second.UntilAsync(people => people is [{ Name: "Sari Wulandari", IsTyping: false }]);
        sari.Type();
        await second.UntilAsync(people => people is [{ IsTyping: true }]);
        sari.Dispose();
        await second.UntilAsync(people => people.Count == 0);

        first.Board.At(Number, "").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_node_that_starts_later_learns_it_and_forgets_one_that_died()
    {
        string connection = (await databases.Fresh(DatabaseKind.PostgreSql)).ConnectionString;
        Node first = await Node.StartAsync(connection);
        first.Board.Enter(Number, Staff.Sari);
        await using Node second = await Node.StartAsync(connection);
        await second.UntilAsync(people => people.Count == 1);

        // Without a word: its pages are not closed.
        await first.DisposeAsync();

        await second.UntilAsync(people => people.Count == 0);
    }

    private sealed class Node : IAsyncDisposable
    {
        private readonly PostgreSqlPresenceBridge _bridge;
        private readonly SemaphoreSlim _changed = new(0);

        private Node(string connection)
        {
            Board = new PresenceBoard(TimeProvider.System);
            Board.Follow(Number, () => _changed.Release());
            _bridge = new PostgreSqlPresenceBridge(Board, new DatabaseSettings(DatabaseProvider.PostgreSql, connection), TimeProvider.System, NullLogger<PostgreSqlPresenceBridge>.Instance);
        }

        public PresenceBoard Board { get; }

        public static async Task<Node> StartAsync(string connection)
        {
            Node node = new(connection);
            await node._bridge.StartAsync(TestContext.Current.CancellationToken);
            await node._bridge.Listening.WaitAsync(Patience, TestContext.Current.CancellationToken);
            return node;
        }

        public async Task UntilAsync(Func<IReadOnlyList<PresentPerson>, bool> isSo)
        {
            while (!isSo(Board.At(Number, "")))
            {
                (await _changed.WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBeTrue("nothing changed in time");
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _bridge.StopAsync(CancellationToken.None);
            _bridge.Dispose();
            Board.Dispose();
            _changed.Dispose();
        }
    }
}
