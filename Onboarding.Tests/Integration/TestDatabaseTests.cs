using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration;

public sealed class TestDatabaseTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [Theory, DatabaseProviders]
    public async Task Opens_and_keeps_a_row(DatabaseKind kind)
    {
        TestDatabase database = await databases.Fresh(kind);

        await Execute(database, "CREATE TABLE probe (id INTEGER PRIMARY KEY)");
        await Execute(database, "INSERT INTO probe VALUES (7)");

        (await Execute(database, "SELECT id FROM probe")).ShouldBe("7");
    }

    [Theory, DatabaseProviders]
    public async Task Starts_empty_beside_a_database_of_the_same_kind(DatabaseKind kind)
    {
        TestDatabase first = await databases.Shared(kind);
        TestDatabase second = await databases.Fresh(kind);

        await Execute(first, "CREATE TABLE only_here (id INTEGER)");

        await Should.ThrowAsync<DbException>(() => Execute(second, "SELECT id FROM only_here"));
    }

    [Fact]
    public async Task Writes_ahead_in_a_file()
    {
        TestDatabase database = await databases.Fresh(DatabaseKind.Sqlite);

        (await Execute(database, "PRAGMA journal_mode")).ShouldBe("wal");
    }

    private static async Task<string?> Execute(TestDatabase database, string statement)
    {
        await using DbConnection connection = database.Kind switch
        {
            DatabaseKind.Sqlite => new SqliteConnection(database.ConnectionString),
            DatabaseKind.PostgreSql => new NpgsqlConnection(database.ConnectionString),
        };
        await connection.OpenAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = statement;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
