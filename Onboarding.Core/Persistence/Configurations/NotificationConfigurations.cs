using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Notifications;
using Onboarding.Core.Sla;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.PersonId).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.Cause).HasMaxLength(Notice.CauseMaxLength);
        builder.Property(item => item.Number).HasMaxLength(Lengths.Code);
        builder.Property(item => item.ByName).HasMaxLength(Lengths.ActorName);

        // The database itself tells nobody of the same cause twice.
        builder.HasIndex(item => new { item.PersonId, item.Cause }).IsUnique();

        // The list, the count and what is to be mailed, each of one person; and what is past its time.
        builder.HasIndex(item => new { item.PersonId, item.Id });
        builder.HasIndex(item => new { item.PersonId, item.Id }, "IX_Notices_Unread").HasFilter("\"ReadAt\" IS NULL");
        builder.HasIndex(item => new { item.PersonId, item.At }).HasFilter("\"ReadAt\" IS NULL AND \"DigestId\" IS NULL").HasDatabaseName("IX_Notices_NotMailed");
        builder.HasIndex(item => item.At);
        builder.HasIndex(item => item.DigestId).HasFilter("\"DigestId\" IS NOT NULL");
    }
}

internal sealed class NoticePreferencesConfiguration : IEntityTypeConfiguration<NoticePreferences>
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public void Configure(EntityTypeBuilder<NoticePreferences> builder)
    {
        builder.ToTable("NoticePreferences");
        builder.HasKey(item => item.PersonId);
        builder.Property(item => item.PersonId).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Property(item => item.MailAddress).HasMaxLength(NoticePreferences.MailAddressMaxLength);
        builder.Property(item => item.Choices).HasMaxLength(Lengths.Remark).HasConversion(
            choices => JsonSerializer.Serialize(choices, Json),
            text => JsonSerializer.Deserialize<Dictionary<NoticeKind, NoticeChoice>>(text, Json)!,
            new ValueComparer<IReadOnlyDictionary<NoticeKind, NoticeChoice>>(
                (one, other) => ReferenceEquals(one, other), choices => choices.Count, choices => choices));
        builder.HasIndex(item => item.PersonId).HasFilter("\"MailAddress\" IS NOT NULL").HasDatabaseName("IX_NoticePreferences_Mailed");
    }
}

internal sealed class NoticeDigestConfiguration : IEntityTypeConfiguration<NoticeDigest>
{
    public void Configure(EntityTypeBuilder<NoticeDigest> builder)
    {
        builder.ToTable("NoticeDigests");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.PersonId).HasMaxLength(Lengths.ActorId);

        // One daily mail a day, whoever makes it.
        builder.HasIndex(item => new { item.PersonId, item.Day }).IsUnique().HasFilter("\"Day\" IS NOT NULL");
        builder.HasIndex(item => item.CreatedAt);
    }
}

internal sealed class EscalationPlanConfiguration : IEntityTypeConfiguration<EscalationPlan>
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public void Configure(EntityTypeBuilder<EscalationPlan> builder)
    {
        builder.ToTable("EscalationPlans");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Property(item => item.Steps).HasMaxLength(Lengths.Remark).HasConversion(
            steps => JsonSerializer.Serialize(steps, Json),
            text => JsonSerializer.Deserialize<List<EscalationStep>>(text, Json)!,
            new ValueComparer<IReadOnlyList<EscalationStep>>(
                (one, other) => ReferenceEquals(one, other), steps => steps.Count, steps => steps));
    }
}
