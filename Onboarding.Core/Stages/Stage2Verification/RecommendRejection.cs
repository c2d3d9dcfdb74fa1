using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>A check failed; Administrasi recommends rejection and the supervisor decides (stage 2).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Reason">Why; required.</param>
public sealed record RecommendRejection(CaseTarget Target, string Reason);

/// <summary>Handles <see cref="RecommendRejection"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class RecommendRejectionHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Hands the case to the supervisor, who cannot approve it from here because stage 3 was not passed.</summary>
    public Task<Result<CaseState>> HandleAsync(RecommendRejection command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work =>
            {
                if (work.Act(CaseAction.RecommendRejection, command.Reason) is { } refusal)
                {
                    return refusal;
                }

                work.Case.RecommendRejection();
                work.Case.Add(new Decision(
                    work.NewId(), work.Case.Id, DecisionOutcome.RejectionRecommended, FreeText.Clean(command.Reason), actor.Id, actor.Name, work.Now));
                return null;
            },
            cancellationToken);
}
