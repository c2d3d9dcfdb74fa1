using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Cases;
using Onboarding.Core.Imports;
using Onboarding.Core.Partners;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.ToTable("ImportBatches");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.FileName).HasMaxLength(Lengths.FileName);
        builder.Property(item => item.ProductCode).HasMaxLength(Lengths.Code);
        builder.Property(item => item.Evidence).HasMaxLength(ImportBatch.MaxEvidenceLength);
        builder.Property(item => item.Sha256).HasMaxLength(Lengths.Sha256);
        builder.Property(item => item.UploadedById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.UploadedByName).HasMaxLength(Lengths.ActorName);
        builder.Property(item => item.StartedById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.StartedByName).HasMaxLength(Lengths.ActorName);
        builder.HasOne<Partner>().WithMany().HasForeignKey(item => item.PartnerId).OnDelete(DeleteBehavior.Restrict);

        // What waits, the longest first; and the same file.
        builder.HasIndex(item => new { item.StateAt, item.Id }).HasFilter("\"State\" IN ('Uploaded', 'Running')");
        builder.HasIndex(item => item.Sha256);
    }
}

internal sealed class ImportProblemConfiguration : IEntityTypeConfiguration<ImportProblem>
{
    public void Configure(EntityTypeBuilder<ImportProblem> builder)
    {
        builder.ToTable("ImportProblems");
        builder.HasKey(item => new { item.BatchId, item.Number });
        builder.Property(item => item.Column).HasMaxLength(Lengths.Code);
        builder.Property(item => item.Code).HasMaxLength(Lengths.Reference);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(item => item.BatchId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(item => new { item.BatchId, item.Column, item.Code, item.Number });
    }
}

internal sealed class ImportRowConfiguration : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("ImportRows");
        builder.HasKey(item => new { item.BatchId, item.Row });
        builder.Property(item => item.CaseNumber).HasMaxLength(CaseNumber.MaxLength);
        builder.Property(item => item.Column).HasMaxLength(Lengths.Code);
        builder.Property(item => item.Code).HasMaxLength(Lengths.Reference);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(item => item.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(item => new { item.BatchId, item.Row }).HasFilter("\"Code\" IS NOT NULL").HasDatabaseName("IX_ImportRows_Refused");
    }
}
