using Onboarding.Core.Customers;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>The supervisor opens a rejected or expired case again; all its history stays.</summary>
/// <param name="Target">Which case.</param>
/// <param name="Reason">Why; required.</param>
public sealed record ReopenCase(CaseTarget Target, string Reason);

/// <summary>Handles <see cref="ReopenCase"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class ReopenCaseHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Puts the case back where it can be mended.</summary>
    public Task<Result<CaseState>> HandleAsync(ReopenCase command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            async (work, scope) =>
            {
                if (work.Act(CaseAction.Reopen, command.Reason) is { } refusal)
                {
                    return refusal;
                }

                work.Case.ReturnToEarlierStage();
                work.Case.Add(new Decision(work.NewId(), work.Case.Id, DecisionOutcome.Reopened, FreeText.Clean(command.Reason), actor.Id, actor.Name, work.Now));
                await CustomerSteps.ReopenAsync(work, scope, cancellationToken);
                return null;
            },
            cancellationToken);
}
