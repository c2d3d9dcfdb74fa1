using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>The activation system confirmed that the service runs (SOP stage 4: "mengaktifkan akun atau layanan").</summary>
/// <param name="CaseId">Which case.</param>
/// <param name="Reference">The activation system's own reference.</param>
public sealed record ConfirmActivation(Guid CaseId, string Reference);

/// <summary>Handles <see cref="ConfirmActivation"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class ConfirmActivationHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Makes the customer active, orders the notice with the guide and plans the follow-up. A repeated confirmation changes nothing.</summary>
    public Task<Result<CaseState>> HandleAsync(ConfirmActivation command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            new CaseTarget(command.CaseId, null),
            actor,
            async (work, scope) =>
            {
                if (ActivationReference.Refuse(nameof(ConfirmActivation.Reference), command.Reference) is { } invalid)
                {
                    return invalid;
                }

                return work.Case.ActivatedAt is not null && actor.Has(ActorRole.System)
                    ? null
                    : await ActivationSuccess.TakeAsync(work, scope, CaseAction.ConfirmActivation, command.Reference, evidence: null, cancellationToken);
            },
            cancellationToken);
}
