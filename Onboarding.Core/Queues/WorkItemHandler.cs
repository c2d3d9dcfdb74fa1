using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>Claims, releases, assigns and resolves work items ("one case is worked by one person at a time").</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="contexts">Makes contexts for reading.</param>
public sealed class WorkItemHandler(CaseWriter writer, OnboardingContextFactory contexts) : IUseCase
{
    /// <summary>Takes an open work item. Of many who try at once exactly one succeeds; the others learn who did.</summary>
    public Task<Result<CaseState>> ClaimAsync(Guid workItemId, Actor actor, CancellationToken cancellationToken) =>
        ActAsync(workItemId, actor, WorkItemAction.Claim, (_, item) =>
        {
            if (item.AssigneeId == actor.Id)
            {
                return false;
            }

            item.GiveTo(actor.Id, actor.Name);
            return true;
        }, null, cancellationToken);

    /// <summary>Gives a claimed work item back to its queue.</summary>
    public Task<Result<CaseState>> ReleaseAsync(Guid workItemId, Actor actor, CancellationToken cancellationToken) =>
        ActAsync(workItemId, actor, WorkItemAction.Release, (_, item) =>
        {
            item.GiveBack();
            return true;
        }, null, cancellationToken);

    /// <summary>A supervisor gives the work item to a person, whoever had it.</summary>
    /// <param name="workItemId">Which work item.</param>
    /// <param name="assignee">The person with the roles they have now.</param>
    /// <param name="actor">The supervisor.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    public Task<Result<CaseState>> AssignAsync(Guid workItemId, Actor assignee, Actor actor, CancellationToken cancellationToken) =>
        ActAsync(workItemId, actor, WorkItemAction.Assign, (_, item) =>
        {
            if (item.AssigneeId == assignee.Id)
            {
                return false;
            }

            item.GiveTo(assignee.Id, assignee.Name);
            return true;
        }, assignee, cancellationToken);

    /// <summary>The person who has a concern ends it and says what was done.</summary>
    /// <param name="workItemId">The concern.</param>
    /// <param name="resolution">What was done; required.</param>
    /// <param name="actor">Who has it.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    public Task<Result<CaseState>> ResolveAsync(Guid workItemId, string resolution, Actor actor, CancellationToken cancellationToken) =>
        FreeText.Refuse(nameof(WorkItem.Resolution), resolution, isRequired: true) is { } refusal
            ? Task.FromResult<Result<CaseState>>(refusal)
            : ActAsync(workItemId, actor, WorkItemAction.Resolve, (work, item) =>
            {
                item.Resolve(FreeText.Clean(resolution), work.Now);
                if (work.Case.Objections.FirstOrDefault(objection => item.Concern == ConcernKind.Objection && objection.DecisionId == item.SubjectId) is { } objection)
                {
                    // The word that ends an objection is the answer that the applicant reads.
                    objection.Reply(item.Resolution!, actor, work.Now);
                    work.Send(OutboxKind.MailObjectionAnswered, objection.DecisionId);
                }

                return true;
            }, null, cancellationToken);

    private async Task<Result<CaseState>> ActAsync(
        Guid workItemId, Actor actor, WorkItemAction action, Func<CaseWork, WorkItem, bool> change, Actor? assignee, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var caseId = await context.WorkItems.Where(item => item.Id == workItemId).Select(item => (Guid?)item.CaseId).SingleOrDefaultAsync(cancellationToken);
        if (caseId is null)
        {
            return new NotFound(RefusalCode.WorkItemNotFound);
        }

        return await writer.ActAsync(
            new CaseTarget(caseId.Value, null),
            actor,
            work =>
            {
                var item = work.Case.WorkItems.Single(entry => entry.Id == workItemId);
                var refusal = WorkItemRules.Refuse(work.Facts, item.Facts, action, actor)
                    ?? (assignee is null ? null : WorkItemRules.RefuseAssignee(work.Facts, item.Facts, assignee));
                if (refusal is not null)
                {
                    return refusal;
                }

                var before = item.AssigneeId;
                if (change(work, item))
                {
                    work.Note(item, action, $$"""{"workItem":"{{item.Id:N}}","before":"{{before}}","after":"{{item.AssigneeId}}"}""");
                }

                return null;
            },
            cancellationToken);
    }
}
