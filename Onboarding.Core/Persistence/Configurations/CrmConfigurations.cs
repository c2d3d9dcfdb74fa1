using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Customers.Crm;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class CrmLinkConfiguration : IEntityTypeConfiguration<CrmLink>
{
    public void Configure(EntityTypeBuilder<CrmLink> builder)
    {
        builder.ToTable("CrmLinks");
        builder.HasKey(item => item.CustomerId);
        builder.Property(item => item.CustomerId).ValueGeneratedNever();
        builder.Property(item => item.Number).HasMaxLength(CaseNumber.MaxLength);
        builder.Property(item => item.ExternalId).HasMaxLength(CrmLink.ExternalIdMaxLength);
        builder.Property(item => item.SentHash).HasMaxLength(CrmLink.HashLength);
        builder.HasOne<Customer>().WithOne().HasForeignKey<CrmLink>(item => item.CustomerId);

        // What the CRM lists, and the list of each state with its count.
        builder.HasIndex(item => item.Number).IsUnique();
        builder.HasIndex(item => new { item.State, item.CustomerId });
    }
}

internal sealed class CrmRunConfiguration : IEntityTypeConfiguration<CrmRun>
{
    public void Configure(EntityTypeBuilder<CrmRun> builder)
    {
        builder.ToTable("CrmRuns");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.RequestedById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.RequestedByName).HasMaxLength(Lengths.ActorName);
        builder.Property(item => item.Cursor).HasMaxLength(CrmRun.CursorMaxLength);
        builder.Ignore(item => item.IsLive);
        builder.HasIndex(item => item.State);
    }
}
