using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Audit;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        // No foreign key to the case on purpose: the trail outlives what it is about.
        builder.ToTable("AuditEvents");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.ActorId).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.ActorName).HasMaxLength(Lengths.ActorName);
        builder.Property(item => item.ActorRoles).HasMaxLength(Lengths.ActorName);
        builder.Property(item => item.Origin).HasMaxLength(Lengths.Code);
        builder.Property(item => item.Action).HasMaxLength(Lengths.Code);
        builder.Property(item => item.From).HasMaxLength(Lengths.Code);
        builder.Property(item => item.To).HasMaxLength(Lengths.Code);
        builder.Property(item => item.Reason).HasMaxLength(Lengths.Remark);
        builder.Property(item => item.PreviousHash).HasMaxLength(Lengths.Sha256);
        builder.Property(item => item.Hash).HasMaxLength(Lengths.Sha256);

        // A place in a chain can be taken once.
        builder.HasIndex(item => new { item.StreamId, item.Sequence }).IsUnique();
    }
}

internal sealed class PortalAuditStreamConfiguration : IEntityTypeConfiguration<PortalAuditStream>
{
    public void Configure(EntityTypeBuilder<PortalAuditStream> builder)
    {
        builder.ToTable("PortalAuditStreams");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.AuditHash).HasMaxLength(Lengths.Sha256);
        builder.Ignore(item => item.StreamId);
    }
}
