using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage3Recording;

/// <summary>Documents are stored safely; hand over to the supervisor (stage 3).</summary>
/// <param name="Target">Which case.</param>
public sealed record ConfirmStorage(CaseTarget Target);

/// <summary>Handles <see cref="ConfirmStorage"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class ConfirmStorageHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Moves the case on to stage 4.</summary>
    public Task<Result<CaseState>> HandleAsync(ConfirmStorage command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            work => work.Act(CaseAction.ConfirmStorage),
            cancellationToken);
}
