using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Protection;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class ClarificationConfiguration : IEntityTypeConfiguration<Clarification>
{
    public void Configure(EntityTypeBuilder<Clarification> builder)
    {
        builder.ToTable("Clarifications");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.AskedById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.AskedByName).HasMaxLength(Lengths.ActorName);
        builder.Property(item => item.RepliedByName).HasMaxLength(Lengths.ActorName);
        builder.Property(item => item.Evidence).HasMaxLength(Lengths.Remark);
        builder.Property(item => item.TokenHash).HasMaxLength(AccessToken.HashSize);
        builder.HasMany(item => item.Items).WithOne().HasForeignKey(item => item.ClarificationId);
        builder.HasIndex(item => item.TokenHash).IsUnique();
        builder.HasIndex(item => new { item.CaseId, item.Round }).IsUnique();

        // The list behind the figure of a period.
        builder.HasIndex(item => new { item.AskedAt, item.Id });

        // What the job has to remind of or let expire.
        builder.HasIndex(item => item.NextStepAt).HasFilter("\"ClosedAt\" IS NULL");

        // The database would refuse a second open request of a case.
        builder.HasIndex(item => item.CaseId).IsUnique().HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("IX_Clarifications_OneOpenPerCase");
    }
}

internal sealed class ClarificationItemConfiguration : IEntityTypeConfiguration<ClarificationItem>
{
    public void Configure(EntityTypeBuilder<ClarificationItem> builder)
    {
        builder.ToTable("ClarificationItems");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Field).HasMaxLength(Lengths.Reference);
        builder.Property(item => item.Question).HasMaxLength(Lengths.Remark);
        builder.Property(item => item.ReviewedByName).HasMaxLength(Lengths.ActorName);
        builder.Ignore(item => item.Subject);
        builder.Ignore(item => item.AwaitsReview);
        builder.HasIndex(item => new { item.ClarificationId, item.Position }).IsUnique();
    }
}

internal sealed class ContactEntryConfiguration : IEntityTypeConfiguration<ContactEntry>
{
    public void Configure(EntityTypeBuilder<ContactEntry> builder)
    {
        builder.ToTable("ContactEntries");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.With).HasMaxLength(Lengths.ActorName);
        builder.Property(item => item.Summary).HasMaxLength(Lengths.Remark);
        builder.Property(item => item.ById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.ByName).HasMaxLength(Lengths.ActorName);
        builder.HasIndex(item => item.CaseId);
    }
}
