using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Catalog;
using Onboarding.Core.Compliance;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage4Approval;

namespace Onboarding.Core.Persistence;

/// <summary>The database cannot be used as it is; the message is one clear line for the operator.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="innerException">The cause.</param>
public sealed class DatabaseNotUsableException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>Brings the database to this program's state: migrations, and the data without which nothing runs.</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class DatabaseInitialiser(OnboardingContextFactory contexts)
{
    /// <summary>Migrates and fills what is missing. Safe to run at every start.</summary>
    /// <exception cref="DatabaseNotUsableException">It cannot be opened, or a newer program has changed it.</exception>
    public async Task InitialiseAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        try
        {
            await RefuseNewerAsync(context, cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
            if (context.Database.IsSqlite())
            {
                // Readers and the writer do not wait for each other; kept in the file.
                await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
            }

            await FillAsync(context, cancellationToken);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or DbUpdateException or InvalidOperationException or ArgumentException)
        {
            throw new DatabaseNotUsableException(
                $"The database ({contexts.Settings.Provider}) cannot be opened or migrated: check Database:Provider, Database:ConnectionString and the rights on it.", exception);
        }
    }

    private static async Task RefuseNewerAsync(OnboardingContext context, CancellationToken cancellationToken)
    {
        if (!await context.Database.CanConnectAsync(cancellationToken))
        {
            return;
        }

        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var unknown = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).FirstOrDefault(name => !known.Contains(name));
        if (unknown is not null)
        {
            throw new DatabaseNotUsableException($"The database is newer than this program (it knows the migration {unknown}): start the newer program.");
        }
    }

    private static async Task FillAsync(OnboardingContext context, CancellationToken cancellationToken)
    {
        if (!await context.PortalAuditStreams.AnyAsync(cancellationToken))
        {
            context.PortalAuditStreams.Add(PortalAuditStream.Create());
            context.Holidays.AddRange(IndonesianHolidays.Create());
            context.Products.AddRange(InitialProducts.Entries());
            context.Brochures.AddRange(InitialProducts.Brochures());
            context.PolicyTexts.AddRange(InitialPolicies.Create());
            context.RejectionReasons.AddRange(InitialRejectionReasons.Create());
            context.EscalationPlans.Add(EscalationPlan.Create());
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
