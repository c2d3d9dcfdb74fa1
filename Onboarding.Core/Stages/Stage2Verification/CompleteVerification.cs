using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage2Verification;

/// <summary>Every required check passed (stage 2).</summary>
/// <param name="Target">Which case.</param>
public sealed record CompleteVerification(CaseTarget Target);

/// <summary>Handles <see cref="CompleteVerification"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class CompleteVerificationHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Moves the case on to stage 3.</summary>
    public Task<Result<CaseState>> HandleAsync(CompleteVerification command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work => work.Act(CaseAction.CompleteVerification),
            cancellationToken);
}
