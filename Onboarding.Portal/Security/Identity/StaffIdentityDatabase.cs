using Onboarding.Core.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Onboarding.Portal.Security.Identity;

/// <summary>Where the staff accounts are kept, and how that place is brought up to date.</summary>
internal static class StaffIdentityDatabase
{
    /// <summary>Registers the context of the chosen database under its base type.</summary>
    public static void AddStaffIdentityDatabase(this IServiceCollection services, DatabaseSettings database)
    {
        _ = database.Provider switch
        {
            DatabaseProvider.Sqlite => services.AddDbContext<StaffIdentityContext, SqliteStaffIdentityContext>(
                options => options.UseSqlite(database.ConnectionString, WithHistoryTable)),
            DatabaseProvider.PostgreSql => services.AddDbContext<StaffIdentityContext, PostgreSqlStaffIdentityContext>(
                options => options.UseNpgsql(database.ConnectionString, WithHistoryTable)),
        };
    }

    /// <summary>Brings the tables up to date and adds the roles that are missing.</summary>
    public static async Task PrepareStaffIdentityAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StaffIdentityContext>().Database.MigrateAsync(cancellation);
        RoleManager<IdentityRole> roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole>>();
        foreach (string name in StaffRoles.All.Select(StaffRoles.Name))
        {
            if (!await roles.RoleExistsAsync(name))
            {
                (await roles.CreateAsync(new IdentityRole(name))).OrThrow();
            }
        }
    }

    /// <summary>The table of applied migrations for SQLite.</summary>
    public static void WithHistoryTable(SqliteDbContextOptionsBuilder options) =>
        options.MigrationsHistoryTable(StaffIdentityContext.HistoryTable);

    /// <summary>The table of applied migrations for PostgreSQL.</summary>
    public static void WithHistoryTable(Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder options) =>
        options.MigrationsHistoryTable(StaffIdentityContext.HistoryTable);

    /// <summary>For changes that can only fail through a fault of ours; the codes hold no personal data.</summary>
    public static void OrThrow(this IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"Account store: {string.Join(", ", result.Errors.Select(error => error.Code))}.");
        }
    }
}
