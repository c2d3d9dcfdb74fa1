using Microsoft.EntityFrameworkCore.Design;

namespace Onboarding.Core.Persistence;

/// <summary>Used by the migration tool alone; opens no database.</summary>
internal sealed class SqliteDesignTimeContext : IDesignTimeDbContextFactory<SqliteOnboardingContext>
{
    public SqliteOnboardingContext CreateDbContext(string[] args) =>
        (SqliteOnboardingContext)new OnboardingContextFactory(new DatabaseSettings(DatabaseProvider.Sqlite, "Data Source=:memory:")).CreateDbContext();
}

/// <summary>Used by the migration tool alone; opens no database.</summary>
internal sealed class PostgreSqlDesignTimeContext : IDesignTimeDbContextFactory<PostgreSqlOnboardingContext>
{
    public PostgreSqlOnboardingContext CreateDbContext(string[] args) =>
        (PostgreSqlOnboardingContext)new OnboardingContextFactory(new DatabaseSettings(DatabaseProvider.PostgreSql, "Host=localhost")).CreateDbContext();
}
