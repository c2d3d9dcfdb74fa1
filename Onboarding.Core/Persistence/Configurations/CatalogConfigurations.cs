using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Aftercare;
using Onboarding.Core.Catalog;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class ProductConfiguration : IEntityTypeConfiguration<ProductEntry>
{
    public void Configure(EntityTypeBuilder<ProductEntry> builder)
    {
        builder.ToTable("Products");
        builder.HasKey(item => item.Code);
        builder.Property(item => item.Code).HasMaxLength(ProductEntry.MaxCodeLength);
    }
}

internal sealed class BrochureConfiguration : IEntityTypeConfiguration<Brochure>
{
    public void Configure(EntityTypeBuilder<Brochure> builder)
    {
        builder.ToTable("Brochures");
        builder.HasKey(item => new { item.ProductCode, item.Version });
        builder.Property(item => item.ProductCode).HasMaxLength(ProductEntry.MaxCodeLength);
        builder.Property(item => item.Version).ValueGeneratedNever();
        builder.Property(item => item.Content).HasConversion(content => CatalogJson.Write(content), text => CatalogJson.Read<BrochureContent>(text));
        builder.Property(item => item.Hash).HasMaxLength(Lengths.Sha256);
        builder.Property(item => item.ById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.ByName).HasMaxLength(Lengths.ActorName);
        builder.HasOne<ProductEntry>().WithMany().HasForeignKey(item => item.ProductCode);
    }
}

internal sealed class FollowUpPlanConfiguration : IEntityTypeConfiguration<FollowUpPlan>
{
    public void Configure(EntityTypeBuilder<FollowUpPlan> builder)
    {
        builder.ToTable("FollowUpPlans");
        builder.HasKey(item => new { item.ProductCode, item.Version });
        builder.Property(item => item.ProductCode).HasMaxLength(ProductEntry.MaxCodeLength);
        builder.Property(item => item.Version).ValueGeneratedNever();
        builder.Property(item => item.Content).HasConversion(content => CatalogJson.Write(content), text => CatalogJson.Read<FollowUpPlanContent>(text));
        builder.Property(item => item.ById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.ByName).HasMaxLength(Lengths.ActorName);
        builder.HasOne<ProductEntry>().WithMany().HasForeignKey(item => item.ProductCode);
    }
}
