using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Onboarding.Core.Persistence;

/// <summary>Makes one context for one operation, for the database of the settings.</summary>
/// <param name="settings">Which database.</param>
public sealed class OnboardingContextFactory(DatabaseSettings settings) : IDbContextFactory<OnboardingContext>
{
    /// <summary>Name of the table in which the migrations of this model are noted.</summary>
    public const string MigrationsTable = "__OnboardingMigrations";

    // The statements of the common actions and lists; each connection keeps its own.
    private const int MostPrepared = 100;

    private readonly Func<OnboardingContext> _create = settings.Provider switch
    {
        DatabaseProvider.Sqlite => Sqlite(settings.ConnectionString),
        DatabaseProvider.PostgreSql => PostgreSql(settings.ConnectionString),
    };

    /// <summary>The settings.</summary>
    public DatabaseSettings Settings => settings;

    /// <inheritdoc/>
    public OnboardingContext CreateDbContext() => _create();

    private static Func<OnboardingContext> Sqlite(string connectionString)
    {
        var options = new DbContextOptionsBuilder<SqliteOnboardingContext>()
            .UseSqlite(connectionString, sqlite => sqlite.MigrationsHistoryTable(MigrationsTable))
            .AddInterceptors(SqliteDurability.Instance)
            .Options;
        return () => new SqliteOnboardingContext(options);
    }

    private static Func<OnboardingContext> PostgreSql(string connectionString)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlOnboardingContext>()
            .UseNpgsql(Tuned(connectionString), npgsql => npgsql.MigrationsHistoryTable(MigrationsTable))
            .Options;
        return () => new PostgreSqlOnboardingContext(options);
    }

    // To plan what an action asks costs the server more than to answer it, so what is asked often stays prepared; and nothing here leaves a trace in its
    // session that had to be wiped between two users of a connection. Who says otherwise in the connection string is heeded.
    private static string Tuned(string connectionString)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = connectionString };
        foreach (var (name, value) in new (string, object)[] { ("Max Auto Prepare", MostPrepared), ("No Reset On Close", true) })
        {
            if (!settings.ContainsKey(name))
            {
                settings[name] = value;
            }
        }

        return settings.ConnectionString;
    }
}
