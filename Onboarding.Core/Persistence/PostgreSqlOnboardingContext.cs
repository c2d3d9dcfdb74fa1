using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Customers;
using Onboarding.Core.Queues;

namespace Onboarding.Core.Persistence;

/// <summary>The model on PostgreSQL.</summary>
/// <param name="options">Options.</param>
public sealed class PostgreSqlOnboardingContext(DbContextOptions<PostgreSqlOnboardingContext> options) : OnboardingContext(options)
{
    private const string ByteOrder = "C";

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Beginnings of words are ranges of the index only where words are ordered by their bytes, as SQLite does anyway.
        modelBuilder.Entity<CustomerWord>().Property(word => word.Word).UseCollation(ByteOrder);
        modelBuilder.Entity<CustomerWord>().Property(word => word.Name).UseCollation(ByteOrder);
        modelBuilder.Entity<CaseWord>().Property(word => word.Word).UseCollation(ByteOrder);
    }
}
