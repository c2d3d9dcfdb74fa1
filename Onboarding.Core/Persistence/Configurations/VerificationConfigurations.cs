using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Cases;
using Onboarding.Core.Protection;
using Onboarding.Core.Stages.Stage2Verification;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class VerificationCheckConfiguration : IEntityTypeConfiguration<VerificationCheck>
{
    public void Configure(EntityTypeBuilder<VerificationCheck> builder)
    {
        builder.ToTable("VerificationChecks");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Subject).HasMaxLength(CheckKey.MaxSubjectLength);
        builder.Property(item => item.EvidenceCodes).HasMaxLength(Lengths.FileName);
        builder.Property(item => item.Evidence).HasMaxLength(Lengths.Remark);
        builder.Property(item => item.Remark).HasMaxLength(Lengths.Remark);
        builder.Property(item => item.BasisJson).HasMaxLength(CheckBasis.MaxLength);
        builder.Property(item => item.ById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.ByName).HasMaxLength(Lengths.ActorName);
        builder.Ignore(item => item.Key);
        builder.Ignore(item => item.Evidences);
        builder.Ignore(item => item.Basis);
        builder.HasIndex(item => new { item.CaseId, item.Number }).IsUnique();
    }
}

internal sealed class ReentryAttemptConfiguration : IEntityTypeConfiguration<ReentryAttempt>
{
    public void Configure(EntityTypeBuilder<ReentryAttempt> builder)
    {
        builder.ToTable("ReentryAttempts");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Positions).HasMaxLength(Lengths.Remark);
        builder.Property(item => item.BasisJson).HasMaxLength(CheckBasis.MaxLength);
        builder.Property(item => item.ById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.ByName).HasMaxLength(Lengths.ActorName);
        builder.Ignore(item => item.Basis);

        // Two attempts at the same moment are one after the other, or one of them is refused.
        builder.HasIndex(item => new { item.CaseId, item.Field, item.Number }).IsUnique();
    }
}

internal sealed class SourceAnswerConfiguration : IEntityTypeConfiguration<SourceAnswer>
{
    public void Configure(EntityTypeBuilder<SourceAnswer> builder)
    {
        builder.ToTable("SourceAnswers");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Source).HasMaxLength(CheckKey.MaxSubjectLength);
        builder.Property(item => item.QuestionHash).HasMaxLength(KeyedHash.Size);
        builder.Property(item => item.ById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.ByName).HasMaxLength(Lengths.ActorName);
        builder.HasIndex(item => new { item.CaseId, item.Number }).IsUnique();

        // An earlier answer to the same question, the newest first.
        builder.HasIndex(item => new { item.Source, item.QuestionHash, item.AnsweredAt });
    }
}

internal sealed class ProductCheckConfiguration : IEntityTypeConfiguration<ProductCheck>
{
    public void Configure(EntityTypeBuilder<ProductCheck> builder)
    {
        builder.ToTable("ProductChecks");
        builder.HasKey(item => new { item.ProductCode, item.Kind, item.Code });
        builder.Property(item => item.ProductCode).HasMaxLength(Lengths.Code);
    }
}
