using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Outbox;
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
    private const int ReferenceMaxLength = 100;

    /// <summary>Makes the customer active, orders the notice with the guide and plans the follow-up. A repeated confirmation changes nothing.</summary>
    public Task<Result<CaseState>> HandleAsync(ConfirmActivation command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            new CaseTarget(command.CaseId, null),
            actor,
            async (work, scope) =>
            {
                if (FreeText.Refuse(nameof(ConfirmActivation.Reference), command.Reference, ReferenceMaxLength, isRequired: true) is { } invalid)
                {
                    return invalid;
                }

                if (work.Case.ActivatedAt is not null && actor.Has(ActorRole.System))
                {
                    return null;
                }

                if (work.Act(CaseAction.ConfirmActivation) is { } refusal)
                {
                    return refusal;
                }

                work.Case.Activate(FreeText.Clean(command.Reference), work.Now);
                var customer = await scope.Context.Customers.SingleAsync(item => item.Id == work.Case.CustomerId, cancellationToken);
                customer.Become(CustomerStatus.Active, work.Now);
                work.Case.Add(new FollowUp(work.NewId(), work.Case.Id, attempt: 1, work.Policy.FollowUpAt(work.Now)));
                work.Send(OutboxKind.MailActivated);
                return null;
            },
            cancellationToken);
}
