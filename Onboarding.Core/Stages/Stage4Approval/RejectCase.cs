using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>The supervisor rejects (SOP stage 4). Never done without a human (PP 33/2026 Pasal 93-95).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Category">Code of an active <see cref="RejectionReason"/>.</param>
/// <param name="Reason">Why, as the applicant will read it; required.</param>
/// <param name="Remark">What only staff read, or null.</param>
public sealed record RejectCase(CaseTarget Target, string Category, string Reason, string? Remark = null);

/// <summary>Handles <see cref="RejectCase"/>.</summary>
/// <param name="decisions">The gate to a decision.</param>
public sealed class RejectCaseHandler(DecisionWriter decisions) : IUseCase
{
    /// <summary>Ends the case and tells the applicant the reason.</summary>
    public Task<Result<CaseState>> HandleAsync(RejectCase command, Actor actor, CancellationToken cancellationToken) =>
        decisions.DecideAsync(
            command.Target,
            actor,
            async (work, scope) =>
            {
                var category = await scope.Context.RejectionReasons.AsNoTracking()
                    .SingleOrDefaultAsync(item => item.Code == command.Category && item.IsActive, cancellationToken);
                var details = category is null ? null : $$"""{"category":"{{category.Code}}"}""";
                var decisionId = work.NewId();
                if (await CaseEnding.EndAsync(work, scope, CaseAction.Reject, command.Reason, OutboxKind.MailRejected, cancellationToken, decisionId, details) is { } refusal)
                {
                    return refusal;
                }

                if (category is null)
                {
                    return new Invalid(nameof(RejectCase.Category), InputProblem.UnknownChoice);
                }

                if (FreeText.Refuse(nameof(RejectCase.Remark), command.Remark) is { } tooLong)
                {
                    return tooLong;
                }

                var decision = new Decision(decisionId, work.Case.Id, DecisionOutcome.Rejected, FreeText.Clean(command.Reason), actor.Id, actor.Name, work.Now);
                decision.Explain(category.Code, FreeText.CleanOrNull(command.Remark));
                work.Case.Add(decision);
                return null;
            },
            cancellationToken);
}
