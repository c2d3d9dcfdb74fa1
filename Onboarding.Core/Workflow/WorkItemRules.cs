using System.Globalization;
using Onboarding.Core.Results;

namespace Onboarding.Core.Workflow;

/// <summary>What the rules have to know of a work item.</summary>
/// <param name="Queue">Its queue.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AssigneeId">Who has it, or null.</param>
/// <param name="AssigneeName">Display name of that person.</param>
/// <param name="Concern">What it is about when it is a concern, or null for the work of a stage.</param>
public sealed record WorkItemFacts(WorkQueue Queue, WorkItemState State, string? AssigneeId, string? AssigneeName, ConcernKind? Concern = null)
{
    /// <summary>True while it is put aside.</summary>
    public bool IsSnoozed { get; init; }

    /// <summary>How often it was put aside so far.</summary>
    public int Snoozes { get; init; }
}

/// <summary>Who may claim, release, assign, put aside and resolve a work item. As with the transition table, pages ask and writes ask again.</summary>
public static class WorkItemRules
{
    /// <summary>How often a work item can be put aside: whoever could do it without end could let it starve.</summary>
    public const int MostSnoozes = 3;

    /// <summary>Null when the actor may do it now, otherwise the reason why not.</summary>
    public static Refusal? Refuse(CaseFacts caseFacts, WorkItemFacts item, WorkItemAction action, Actor actor) => action switch
    {
        WorkItemAction.Claim => RefuseClaim(caseFacts, item, actor),
        WorkItemAction.Release => RefuseRelease(caseFacts, item, actor),
        WorkItemAction.Assign => RefuseAssign(caseFacts, item, actor),
        WorkItemAction.Escalate => actor.Has(ActorRole.System) ? null : new NotAllowed(RefusalCode.RoleNotAllowed),
        WorkItemAction.Raise => new NotAllowed(RefusalCode.WorkItemNotOpen), // It is there already; only a use case raises one.
        WorkItemAction.Resolve => RefuseResolve(caseFacts, item, actor),
        WorkItemAction.Snooze => RefuseClaim(caseFacts, item, actor)
            ?? (item.Snoozes >= MostSnoozes ? new NotAllowed(RefusalCode.SnoozedTooOften, MostSnoozes.ToString(CultureInfo.InvariantCulture)) : null),
        WorkItemAction.Wake => RefuseWake(caseFacts, item, actor),
    };

    /// <summary>Null when this person may be given the work item, otherwise the reason why not.</summary>
    public static Refusal? RefuseAssignee(CaseFacts caseFacts, WorkItemFacts item, Actor assignee)
    {
        if (!assignee.Has(WorkQueues.Of(item.Queue).Role))
        {
            return new NotAllowed(RefusalCode.AssigneeLacksRole, assignee.Name);
        }

        return RefuseFourEyes(caseFacts, item, assignee);
    }

    /// <summary>The actions on the work item that this actor may take now.</summary>
    public static IReadOnlyList<WorkItemAction> Available(CaseFacts caseFacts, WorkItemFacts item, Actor actor) =>
        [.. Enum.GetValues<WorkItemAction>().Where(action => Refuse(caseFacts, item, action, actor) is null)];

    private static Refusal? RefuseClaim(CaseFacts caseFacts, WorkItemFacts item, Actor actor)
    {
        if (!actor.Has(WorkQueues.Of(item.Queue).Role))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        if (caseFacts.OnHold)
        {
            return new NotAllowed(RefusalCode.CaseOnHold);
        }

        return item.State switch
        {
            WorkItemState.Open => RefuseFourEyes(caseFacts, item, actor),
            WorkItemState.Claimed when !string.Equals(item.AssigneeId, actor.Id, StringComparison.Ordinal) =>
                new Conflict(RefusalCode.WorkedByAnother, item.AssigneeName ?? string.Empty),
            WorkItemState.Claimed => null, // Claiming one's own work again is done already.
            WorkItemState.Waiting or WorkItemState.Done or WorkItemState.Cancelled => new NotAllowed(RefusalCode.WorkItemNotOpen),
        };
    }

    private static NotAllowed? RefuseRelease(CaseFacts caseFacts, WorkItemFacts item, Actor actor)
    {
        if (caseFacts.OnHold)
        {
            return new NotAllowed(RefusalCode.CaseOnHold);
        }

        // Whoever is away cannot release: the supervisor puts it back for them, also what waits for an applicant.
        var isSupervisor = actor.Has(ActorRole.Supervisor);
        if (item.State != WorkItemState.Claimed && !(isSupervisor && item is { State: WorkItemState.Waiting, AssigneeId: not null }))
        {
            return new NotAllowed(RefusalCode.WorkItemNotClaimed);
        }

        return isSupervisor || string.Equals(item.AssigneeId, actor.Id, StringComparison.Ordinal)
            ? null
            : new NotAllowed(RefusalCode.WorkedByAnother, item.AssigneeName ?? string.Empty);
    }

    private static Refusal? RefuseWake(CaseFacts caseFacts, WorkItemFacts item, Actor actor)
    {
        if (actor.Has(ActorRole.System) && caseFacts.OnHold)
        {
            return new NotAllowed(RefusalCode.CaseOnHold);
        }

        return (actor.Has(ActorRole.System) ? null : RefuseClaim(caseFacts, item, actor))
            ?? (item.IsSnoozed ? null : new NotAllowed(RefusalCode.WorkItemNotSnoozed));
    }

    // The work of a stage ends with an action of its case; a concern ends when its owner says what was done.
    private static NotAllowed? RefuseResolve(CaseFacts caseFacts, WorkItemFacts item, Actor actor)
    {
        if (!actor.Has(WorkQueues.Of(item.Queue).Role))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        if (caseFacts.OnHold)
        {
            return new NotAllowed(RefusalCode.CaseOnHold);
        }

        return RefuseFourEyes(caseFacts, item, actor) ?? item switch
        {
            { Concern: null } or { State: WorkItemState.Done or WorkItemState.Cancelled } => new NotAllowed(RefusalCode.WorkItemNotOpen),
            { AssigneeId: null } => new NotAllowed(RefusalCode.ClaimRequired),
            _ when !string.Equals(item.AssigneeId, actor.Id, StringComparison.Ordinal) => new NotAllowed(RefusalCode.WorkedByAnother, item.AssigneeName ?? string.Empty),
            _ => null,
        };
    }

    private static NotAllowed? RefuseAssign(CaseFacts caseFacts, WorkItemFacts item, Actor actor)
    {
        if (!actor.Has(ActorRole.Supervisor))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        if (caseFacts.OnHold)
        {
            return new NotAllowed(RefusalCode.CaseOnHold);
        }

        return item.State is WorkItemState.Done or WorkItemState.Cancelled ? new NotAllowed(RefusalCode.WorkItemNotOpen) : null;
    }

    // A person who entered or verified the case would only find out at the decision; better not to hand it over at all.
    // Neither does who rejected it answer the objection to that.
    private static NotAllowed? RefuseFourEyes(CaseFacts caseFacts, WorkItemFacts item, Actor actor) => item switch
    {
        { Queue: WorkQueue.Approval } when caseFacts.Participants.Contains(actor.Id) => new NotAllowed(RefusalCode.FourEyes),
        { Concern: ConcernKind.Objection } when caseFacts.Rejecters.Contains(actor.Id) => new NotAllowed(RefusalCode.AnsweredByAnother),
        _ => null,
    };
}
