using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Benchmarks.Databases;

/// <summary>
/// By what a database that was kept is known to be of use still: the tables of the model, and how it is filled. A migration that was only made anew
/// under another name changes neither.
/// </summary>
internal static class BenchmarkModel
{
    // Grows when a database is filled with something else.
    private const int Filling = 3;

    /// <summary>The mark of this program's model.</summary>
    public static string Of(DatabaseProvider provider)
    {
        var connection = provider == DatabaseProvider.Sqlite ? "Data Source=:memory:" : "Host=none";
        using var context = new OnboardingContextFactory(new DatabaseSettings(provider, connection)).CreateDbContext();
        return $"{Filling} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(context.Database.GenerateCreateScript())))}";
    }

    /// <summary>Gives the one migration of a database of this model the name by which this program knows it.</summary>
    public static async Task RenameMigrationAsync(DatabaseSettings settings, CancellationToken cancellationToken)
    {
        await using var context = new OnboardingContextFactory(settings).CreateDbContext();
        if (context.Database.GetMigrations().ToList() is [var only] && !(await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Contains(only))
        {
#pragma warning disable EF1002 // The name of the table is a constant.
            await context.Database.ExecuteSqlRawAsync($$"""UPDATE "{{OnboardingContextFactory.MigrationsTable}}" SET "MigrationId" = {0}""", [only], cancellationToken);
#pragma warning restore EF1002
        }

        SqliteConnection.ClearAllPools();
    }
}
