using Microsoft.Data.Sqlite;
using Npgsql;

namespace Onboarding.Tests.Support;

/// <summary>An empty database for one test or one class; it is dropped when this is disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<ValueTask> _drop;

    private TestDatabase(DatabaseKind kind, string connectionString, Func<ValueTask> drop)
    {
        Kind = kind;
        ConnectionString = connectionString;
        _drop = drop;
    }

    /// <summary>Which product it is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>How to reach it, with the right to change its schema.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes a database; skips the test, with the reason, where its server is absent.</summary>
    public static async Task<TestDatabase> Create(DatabaseKind kind, PostgreSqlServer server) => kind switch
    {
        DatabaseKind.Sqlite => await CreateSqlite(),
        DatabaseKind.PostgreSql => await CreatePostgreSql(await server.ConnectionString()),
    };

    /// <summary>Makes a database on a PostgreSQL server.</summary>
    /// <param name="administrator">The connection string of somebody who may make databases.</param>
    public static async Task<TestDatabase> CreatePostgreSql(string administrator)
    {
        string name = "test_" + Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal);
        await Execute(administrator, $"CREATE DATABASE {name}");
        string connectionString = new NpgsqlConnectionStringBuilder(administrator) { Database = name }.ToString();

        return new TestDatabase(DatabaseKind.PostgreSql, connectionString, async () =>
        {
            await using NpgsqlConnection pooled = new(connectionString);
            NpgsqlConnection.ClearPool(pooled);
            await Execute(administrator, $"DROP DATABASE {name} WITH (FORCE)");
        });
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _drop();

    private static async Task<TestDatabase> CreateSqlite()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("onboarding-");
        string connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "onboarding.db") }.ToString();

        // The journal mode is kept in the file.
        await using SqliteConnection connection = new(connectionString);
        await connection.OpenAsync();
        await using SqliteCommand journal = connection.CreateCommand();
        journal.CommandText = "PRAGMA journal_mode = WAL;";
        await journal.ExecuteNonQueryAsync();

        return new TestDatabase(DatabaseKind.Sqlite, connectionString, () =>
        {
            using SqliteConnection pooled = new(connectionString);
            SqliteConnection.ClearPool(pooled);
            folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        });
    }

    private static async Task Execute(string administrator, string statement)
    {
        // Without a pool: a kept connection would outlive the test and count against the server's limit.
        await using NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(administrator) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
