namespace Onboarding.Portal.Hosting;

/// <summary>The database systems that the portal runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>One file in the data folder: the default.</summary>
    Sqlite = 0,

    /// <summary>PostgreSQL 15 or later.</summary>
    PostgreSql = 1,
}

/// <summary>Which database holds the cases, the accounts and the jobs: settings <c>Database:Provider</c> and <c>Database:ConnectionString</c>.</summary>
/// <param name="Provider">The database system.</param>
/// <param name="ConnectionString">How to reach it. It may hold a password: never log it.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>The database's file in the data folder when nothing else is set.</summary>
    public const string DefaultFile = "onboarding.db";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartupRefusedException">The provider is unknown, or PostgreSQL has no connection string.</exception>
    public static DatabaseSettings From(IConfiguration configuration, DataFolder data)
    {
        string? name = configuration["Database:Provider"];
        DatabaseProvider provider = DatabaseProvider.Sqlite;
        if (!string.IsNullOrEmpty(name) && !Enum.TryParse(name, ignoreCase: true, out provider))
        {
            throw new StartupRefusedException($"Database:Provider is \"{name}\"; it can be Sqlite or PostgreSql.");
        }

        string? connectionString = configuration["Database:ConnectionString"];
        if (string.IsNullOrEmpty(connectionString))
        {
            connectionString = provider switch
            {
                DatabaseProvider.Sqlite => $"Data Source={data.File(DefaultFile)}",
                DatabaseProvider.PostgreSql => throw new StartupRefusedException(
                    "Database:Provider is PostgreSql, but Database:ConnectionString is empty."),
            };
        }

        return new DatabaseSettings(provider, connectionString);
    }

    /// <inheritdoc />
    public override string ToString() => Provider.ToString();
}
