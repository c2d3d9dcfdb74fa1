using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>IT confirms by hand that a service runs whose activation failed at the connection only (stage 4).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Reference">The activation system's own reference, as IT read it there.</param>
/// <param name="Evidence">By what IT knows that the service runs; required, kept in the audit trail.</param>
public sealed record ConfirmActivationManually(CaseTarget Target, string Reference, string Evidence);

/// <summary>Handles <see cref="ConfirmActivationManually"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class ConfirmActivationManuallyHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Sets going what a confirmation by the system sets going, and closes IT's work item.</summary>
    public Task<Result<CaseState>> HandleAsync(ConfirmActivationManually command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            async (work, scope) =>
                ActivationReference.Refuse(nameof(ConfirmActivation.Reference), command.Reference.Trim())
                ?? await ActivationSuccess.TakeAsync(
                    work, scope, CaseAction.ConfirmActivationManually, command.Reference.Trim(), command.Evidence, cancellationToken),
            cancellationToken);
}
