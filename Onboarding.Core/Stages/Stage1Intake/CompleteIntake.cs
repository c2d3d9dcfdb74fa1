using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>The checklist is complete; hand the case over to verification (stage 1).</summary>
/// <param name="Target">Which case.</param>
public sealed record CompleteIntake(CaseTarget Target);

/// <summary>Handles <see cref="CompleteIntake"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class CompleteIntakeHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Moves the case on; the duplicate search runs again for the verifier.</summary>
    public Task<Result<CaseState>> HandleAsync(CompleteIntake command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work => work.Act(CaseAction.CompleteIntake),
            cancellationToken);
}
