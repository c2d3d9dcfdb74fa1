using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage4Approval;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class RejectionReasonConfiguration : IEntityTypeConfiguration<RejectionReason>
{
    public void Configure(EntityTypeBuilder<RejectionReason> builder)
    {
        builder.ToTable("RejectionReasons");
        builder.HasKey(item => item.Code);
        builder.Property(item => item.Code).HasMaxLength(RejectionReason.CodeMaxLength);
        builder.Property(item => item.NameIndonesian).HasMaxLength(RejectionReason.NameMaxLength);
        builder.Property(item => item.NameEnglish).HasMaxLength(RejectionReason.NameMaxLength);
        builder.Property(item => item.TextIndonesian).HasMaxLength(RejectionReason.TextMaxLength);
        builder.Property(item => item.TextEnglish).HasMaxLength(RejectionReason.TextMaxLength);
        builder.Property(item => item.LegalGround).HasMaxLength(RejectionReason.GroundMaxLength);
        builder.Ignore(item => item.Name);
        builder.Ignore(item => item.Text);
    }
}

internal sealed class ObjectionConfiguration : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        // The database itself lets nobody object to the same rejection twice.
        builder.ToTable("Objections");
        builder.HasKey(item => item.DecisionId);
        builder.Property(item => item.DecisionId).ValueGeneratedNever();
        builder.Property(item => item.Answer).HasMaxLength(Lengths.Remark);
        builder.Property(item => item.AnsweredById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.AnsweredByName).HasMaxLength(Lengths.ActorName);
        builder.HasIndex(item => item.CaseId);
    }
}

internal sealed class SendBackPointConfiguration : IEntityTypeConfiguration<SendBackPoint>
{
    public void Configure(EntityTypeBuilder<SendBackPoint> builder)
    {
        builder.ToTable("SendBackPoints");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Field).HasMaxLength(Lengths.Reference);
        builder.Property(item => item.Check).HasMaxLength(Lengths.Reference);
        builder.Property(item => item.Remark).HasMaxLength(SendBackPoint.RemarkMaxLength);
        builder.Property(item => item.DoneByName).HasMaxLength(Lengths.ActorName);
        builder.Ignore(item => item.Subject);
        builder.HasIndex(item => item.CaseId);
    }
}
