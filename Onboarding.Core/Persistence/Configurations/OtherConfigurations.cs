using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Compliance;
using Onboarding.Core.Messages;
using Onboarding.Core.Outbox;
using Onboarding.Core.Partners;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage4Approval;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("OutboxMessages");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.LastError).HasMaxLength(Lengths.Reference);

        // What is due, what stands before it in the same case (and what became of the messages of a case), and what waits for the administrator.
        builder.HasIndex(item => item.NextAttemptAt).HasFilter("\"FinishedAt\" IS NULL AND \"SetAsideAt\" IS NULL");
        builder.HasIndex(item => new { item.CaseId, item.Position });

        // Whether the record of a customer is on its way.
        builder.HasIndex(item => item.SubjectId).HasFilter("\"FinishedAt\" IS NULL AND \"CaseId\" IS NULL");

        // The delivery log: of one partner, and of all, newest first.
        builder.HasOne<Partner>().WithMany().HasForeignKey(item => item.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(item => new { item.PartnerId, item.CreatedAt, item.Id }).HasFilter("\"PartnerId\" IS NOT NULL");
        builder.HasIndex(item => new { item.CreatedAt, item.Id }).HasFilter("\"PartnerId\" IS NOT NULL");
        builder.HasIndex(item => item.SetAsideAt).HasFilter("\"SetAsideAt\" IS NOT NULL");
    }
}

internal sealed class MessageTemplateConfiguration : IEntityTypeConfiguration<MessageTemplate>
{
    public void Configure(EntityTypeBuilder<MessageTemplate> builder)
    {
        builder.ToTable("MessageTemplates");
        builder.HasKey(item => new { item.Kind, item.ProductCode, item.Language, item.Version });
        builder.Property(item => item.ProductCode).HasMaxLength(ProductEntry.MaxCodeLength);
        builder.Property(item => item.Version).ValueGeneratedNever();
        builder.Property(item => item.Subject).HasMaxLength(TemplateContent.MaxSubjectLength);
        builder.Property(item => item.Body).HasMaxLength(TemplateContent.MaxBodyLength);
        builder.Property(item => item.ById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.ByName).HasMaxLength(Lengths.ActorName);
        builder.Ignore(item => item.Content);
    }
}

internal sealed class LocalServiceConfiguration : IEntityTypeConfiguration<LocalService>
{
    public void Configure(EntityTypeBuilder<LocalService> builder)
    {
        builder.ToTable("LocalServices");
        builder.HasKey(item => item.CaseId);
        builder.Property(item => item.CaseId).ValueGeneratedNever();
        builder.Property(item => item.Reference).HasMaxLength(Lengths.Reference);
        builder.Property(item => item.ProductCode).HasMaxLength(Lengths.Code);
        builder.HasIndex(item => item.Reference).IsUnique();
    }
}

internal sealed class HolidayConfiguration : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> builder)
    {
        builder.ToTable("Holidays");
        builder.HasKey(item => item.Date);
        builder.Property(item => item.Name).HasMaxLength(Lengths.ActorName);
        builder.Property(item => item.Decree).HasMaxLength(Lengths.ActorName);
    }
}

internal sealed class PolicyTextConfiguration : IEntityTypeConfiguration<PolicyText>
{
    public void Configure(EntityTypeBuilder<PolicyText> builder)
    {
        builder.ToTable("PolicyTexts");
        builder.HasKey(item => new { item.Code, item.Version });
        builder.Property(item => item.Code).HasMaxLength(Lengths.Code);
        builder.Property(item => item.Version).HasMaxLength(Lengths.Code);
        builder.Property(item => item.Hash).HasMaxLength(Lengths.Sha256);
    }
}

internal sealed class NumberCounterConfiguration : IEntityTypeConfiguration<NumberCounter>
{
    public void Configure(EntityTypeBuilder<NumberCounter> builder)
    {
        builder.ToTable("NumberCounters");
        builder.HasKey(item => item.Series);
        builder.Property(item => item.Series).HasMaxLength(Lengths.Code);
    }
}
