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
