using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>IT tries a failed activation again (stage 4).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Remark">What was mended, or null.</param>
public sealed record RetryActivation(CaseTarget Target, string? Remark);

/// <summary>Handles <see cref="RetryActivation"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class RetryActivationHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Orders the activation again under the same idempotency key and closes the work item.</summary>
    public Task<Result<CaseState>> HandleAsync(RetryActivation command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                if (work.Act(CaseAction.RetryActivation, command.Remark) is { } refusal)
                {
                    return refusal;
                }

                work.Case.RetryActivation();
                work.CloseWorkItem(WorkItemState.Done);
                work.Send(OutboxKind.ActivateService, work.Case.Decisions.Where(decision => decision.Outcome == DecisionOutcome.Approved).MaxBy(decision => decision.At)!.Id);
                return null;
            },
            cancellationToken);
}
