using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Onboarding.Portal.Security.Identity;

/// <summary>Makes the SQLite context for <c>dotnet ef</c>, which reads the model and opens no database.</summary>
internal sealed class SqliteStaffIdentityDesign : IDesignTimeDbContextFactory<SqliteStaffIdentityContext>
{
    public SqliteStaffIdentityContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteStaffIdentityContext>()
            .UseSqlite("Data Source=design.db", StaffIdentityDatabase.WithHistoryTable)
            .Options);
}

/// <summary>Makes the PostgreSQL context for <c>dotnet ef</c>, which reads the model and opens no database.</summary>
internal sealed class PostgreSqlStaffIdentityDesign : IDesignTimeDbContextFactory<PostgreSqlStaffIdentityContext>
{
    public PostgreSqlStaffIdentityContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlStaffIdentityContext>()
            .UseNpgsql("Host=design", StaffIdentityDatabase.WithHistoryTable)
            .Options);
}
