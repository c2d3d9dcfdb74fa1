using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Protection;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Reporting.Wallboards;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class FigureRowConfiguration : IEntityTypeConfiguration<FigureRow>
{
    public void Configure(EntityTypeBuilder<FigureRow> builder)
    {
        builder.ToTable("FigureRows");

        // A dashboard names its days and one level of detail: the days of a province, or of all of them, lie together.
        builder.HasKey(row => new { row.Province, row.Day, row.Product, row.Channel });
        builder.Property(row => row.Day).ValueGeneratedNever();
        builder.Property(row => row.Product).HasMaxLength(Lengths.Code);
        builder.Property(row => row.Channel).HasMaxLength(Lengths.Code);
        builder.Property(row => row.Province).HasMaxLength(2);
        builder.Ignore(row => row.Place);

        // The provinces side by side, and one product in all of them.
        builder.HasIndex(row => new { row.Product, row.Day });
    }
}

internal sealed class FigureDeltaConfiguration : IEntityTypeConfiguration<FigureDelta>
{
    public void Configure(EntityTypeBuilder<FigureDelta> builder)
    {
        builder.ToTable("FigureDeltas");
        builder.Property(delta => delta.Id).ValueGeneratedNever();
        builder.Property(delta => delta.Product).HasMaxLength(Lengths.Code);
        builder.Property(delta => delta.Channel).HasMaxLength(Lengths.Code);
        builder.Property(delta => delta.Province).HasMaxLength(2);
        builder.Ignore(delta => delta.Place);
    }
}

internal sealed class WallScreenConfiguration : IEntityTypeConfiguration<WallScreen>
{
    public void Configure(EntityTypeBuilder<WallScreen> builder)
    {
        builder.ToTable("WallScreens");
        builder.Property(screen => screen.Id).ValueGeneratedNever();
        builder.Property(screen => screen.Name).HasMaxLength(WallScreen.NameMaxLength);
        builder.Property(screen => screen.TokenHash).HasMaxLength(AccessToken.HashSize);
        builder.Property(screen => screen.MadeByName).HasMaxLength(Lengths.ActorName);
        builder.HasIndex(screen => screen.TokenHash).IsUnique();
    }
}
