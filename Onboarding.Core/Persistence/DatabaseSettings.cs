namespace Onboarding.Core.Persistence;

/// <summary>Which database is used.</summary>
public enum DatabaseProvider
{
    /// <summary>One file, WAL: the embedded default.</summary>
    Sqlite = 1,

    /// <summary>A PostgreSQL server.</summary>
    PostgreSql,
}

/// <summary>Settings of the database.</summary>
/// <param name="Provider">Which one.</param>
/// <param name="ConnectionString">How to reach it.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>Without the connection string, which may hold a password.</summary>
    public override string ToString() => Provider.ToString();
}
