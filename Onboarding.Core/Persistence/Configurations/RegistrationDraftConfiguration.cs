using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Protection;
using Onboarding.Core.Stages.Stage1Intake.Online;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class RegistrationDraftConfiguration : IEntityTypeConfiguration<RegistrationDraft>
{
    public void Configure(EntityTypeBuilder<RegistrationDraft> builder)
    {
        builder.ToTable("RegistrationDrafts");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Property(item => item.TokenHash).HasMaxLength(AccessToken.HashSize);
        builder.Property(item => item.ProductCode).HasMaxLength(Lengths.Code);

        // Found by its link; what its documents wait under; and what is past its date.
        builder.HasIndex(item => item.TokenHash).IsUnique();
        builder.HasIndex(item => item.SubmissionKey).IsUnique();
        builder.HasIndex(item => item.ExpiresAt);
    }
}

internal sealed class MailedDraftLinkConfiguration : IEntityTypeConfiguration<MailedDraftLink>
{
    public void Configure(EntityTypeBuilder<MailedDraftLink> builder)
    {
        builder.ToTable("MailedDraftLinks");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.TokenHash).HasMaxLength(AccessToken.HashSize);
        builder.Property(item => item.AddressHash).HasMaxLength(KeyedHash.Size);
        builder.HasOne<RegistrationDraft>().WithMany().HasForeignKey(item => item.DraftId).OnDelete(DeleteBehavior.Cascade);

        // Found by its link; those of a draft come with the foreign key; and how many an address got lately.
        builder.HasIndex(item => item.TokenHash).IsUnique();
        builder.HasIndex(item => new { item.AddressHash, item.RequestedAt });
    }
}
