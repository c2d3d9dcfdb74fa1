using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Partners;
using Onboarding.Core.Protection;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.ToTable("Partners");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Property(item => item.Name).HasMaxLength(Partner.NameMaxLength);
        builder.Property(item => item.ContactEmail).HasMaxLength(Partner.ContactMaxLength);
        builder.Property(item => item.WebhookUrl).HasMaxLength(Partner.WebhookUrlMaxLength);
        builder.HasIndex(item => item.Name).IsUnique();
    }
}

internal sealed class PartnerKeyConfiguration : IEntityTypeConfiguration<PartnerKey>
{
    public void Configure(EntityTypeBuilder<PartnerKey> builder)
    {
        builder.ToTable("PartnerKeys");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.PublicId).HasMaxLength(ApiKeyText.PublicIdLength);
        builder.Property(item => item.SecretHash).HasMaxLength(AccessToken.HashSize);
        builder.Property(item => item.Label).HasMaxLength(PartnerKey.LabelMaxLength);
        builder.Property(item => item.CreatedByName).HasMaxLength(Lengths.ActorName);

        // Several scopes in one value: their names would not fit, and their order would not be certain.
        builder.Property(item => item.Scopes).HasConversion<int>();
        builder.HasOne<Partner>().WithMany().HasForeignKey(item => item.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(item => item.PublicId).IsUnique();
        builder.HasIndex(item => new { item.PartnerId, item.CreatedAt });
    }
}

internal sealed class KeptAnswerConfiguration : IEntityTypeConfiguration<KeptAnswer>
{
    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable("KeptAnswers");

        builder.Property(item => item.Id).ValueGeneratedNever();

        // One answer for each key: the database would refuse a second one.
        builder.HasIndex(item => item.KeyHash).IsUnique();
        builder.Property(item => item.KeyHash).HasMaxLength(KeyedHash.Size);
        builder.Property(item => item.BodyHash).HasMaxLength(KeyedHash.Size);
        builder.HasOne<Partner>().WithMany().HasForeignKey(item => item.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(item => item.ExpiresAt);
    }
}

internal sealed class WebhookAttemptConfiguration : IEntityTypeConfiguration<WebhookAttempt>
{
    public void Configure(EntityTypeBuilder<WebhookAttempt> builder)
    {
        builder.ToTable("WebhookAttempts");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.HasIndex(item => new { item.MessageId, item.At });
    }
}
