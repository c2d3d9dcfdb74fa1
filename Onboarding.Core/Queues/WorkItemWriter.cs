using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>What every change of a work item has in common: through the gate to its case, asked of the rules, noted in the trail.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class WorkItemWriter(CaseWriter writer)
{
    /// <summary>Changes a work item.</summary>
    /// <param name="workItemId">Which.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="step">What is done.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    internal Task<Result<CaseState>> ActAsync(Guid workItemId, Actor actor, WorkItemStep step, CancellationToken cancellationToken) => writer.ActAsync(
        async scope => await scope.LockCaseOfAsync(workItemId, cancellationToken) is { } caseId
            ? new CaseTarget(caseId, step.Version)
            : new NotFound(RefusalCode.WorkItemNotFound),
        actor,
        (work, _) => Task.FromResult(Apply(work, workItemId, step)),
        cancellationToken);

    /// <summary>The same inside a write that is under way.</summary>
    internal static Refusal? Apply(CaseWork work, Guid workItemId, WorkItemStep step)
    {
        var item = work.Case.WorkItems.Single(entry => entry.Id == workItemId);
        var refusal = WorkItemRules.Refuse(work.Facts, item.Facts, step.Action, work.Actor)
            ?? (step.Assignee is null ? null : WorkItemRules.RefuseAssignee(work.Facts, item.Facts, step.Assignee));
        if (refusal is not null)
        {
            return refusal;
        }

        var before = item.AssigneeId;
        if (step.Change(work, item))
        {
            work.Note(item, step.Action, step.Details?.Invoke(item) ?? $$"""{"workItem":"{{item.Id:N}}","before":"{{before}}","after":"{{item.AssigneeId}}"}""", step.Reason);
        }

        return null;
    }
}

/// <summary>One change of a work item.</summary>
/// <param name="Action">What is done, as the rules and the trail name it.</param>
/// <param name="Change">Does it; false when it was so already, and nothing is noted.</param>
internal sealed record WorkItemStep(WorkItemAction Action, Func<CaseWork, WorkItem, bool> Change)
{
    /// <summary>To whom it is given, or null.</summary>
    public Actor? Assignee { get; init; }

    /// <summary>Why, for the trail.</summary>
    public string? Reason { get; init; }

    /// <summary>The facts for the trail, when they are others than who has it.</summary>
    public Func<WorkItem, string>? Details { get; init; }

    /// <summary>The version of the case that must be unchanged, or null when it does not matter.</summary>
    public int? Version { get; init; }

    /// <summary>The actor takes it.</summary>
    public static WorkItemStep Claim(Actor actor) => new(WorkItemAction.Claim, (_, item) =>
    {
        if (item.AssigneeId == actor.Id)
        {
            return false;
        }

        item.GiveTo(actor.Id, actor.Name);
        return true;
    });

    /// <summary>It goes back to its queue.</summary>
    public static WorkItemStep Release() => new(WorkItemAction.Release, (_, item) =>
    {
        item.GiveBack();
        return true;
    });

    /// <summary>It is given to a person.</summary>
    public static WorkItemStep Assign(Actor assignee) => new(WorkItemAction.Assign, (_, item) =>
    {
        if (item.AssigneeId == assignee.Id)
        {
            return false;
        }

        item.GiveTo(assignee.Id, assignee.Name);
        return true;
    })
    { Assignee = assignee };

    /// <summary>It comes back before its time.</summary>
    public static WorkItemStep Wake() => new(WorkItemAction.Wake, (_, item) =>
    {
        item.Wake();
        return true;
    });
}
