using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>Claims, releases, assigns and resolves work items ("one case is worked by one person at a time").</summary>
/// <param name="writer">Changes work items.</param>
public sealed class WorkItemHandler(WorkItemWriter writer) : IUseCase
{
    /// <summary>Takes an open work item. Of many who try at once exactly one succeeds; the others learn who did.</summary>
    public Task<Result<CaseState>> ClaimAsync(Guid workItemId, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(workItemId, actor, WorkItemStep.Claim(actor), cancellationToken);

    /// <summary>Gives a claimed work item back to its queue: the person who has it, or the supervisor in their absence.</summary>
    public Task<Result<CaseState>> ReleaseAsync(Guid workItemId, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(workItemId, actor, WorkItemStep.Release(), cancellationToken);

    /// <summary>A supervisor gives the work item to a person, whoever had it.</summary>
    /// <param name="workItemId">Which work item.</param>
    /// <param name="assignee">The person with the roles they have now.</param>
    /// <param name="actor">The supervisor.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    public Task<Result<CaseState>> AssignAsync(Guid workItemId, Actor assignee, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(workItemId, actor, WorkItemStep.Assign(assignee), cancellationToken);

    /// <summary>The person who has a concern ends it and says what was done.</summary>
    /// <param name="workItemId">The concern.</param>
    /// <param name="resolution">What was done; required.</param>
    /// <param name="actor">Who has it.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    public Task<Result<CaseState>> ResolveAsync(Guid workItemId, string resolution, Actor actor, CancellationToken cancellationToken) =>
        FreeText.Refuse(nameof(WorkItem.Resolution), resolution, isRequired: true) is { } refusal
            ? Task.FromResult<Result<CaseState>>(refusal)
            : writer.ActAsync(workItemId, actor, new WorkItemStep(WorkItemAction.Resolve, (work, item) =>
            {
                item.Resolve(FreeText.Clean(resolution), work.Now);
                if (work.Case.Objections.FirstOrDefault(objection => item.Concern == ConcernKind.Objection && objection.DecisionId == item.SubjectId) is { } objection)
                {
                    // The word that ends an objection is the answer that the applicant reads.
                    objection.Reply(item.Resolution!, actor, work.Now);
                    work.Send(OutboxKind.MailObjectionAnswered, objection.DecisionId);
                }

                return true;
            }), cancellationToken);
}
