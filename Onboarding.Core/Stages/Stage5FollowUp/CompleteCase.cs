using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage5FollowUp;

/// <summary>Everything is done: notice sent, follow-ups made, feedback asked (SOP stage 5).</summary>
/// <param name="Target">Which case.</param>
public sealed record CompleteCase(CaseTarget Target);

/// <summary>Handles <see cref="CompleteCase"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class CompleteCaseHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Closes the case.</summary>
    public Task<Result<CaseState>> HandleAsync(CompleteCase command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, work => work.Act(CaseAction.Complete), cancellationToken);
}
