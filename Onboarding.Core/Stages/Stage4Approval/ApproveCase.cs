using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>The supervisor approves ("memberikan persetujuan atau penolakan", SOP stage 4).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Remark">Remark on the Form Persetujuan Pelanggan, or null.</param>
public sealed record ApproveCase(CaseTarget Target, string? Remark);

/// <summary>Handles <see cref="ApproveCase"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class ApproveCaseHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Keeps the decision and orders the activation in the same transaction.</summary>
    public Task<Result<CaseState>> HandleAsync(ApproveCase command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                if (work.Act(CaseAction.Approve, command.Remark) is { } refusal)
                {
                    return refusal;
                }

                var decision = new Decision(work.NewId(), work.Case.Id, DecisionOutcome.Approved, FreeText.CleanOrNull(command.Remark), actor.Id, actor.Name, work.Now);
                work.Case.Add(decision);
                work.Send(OutboxKind.ActivateService, decision.Id);
                return null;
            },
            cancellationToken);
}
