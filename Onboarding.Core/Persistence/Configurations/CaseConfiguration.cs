using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Partners;
using Onboarding.Core.Protection;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class CaseConfiguration : IEntityTypeConfiguration<OnboardingCase>
{
    public void Configure(EntityTypeBuilder<OnboardingCase> builder)
    {
        builder.ToTable("Cases");
        builder.HasKey(item => item.Id);
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Number).HasMaxLength(CaseNumber.MaxLength);
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Property(item => item.ProductCode).HasMaxLength(Lengths.Code);
        builder.Property(item => item.ApplicantName).HasMaxLength(ApplicantData.MaxTextLength);
        builder.Property(item => item.ProvinceCode).HasMaxLength(2);
        builder.Property(item => item.SubmissionHash).HasMaxLength(KeyedHash.Size);
        builder.Property(item => item.StatusTokenHash).HasMaxLength(AccessToken.HashSize);
        builder.Property(item => item.CreatedById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.ActivationReference).HasMaxLength(Lengths.Reference);
        builder.Property(item => item.AuditHash).HasMaxLength(Lengths.Sha256);
        builder.Property(item => item.Requirements).HasConversion(
            requirements => CatalogJson.Write(requirements),
            text => CatalogJson.Read<IReadOnlyList<ProductRequirement>>(text),
            new ValueComparer<IReadOnlyList<ProductRequirement>>(
                (one, other) => ReferenceEquals(one, other) || (one != null && other != null && CatalogJson.Write(one) == CatalogJson.Write(other)),
                requirements => requirements.Count));
        builder.Ignore(item => item.IsNamedAnew);
        builder.Ignore(item => item.NewSearchKeys);
        builder.Ignore(item => item.LiveWorkItem);
        builder.Ignore(item => item.LiveConcerns);
        builder.Ignore(item => item.OpenClarification);
        builder.Ignore(item => item.LastRejection);
        builder.Ignore(item => item.StreamId);

        builder.HasIndex(item => item.Number).IsUnique();
        builder.HasIndex(item => new { item.Year, item.Sequence }).IsUnique();
        builder.HasIndex(item => item.SubmissionKey).IsUnique();
        builder.HasIndex(item => item.StatusTokenHash).IsUnique();
        builder.HasIndex(item => new { item.Status, item.StatusSince, item.Id });
        builder.HasIndex(item => new { item.CreatedById, item.Status });
        builder.HasIndex(item => new { item.StatusSince, item.Id }).HasFilter("\"Hold_Since\" IS NOT NULL").HasDatabaseName("IX_Cases_Held");

        // The lists behind the figures: open cases by age, and those of a period.
        builder.HasIndex(item => new { item.Status, item.ReceivedAt, item.Id });
        builder.HasIndex(item => new { item.ReceivedAt, item.Id }).HasFilter("\"ReceivedAt\" IS NOT NULL");
        builder.HasIndex(item => new { item.ActivatedAt, item.Id }).HasFilter("\"ActivatedAt\" IS NOT NULL");
        builder.HasOne<Partner>().WithMany().HasForeignKey(item => item.PartnerId).OnDelete(DeleteBehavior.Restrict);

        builder.OwnsOne(item => item.Hold, hold =>
        {
            hold.Property(entry => entry.ById).HasMaxLength(Lengths.ActorId);
            hold.Property(entry => entry.ByName).HasMaxLength(Lengths.ActorName);
            hold.Property(entry => entry.Reason).HasMaxLength(Lengths.Remark);
        });

        builder.HasMany(item => item.WorkItems).WithOne().HasForeignKey(item => item.CaseId);
        builder.HasMany(item => item.Documents).WithOne().HasForeignKey(item => item.CaseId);
        builder.HasMany(item => item.Ticks).WithOne().HasForeignKey(item => item.CaseId);
        builder.HasMany(item => item.Checks).WithOne().HasForeignKey(item => item.CaseId);
        builder.HasMany(item => item.Reentries).WithOne().HasForeignKey(item => item.CaseId);
        builder.HasMany(item => item.SourceAnswers).WithOne().HasForeignKey(item => item.CaseId);
        builder.HasMany(item => item.Clarifications).WithOne().HasForeignKey(item => item.CaseId);
        builder.HasMany(item => item.Contacts).WithOne().HasForeignKey(item => item.CaseId);
        builder.HasMany(item => item.Decisions).WithOne().HasForeignKey(item => item.CaseId);
        builder.HasMany(item => item.Objections).WithOne().HasForeignKey(item => item.CaseId);
        builder.HasMany(item => item.SendBackPoints).WithOne().HasForeignKey(item => item.CaseId);
        builder.HasMany(item => item.FollowUps).WithOne().HasForeignKey(item => item.CaseId);
        builder.HasMany(item => item.Participations).WithOne().HasForeignKey(item => item.CaseId);
        builder.HasMany(item => item.Consents).WithOne().HasForeignKey(item => item.CaseId);
        builder.HasMany(item => item.Duplicates).WithOne().HasForeignKey(item => item.CaseId);
        builder.HasOne(item => item.Feedback).WithOne().HasForeignKey<Feedback>(item => item.CaseId);
    }
}
