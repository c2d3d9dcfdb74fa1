using Microsoft.EntityFrameworkCore;

namespace Onboarding.Core.Persistence;

/// <summary>Makes one context for one operation, for the database of the settings.</summary>
/// <param name="settings">Which database.</param>
public sealed class OnboardingContextFactory(DatabaseSettings settings) : IDbContextFactory<OnboardingContext>
{
    /// <summary>Name of the table in which the migrations of this model are noted.</summary>
    public const string MigrationsTable = "__OnboardingMigrations";

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
            .UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable(MigrationsTable))
            .Options;
        return () => new PostgreSqlOnboardingContext(options);
    }
}
