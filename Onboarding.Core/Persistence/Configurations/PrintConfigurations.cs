using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Cases;
using Onboarding.Core.Protection;
using Onboarding.Core.Reporting.Issuing;
using Onboarding.Core.Reporting.Printing;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class IssuedFormConfiguration : IEntityTypeConfiguration<IssuedForm>
{
    public void Configure(EntityTypeBuilder<IssuedForm> builder)
    {
        builder.ToTable("IssuedForms");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Number).HasMaxLength(FormNumber.MaxLength);
        builder.Property(item => item.CodeHash).HasMaxLength(KeyedHash.Size);
        builder.Property(item => item.RequestedById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.RequestedByName).HasMaxLength(Lengths.ActorName);
        builder.Property(item => item.Fingerprint).HasMaxLength(Lengths.Sha256);
        builder.Property(item => item.Sha256).HasMaxLength(Lengths.Sha256);
        builder.Ignore(item => item.FileName);
        builder.HasOne<OnboardingCase>().WithMany().HasForeignKey(item => item.CaseId).OnDelete(DeleteBehavior.Restrict);

        // No number and no code twice, and no gap that two at once could make.
        builder.HasIndex(item => new { item.Kind, item.Year, item.Sequence }).IsUnique();
        builder.HasIndex(item => item.Number).IsUnique();
        builder.HasIndex(item => item.CodeHash).IsUnique();

        // "Issued once": the database would refuse a second one that waits.
        builder.HasIndex(item => new { item.CaseId, item.Kind, item.Language }).IsUnique().HasFilter("\"State\" = 'Pending'").HasDatabaseName("IX_IssuedForms_OnePending");
        builder.HasIndex(item => new { item.CaseId, item.RequestedAt });
    }
}

internal static class PrintedFiles
{
    public static void Configure<T>(EntityTypeBuilder<T> builder)
        where T : PrintedFile
    {
        builder.Property(item => item.FileSha256).HasMaxLength(Lengths.Sha256);
        builder.Property(item => item.KeyId).HasMaxLength(Lengths.ActorId);
        builder.Ignore(item => item.HasFile);
        builder.HasIndex(item => item.FileId).IsUnique().HasFilter("\"FileId\" IS NOT NULL");
    }
}

internal sealed class PrintRequestConfiguration : IEntityTypeConfiguration<PrintRequest>
{
    public void Configure(EntityTypeBuilder<PrintRequest> builder)
    {
        builder.ToTable("PrintRequests");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.RequestedById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.RequestedByName).HasMaxLength(Lengths.ActorName);
        builder.Property(item => item.RequestedByRoles).HasMaxLength(Lengths.Reference);
        builder.Property(item => item.Origin).HasMaxLength(Lengths.Code);
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Ignore(item => item.IsOpen);
        PrintedFiles.Configure(builder);
        builder.HasOne<IssuedForm>().WithMany().HasForeignKey(item => item.FormId).OnDelete(DeleteBehavior.Restrict);

        // What is due, the longest wait first; the printing of a form; the prints of a person.
        builder.HasIndex(item => new { item.StateAt, item.Id }).HasFilter("\"State\" IN ('Waiting', 'Printing')");
        builder.HasIndex(item => item.FormId).IsUnique().HasFilter("\"FormId\" IS NOT NULL");
        builder.HasIndex(item => new { item.RequestedById, item.Id }).HasFilter("\"FormId\" IS NULL");
    }
}

internal sealed class PrintItemConfiguration : IEntityTypeConfiguration<PrintItem>
{
    public void Configure(EntityTypeBuilder<PrintItem> builder)
    {
        builder.ToTable("PrintItems");
        builder.HasKey(item => new { item.RequestId, item.Number });
        builder.Property(item => item.CaseNumber).HasMaxLength(CaseNumber.MaxLength);
        PrintedFiles.Configure(builder);
        builder.HasOne<PrintRequest>().WithMany().HasForeignKey(item => item.RequestId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<OnboardingCase>().WithMany().HasForeignKey(item => item.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
