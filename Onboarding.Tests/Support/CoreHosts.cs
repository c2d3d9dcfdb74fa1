using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Onboarding.Tests.Support;

/// <summary>
/// The cores of one test class (a class fixture): one on each kind of database for all its tests, and further ones for a test
/// that must start from an empty database.
/// </summary>
public sealed class CoreHosts(PostgreSqlServer server) : IAsyncDisposable
{
    private readonly TestDatabases _databases = new(server);
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<CoreHost>>> _shared = [];
    private readonly ConcurrentBag<CoreHost> _all = [];

    /// <summary>The core on this kind of database that the tests of the class share, with its clock.</summary>
    public Task<CoreHost> SharedAsync(DatabaseKind kind) =>
        _shared.GetOrAdd(kind, key => new Lazy<Task<CoreHost>>(() => FreshAsync(key))).Value;

    /// <summary>A new core on an empty database of this kind.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="change">Changes the services of the core.</param>
    public async Task<CoreHost> FreshAsync(DatabaseKind kind, Action<IServiceCollection>? change = null)
    {
        var core = await CoreHost.StartAsync(await _databases.Fresh(kind), change);
        _all.Add(core);
        return core;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var core in _all)
        {
            await core.DisposeAsync();
        }

        await _databases.DisposeAsync();
    }
}
