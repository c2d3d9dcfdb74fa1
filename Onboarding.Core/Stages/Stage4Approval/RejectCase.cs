using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>The supervisor rejects (SOP stage 4). Never done without a human (PP 33/2026 Pasal 93-95).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Reason">Why, as the applicant will read it; required.</param>
public sealed record RejectCase(CaseTarget Target, string Reason);

/// <summary>Handles <see cref="RejectCase"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class RejectCaseHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Ends the case and tells the applicant the reason.</summary>
    public Task<Result<CaseState>> HandleAsync(RejectCase command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            async (work, scope) =>
            {
                var decisionId = work.NewId();
                if (await CaseEnding.EndAsync(work, scope, CaseAction.Reject, command.Reason, OutboxKind.MailRejected, cancellationToken, decisionId) is { } refusal)
                {
                    return refusal;
                }

                work.Case.Add(new Decision(decisionId, work.Case.Id, DecisionOutcome.Rejected, FreeText.Clean(command.Reason), actor.Id, actor.Name, work.Now));
                return null;
            },
            cancellationToken);
}
