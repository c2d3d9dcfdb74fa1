using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Drafts;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class FormDraftConfiguration : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> builder)
    {
        builder.ToTable("FormDrafts");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Property(item => item.PersonId).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.Form).HasMaxLength(SaveFormDraftHandler.FormMaxLength);

        // A person's forms on a case, one of each; and what nobody touched for long.
        builder.HasIndex(item => new { item.SubjectId, item.PersonId, item.Form }).IsUnique();
        builder.HasIndex(item => item.SavedAt);
    }
}
