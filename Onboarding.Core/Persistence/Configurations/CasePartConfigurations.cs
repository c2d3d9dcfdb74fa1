using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Onboarding.Core.Cases;
using Onboarding.Core.Matching;
using Onboarding.Core.Protection;
using Onboarding.Core.Stages.Stage4Approval;

namespace Onboarding.Core.Persistence.Configurations;

internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("WorkItems");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.AssigneeId).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.AssigneeName).HasMaxLength(Lengths.ActorName);
        builder.Property(item => item.Resolution).HasMaxLength(Lengths.Remark);
        builder.Property(item => item.SnoozeReason).HasMaxLength(Lengths.Remark);
        builder.Property(item => item.ProductCode).HasMaxLength(Lengths.Code);
        builder.Property(item => item.ProvinceCode).HasMaxLength(2);
        builder.Ignore(item => item.IsLive);
        builder.Ignore(item => item.Facts);

        // The queue page: live rows of a queue in each of its orders, paged by key. "ClosedAt is null" is what makes an item live. Behind the order stands
        // what rows are looked through for, so that none of them is fetched that is not wanted; and ClosedAt, which SQLite otherwise looks up in each row.
        builder.HasIndex(item => new { item.Queue, item.UrgencyAt, item.Id, item.CaseId, item.ProductCode, item.ProvinceCode, item.Channel, item.Kind, item.ClosedAt })
            .HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("IX_WorkItems_ByUrgency");
        builder.HasIndex(item => new { item.Queue, item.OpenedAt, item.Id, item.CaseId, item.ProductCode, item.ProvinceCode, item.Channel, item.Kind, item.ClosedAt })
            .HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("IX_WorkItems_ByOpening");
        builder.HasIndex(item => new { item.Queue, item.CaseId, item.Id, item.UrgencyAt, item.ProductCode, item.ProvinceCode, item.Channel, item.Kind, item.ClosedAt })
            .HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("IX_WorkItems_ByCase");
        builder.HasIndex(item => new { item.AssigneeId, item.UrgencyAt, item.Id }).HasFilter("\"ClosedAt\" IS NULL");

        // Take next: what nobody has, most urgent first, without walking past what others work on; and the lists of what is claimed, or waits. And what is to come back by itself.
        builder.HasIndex(item => new { item.Queue, item.State, item.UrgencyAt, item.Id }).HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("IX_WorkItems_InState");
        builder.HasIndex(item => item.SnoozedUntil).HasFilter("\"SnoozedUntil\" IS NOT NULL");

        // The steps of escalation: what is due by some time and was not told of it.
        builder.HasIndex(item => new { item.DueAt, item.ToldPercent, item.Queue }).HasFilter("\"ClosedAt\" IS NULL AND \"DueAt\" IS NOT NULL");

        // "One case is worked by one person at a time": the database would refuse a second live work item of a stage, and the same concern twice.
        builder.HasIndex(item => item.CaseId).IsUnique().HasFilter("\"ClosedAt\" IS NULL AND \"Concern\" IS NULL").HasDatabaseName("IX_WorkItems_OneLivePerCase");
        builder.HasIndex(item => new { item.CaseId, item.Concern, item.SubjectId }).IsUnique().HasFilter("\"ClosedAt\" IS NULL AND \"Concern\" IS NOT NULL").HasDatabaseName("IX_WorkItems_OneLiveConcern");
        builder.HasIndex(item => new { item.CaseId, item.OpenedAt });

        // What is late by now, with what the dashboard can be narrowed by; and the lists behind the figures: work that was done, in a queue, in a province and by a person.
        builder.HasIndex(item => new { item.DueAt, item.Id, item.Queue, item.ProductCode, item.ProvinceCode, item.Channel, item.ClosedAt }).HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("IX_WorkItems_LiveDue");
        builder.HasIndex(item => new { item.Queue, item.ClosedAt, item.Id }).HasFilter("\"ClosedAt\" IS NOT NULL").HasDatabaseName("IX_WorkItems_ClosedInQueue");
        builder.HasIndex(item => new { item.ProvinceCode, item.ClosedAt, item.Id }).HasFilter("\"ClosedAt\" IS NOT NULL").HasDatabaseName("IX_WorkItems_ClosedInProvince");
        builder.HasIndex(item => new { item.AssigneeId, item.ClosedAt, item.Id }).HasFilter("\"ClosedAt\" IS NOT NULL").HasDatabaseName("IX_WorkItems_ClosedByPerson");
        builder.HasIndex(item => new { item.Queue, item.ClosedAt, item.Id }, "IX_WorkItems_ClosedLateInQueue").HasFilter("\"ClosedLate\"");
        builder.HasIndex(item => new { item.AssigneeId, item.ClosedAt, item.Id }, "IX_WorkItems_ClosedLateByPerson").HasFilter("\"ClosedLate\"");
        builder.HasIndex(item => new { item.OpenedAt, item.Id }).HasFilter("\"Queue\" = 'ActivationFailure'").HasDatabaseName("IX_WorkItems_ActivationFailures");

        // The load of everybody, also in a part of the cases, is counted within this index, which holds all that the count asks for.
        builder.HasIndex(item => new { item.AssigneeId, item.AssigneeName, item.Queue, item.DueAt, item.ProductCode, item.ProvinceCode, item.Channel, item.ClosedAt }).HasFilter("\"ClosedAt\" IS NULL AND \"AssigneeId\" IS NOT NULL").HasDatabaseName("IX_WorkItems_Load");
    }
}

internal static class KeptDocuments
{
    public static void Configure<T>(EntityTypeBuilder<T> builder)
        where T : KeptDocument
    {
        builder.Property(item => item.FileName).HasMaxLength(Lengths.FileName);
        builder.Property(item => item.Sha256).HasMaxLength(Lengths.Sha256);
        builder.Property(item => item.KeyId).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.Finding).HasMaxLength(Lengths.Reference);
        builder.Ignore(item => item.IsUsable);
        builder.Ignore(item => item.HasContent);

        // Which files have an entry, what is to be looked into, what lies in quarantine, and what an older master key still opens.
        builder.HasIndex(item => item.FileId).IsUnique();
        builder.HasIndex(item => item.NextCheckAt).HasFilter("\"NextCheckAt\" IS NOT NULL");
        builder.HasIndex(item => item.Id).HasFilter("\"State\" = 'Quarantined'").HasDatabaseName($"IX_{typeof(T).Name}_Quarantined");
        builder.HasIndex(item => item.KeyId);
    }
}

internal sealed class CaseDocumentConfiguration : IEntityTypeConfiguration<CaseDocument>
{
    public void Configure(EntityTypeBuilder<CaseDocument> builder)
    {
        builder.ToTable("Documents");
        builder.Property(item => item.Id).ValueGeneratedNever();
        KeptDocuments.Configure(builder);
        builder.Property(item => item.UploadedById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.UploadedByName).HasMaxLength(Lengths.ActorName);
        builder.Ignore(item => item.IsIntact);

        // What is to be read back next, and what was found damaged.
        builder.HasIndex(item => item.ProveAt).HasFilter("\"State\" <> 'Removed'");
        builder.HasIndex(item => item.Id).HasFilter("\"Integrity\" <> 'Intact' AND \"State\" <> 'Removed'").HasDatabaseName("IX_Documents_Damaged");
        builder.HasIndex(item => new { item.CaseId, item.Kind, item.Version, item.Part }).IsUnique();
        builder.HasIndex(item => new { item.CaseId, item.UploadId }).IsUnique().HasFilter("\"UploadId\" IS NOT NULL");
    }
}

internal sealed class PendingDocumentConfiguration : IEntityTypeConfiguration<PendingDocument>
{
    public void Configure(EntityTypeBuilder<PendingDocument> builder)
    {
        builder.ToTable("PendingDocuments");
        builder.Property(item => item.Id).ValueGeneratedNever();
        KeptDocuments.Configure(builder);
        builder.HasIndex(item => new { item.SubmissionKey, item.UploadId }).IsUnique();
        builder.HasIndex(item => item.UploadedAt);
    }
}

internal sealed class ChecklistTickConfiguration : IEntityTypeConfiguration<ChecklistTick>
{
    public void Configure(EntityTypeBuilder<ChecklistTick> builder)
    {
        builder.ToTable("ChecklistTicks");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Item).HasMaxLength(Lengths.Code);
        builder.Property(item => item.Remark).HasMaxLength(Lengths.Remark);
        builder.Property(item => item.ById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.ByName).HasMaxLength(Lengths.ActorName);
        builder.HasIndex(item => item.CaseId);
    }
}

internal sealed class ActivationExchangeConfiguration : IEntityTypeConfiguration<ActivationExchange>
{
    public void Configure(EntityTypeBuilder<ActivationExchange> builder)
    {
        builder.ToTable("ActivationExchanges");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Error).HasMaxLength(Lengths.Code);
        builder.Property(item => item.EventId).HasMaxLength(ActivationExchange.EventIdMaxLength);
        builder.HasIndex(item => new { item.CaseId, item.At });
        builder.HasIndex(item => new { item.CaseId, item.EventId }).IsUnique().HasFilter("\"EventId\" IS NOT NULL");
        builder.HasIndex(item => item.DecisionId);
    }
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("Decisions");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Reason).HasMaxLength(Lengths.Remark);
        builder.Property(item => item.Category).HasMaxLength(RejectionReason.CodeMaxLength);
        builder.Property(item => item.Remark).HasMaxLength(Lengths.Remark);
        builder.Property(item => item.ById).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.ByName).HasMaxLength(Lengths.ActorName);
        builder.Ignore(item => item.IsSendBack);
        builder.HasIndex(item => item.CaseId);
        builder.HasIndex(item => new { item.Outcome, item.At, item.Id });
    }
}

internal sealed class FollowUpConfiguration : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.ToTable("FollowUps");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Remark).HasMaxLength(Lengths.Remark);
        builder.Property(item => item.DoneByName).HasMaxLength(Lengths.ActorName);
        builder.HasIndex(item => item.CaseId);
        builder.HasIndex(item => item.DueAt).HasFilter("\"OpenedAt\" IS NULL");

        // The lists behind the figures: what is due, and what was made.
        builder.HasIndex(item => new { item.DueAt, item.Id }).HasFilter("\"DoneAt\" IS NULL").HasDatabaseName("IX_FollowUps_NotDone");
        builder.HasIndex(item => new { item.DoneAt, item.Id }).HasFilter("\"DoneAt\" IS NOT NULL");
    }
}

internal sealed class FeedbackConfiguration : IEntityTypeConfiguration<Feedback>
{
    public void Configure(EntityTypeBuilder<Feedback> builder)
    {
        builder.ToTable("Feedbacks");
        builder.HasKey(item => item.CaseId);
        builder.Property(item => item.CaseId).ValueGeneratedNever();
        builder.Property(item => item.TokenHash).HasMaxLength(AccessToken.HashSize);
        builder.Property(item => item.Remark).HasMaxLength(Lengths.Remark);
        builder.HasIndex(item => item.TokenHash).IsUnique();

        // The results of a period, and whom the portal no longer waits for.
        builder.HasIndex(item => item.GivenAt).HasFilter("\"GivenAt\" IS NOT NULL");
        builder.HasIndex(item => item.AskedAt);
    }
}

internal sealed class ParticipationConfiguration : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> builder)
    {
        builder.ToTable("Participations");
        builder.HasKey(item => new { item.CaseId, item.StaffId, item.Part });
        builder.Property(item => item.StaffId).HasMaxLength(Lengths.ActorId);
        builder.Property(item => item.StaffName).HasMaxLength(Lengths.ActorName);
    }
}

internal sealed class ConsentRecordConfiguration : IEntityTypeConfiguration<ConsentRecord>
{
    public void Configure(EntityTypeBuilder<ConsentRecord> builder)
    {
        builder.ToTable("Consents");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Purpose).HasMaxLength(Lengths.Code);
        builder.Property(item => item.TextVersion).HasMaxLength(Lengths.Code);
        builder.Property(item => item.TextHash).HasMaxLength(Lengths.Sha256);
        builder.Property(item => item.ById).HasMaxLength(Lengths.ActorId);
        builder.HasIndex(item => item.CaseId);
    }
}

internal sealed class SearchKeyConfiguration : IEntityTypeConfiguration<SearchKey>
{
    public void Configure(EntityTypeBuilder<SearchKey> builder)
    {
        // The key is the index of the search: it answers from itself, without the row. The other direction is for changes of a case.
        builder.ToTable("SearchKeys");
        builder.HasKey(item => new { item.Hash, item.CaseId });
        builder.HasOne<OnboardingCase>().WithMany().HasForeignKey(item => item.CaseId);
        builder.HasIndex(item => item.CaseId);
    }
}

internal sealed class DuplicateMatchConfiguration : IEntityTypeConfiguration<DuplicateMatch>
{
    private const char Between = ',';

    public void Configure(EntityTypeBuilder<DuplicateMatch> builder)
    {
        builder.ToTable("DuplicateMatches");
        builder.HasKey(item => new { item.CaseId, item.OtherCaseId });
        builder.Property(item => item.OtherNumber).HasMaxLength(CaseNumber.MaxLength);
        builder.Property(item => item.Reasons).HasMaxLength(Lengths.Remark).HasConversion(
            reasons => string.Join(Between, reasons),
            text => Read(text),
            new ValueComparer<IReadOnlyList<MatchReason>>(
                (one, other) => one!.SequenceEqual(other!),
                reasons => reasons.Aggregate(0, HashCode.Combine),
                reasons => reasons));
        builder.Property(item => item.Reason).HasMaxLength(Lengths.Remark);
        builder.Property(item => item.DecidedByName).HasMaxLength(Lengths.ActorName);
        builder.Ignore(item => item.OtherStatus);
        builder.Ignore(item => item.IsOpen);
        builder.Ignore(item => item.IsKnownCustomer);

        // What was decided about the same two cases from the other side.
        builder.HasIndex(item => item.OtherCaseId);
    }

    private static IReadOnlyList<MatchReason> Read(string text) =>
        [.. text.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<MatchReason>)];
}
