using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>What is read of a row, before it is known what this person may see and do.</summary>
internal sealed class QueueProjection
{
    public required WorkItem Item { get; init; }

    public required string Number { get; init; }

    public required int Version { get; init; }

    public required string ApplicantName { get; init; }

    public required CustomerKind Kind { get; init; }

    public required string ProductCode { get; init; }

    public required string ProvinceCode { get; init; }

    public required Channel Channel { get; init; }

    public required CaseStatus Status { get; init; }

    public required bool OnHold { get; init; }

    public required bool RejectionRecommended { get; init; }

    public required bool TookPart { get; init; }

    public required bool Rejected { get; init; }

    /// <summary>Reads work items with their cases; the order is lost.</summary>
    public static IQueryable<QueueProjection> Of(IQueryable<WorkItem> items, OnboardingContext context, Actor actor) =>
        items.Join(context.Cases, item => item.CaseId, owner => owner.Id, (item, owner) => new QueueProjection
        {
            Item = item,
            Number = owner.Number,
            Version = owner.Version,
            ApplicantName = owner.ApplicantName,
            Kind = owner.Kind,
            ProductCode = owner.ProductCode,
            ProvinceCode = owner.ProvinceCode,
            Channel = owner.Channel,
            Status = owner.Status,
            OnHold = owner.Hold != null,
            RejectionRecommended = owner.RejectionRecommended,
            TookPart = owner.Participations.Any(entry => entry.StaffId == actor.Id),
            Rejected = owner.Decisions.Any(entry => entry.ById == actor.Id && entry.Outcome == DecisionOutcome.Rejected),
        });

    /// <summary>The row as this person sees it.</summary>
    public QueueRow ToRow(Actor actor) => ToRow(actor, TookPart, Rejected);

    /// <summary>The row as this person sees it, whose part in the case was read apart.</summary>
    public QueueRow ToRow(Actor actor, bool tookPart, bool rejected)
    {
        var facts = new CaseFacts
        {
            Status = Status,
            OnHold = OnHold,
            Participants = Only(actor, tookPart),
            Rejecters = Only(actor, rejected),
        };
        return new QueueRow(
            Item.Id, Item.CaseId, Number, Version, CoveredNames.Shown(ApplicantName, Item.Queue, actor), Kind, ProductCode, Channel, Status, Item.Queue, Item.State,
            Item.AssigneeId, Item.AssigneeName, Item.OpenedAt, Item.DueAt, Item.UrgencyAt, OnHold, Item.Concern,
            WorkItemRules.Available(facts, Item.Facts, actor))
        {
            ProvinceCode = ProvinceCode,
            IsEscalated = Item.EscalatedAt is not null,
            IsPressing = Item.ToldPercent > 0,
            RejectionRecommended = RejectionRecommended,
            SnoozedUntil = Item.SnoozedUntil,
            SnoozeReason = Item.SnoozeReason,
            RemainingTime = Item.RemainingTime,
        };
    }

    private static HashSet<string> Only(Actor actor, bool isMeant) => isMeant ? new(StringComparer.Ordinal) { actor.Id } : [];
}
