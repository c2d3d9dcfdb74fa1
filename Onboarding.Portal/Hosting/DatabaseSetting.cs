using Onboarding.Core.Persistence;

namespace Onboarding.Portal.Hosting;

/// <summary>Which database holds the cases, the accounts and the jobs: settings <c>Database:Provider</c> and <c>Database:ConnectionString</c>.</summary>
internal static class DatabaseSetting
{
    private const string DefaultFile = "onboarding.db";

    /// <summary>Reads the settings; without any, an SQLite file in the data folder.</summary>
    /// <exception cref="StartupRefusedException">The provider is unknown, or PostgreSQL has no connection string.</exception>
    public static DatabaseSettings Read(IConfiguration configuration, DataFolder data)
    {
        string? name = configuration["Database:Provider"];
        DatabaseProvider provider = DatabaseProvider.Sqlite;
        if (!string.IsNullOrEmpty(name) && !(Enum.TryParse(name, ignoreCase: true, out provider) && Enum.IsDefined(provider)))
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
}
