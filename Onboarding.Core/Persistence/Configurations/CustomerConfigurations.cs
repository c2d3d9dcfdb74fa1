using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("Customers");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Number).HasMaxLength(CaseNumber.MaxLength);
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Property(item => item.Name).HasMaxLength(ApplicantData.MaxTextLength);
        builder.Property(item => item.ProvinceCode).HasMaxLength(2);
        builder.Property(item => item.AuditHash).HasMaxLength(Lengths.Sha256);
        builder.Ignore(item => item.StreamId);
        builder.HasIndex(item => item.Number).IsUnique();
        builder.HasIndex(item => new { item.Year, item.Sequence }).IsUnique();
        builder.HasIndex(item => item.CaseId).IsUnique();
        builder.HasIndex(item => item.MergedIntoId).HasFilter("\"MergedIntoId\" IS NOT NULL");

        // The list, the newest first, by each filter that can lead it.
        builder.HasIndex(item => new { item.ProvinceCode, item.Id });
        builder.HasIndex(item => new { item.Status, item.Id });
        builder.HasIndex(item => new { item.Kind, item.Id });
        builder.HasMany(item => item.Products).WithOne().HasForeignKey(item => item.CustomerId);
    }
}

internal sealed class CustomerProductConfiguration : IEntityTypeConfiguration<CustomerProduct>
{
    public void Configure(EntityTypeBuilder<CustomerProduct> builder)
    {
        builder.ToTable("CustomerProducts");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.ProductCode).HasMaxLength(Lengths.Code);
        builder.Property(item => item.ServiceReference).HasMaxLength(Lengths.Reference);
        builder.HasIndex(item => item.CaseId).IsUnique();
        builder.HasIndex(item => new { item.ProductCode, item.CustomerId });
        builder.HasIndex(item => new { item.CustomerId, item.ProductCode });
        builder.HasIndex(item => item.ServiceReference).HasFilter("\"ServiceReference\" IS NOT NULL");
    }
}

internal sealed class CustomerInteractionConfiguration : IEntityTypeConfiguration<CustomerInteraction>
{
    public void Configure(EntityTypeBuilder<CustomerInteraction> builder)
    {
        builder.ToTable("CustomerInteractions");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.ById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.ByName).HasMaxLength(Lengths.ActorName);
        builder.HasIndex(item => new { item.CustomerId, item.Id });
        builder.HasMany(item => item.Mentions).WithOne().HasForeignKey(item => item.InteractionId);
    }
}

internal sealed class InteractionMentionConfiguration : IEntityTypeConfiguration<InteractionMention>
{
    public void Configure(EntityTypeBuilder<InteractionMention> builder)
    {
        builder.ToTable("InteractionMentions");
        builder.HasKey(item => new { item.InteractionId, item.StaffId });
        builder.HasIndex(item => new { item.StaffId, item.InteractionId });
        builder.Property(item => item.StaffId).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.StaffName).HasMaxLength(Lengths.ActorName);
    }
}

internal sealed class CustomerWordConfiguration : IEntityTypeConfiguration<CustomerWord>
{
    public void Configure(EntityTypeBuilder<CustomerWord> builder)
    {
        // The key is the index of the search: results come from it alone, in their order. The other direction asks for the further words of
        // a question, and serves changes of a customer.
        builder.ToTable("CustomerWords");
        builder.HasKey(item => new { item.Word, item.Name, item.CustomerId });
        builder.Property(item => item.Word).HasMaxLength(CustomerWord.MaxLength);
        builder.Property(item => item.Name).HasMaxLength(SearchWords.SortLength);
        builder.HasIndex(item => new { item.CustomerId, item.Word });
    }
}

internal sealed class CustomerKeyConfiguration : IEntityTypeConfiguration<CustomerKey>
{
    public void Configure(EntityTypeBuilder<CustomerKey> builder)
    {
        builder.ToTable("CustomerKeys");
        builder.HasKey(item => new { item.Hash, item.CustomerId });
        builder.HasIndex(item => item.CustomerId);
    }
}

internal sealed class CustomerMergeConfiguration : IEntityTypeConfiguration<CustomerMerge>
{
    public void Configure(EntityTypeBuilder<CustomerMerge> builder)
    {
        builder.ToTable("CustomerMerges");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Reason).HasMaxLength(Lengths.Remark);
        builder.Property(item => item.ById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.ByName).HasMaxLength(Lengths.ActorName);
        builder.HasIndex(item => item.SurvivorId);
        builder.HasIndex(item => item.MergedId);
    }
}
