using System.Collections.Concurrent;

namespace Onboarding.Tests.Support;

/// <summary>
/// The databases of one test class (a class fixture): one of each kind for all its tests, and further ones for a test that must
/// start from an empty database. All are dropped after the class.
/// </summary>
public sealed class TestDatabases(PostgreSqlServer server) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<TestDatabase>>> _shared = [];
    private readonly ConcurrentBag<TestDatabase> _all = [];

    /// <summary>The database of this kind that the tests of the class share.</summary>
    public Task<TestDatabase> Shared(DatabaseKind kind) =>
        _shared.GetOrAdd(kind, key => new Lazy<Task<TestDatabase>>(() => Fresh(key))).Value;

    /// <summary>A new, empty database of this kind.</summary>
    public async Task<TestDatabase> Fresh(DatabaseKind kind)
    {
        TestDatabase database = await TestDatabase.Create(kind, server);
        _all.Add(database);
        return database;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (TestDatabase database in _all)
        {
            await database.DisposeAsync();
        }
    }
}
