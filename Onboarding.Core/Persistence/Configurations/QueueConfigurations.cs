using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Queues;
using Onboarding.Core.Queues.Views;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class CaseWordConfiguration : IEntityTypeConfiguration<CaseWord>
{
    public void Configure(EntityTypeBuilder<CaseWord> builder)
    {
        // The key finds cases by a word or its beginning; the other direction asks whether a row of the queue has it.
        builder.ToTable("CaseWords");
        builder.HasKey(item => new { item.Word, item.CaseId });
        builder.Property(item => item.Word).HasMaxLength(CustomerWord.MaxLength);
        builder.HasIndex(item => new { item.CaseId, item.Word });
        builder.HasOne<OnboardingCase>().WithMany().HasForeignKey(item => item.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class QueueViewConfiguration : IEntityTypeConfiguration<QueueView>
{
    public void Configure(EntityTypeBuilder<QueueView> builder)
    {
        builder.ToTable("QueueViews");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.OwnerId).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.OwnerName).HasMaxLength(Lengths.ActorName);
        builder.Property(item => item.Page).HasMaxLength(QueueView.MaxPageLength);
        builder.Property(item => item.Name).HasMaxLength(QueueView.MaxNameLength);
        builder.Property(item => item.Definition).HasMaxLength(QueueDefinitionText.MaxLength);
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Property(item => item.Teams).HasMaxLength(Lengths.Reference).HasColumnName(nameof(QueueView.SharedWith));
        builder.Ignore(item => item.SharedWith);

        // One's own by name, and the shared ones of a page.
        builder.HasIndex(item => new { item.OwnerId, item.Page, item.Name }).IsUnique();
        builder.HasIndex(item => new { item.Page, item.Name }).HasFilter("\"IsShared\"");
    }
}
