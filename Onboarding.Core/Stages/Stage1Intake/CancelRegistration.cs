using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>The registration is a duplicate or spam (stage 1).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Reason">Why; required.</param>
public sealed record CancelRegistration(CaseTarget Target, string Reason);

/// <summary>Handles <see cref="CancelRegistration"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class CancelRegistrationHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Ends the case.</summary>
    public Task<Result<CaseState>> HandleAsync(CancelRegistration command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, work => work.Act(CaseAction.CancelRegistration, command.Reason), cancellationToken);
}
