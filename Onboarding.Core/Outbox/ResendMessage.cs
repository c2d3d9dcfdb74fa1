using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Outbox;

/// <summary>Sends a message to the applicant once more that was refused or given up, after its cause was mended.</summary>
/// <param name="Target">Which case.</param>
/// <param name="MessageId">Which message.</param>
public sealed record ResendMessage(CaseTarget Target, Guid MessageId);

/// <summary>Handles <see cref="ResendMessage"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class ResendMessageHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Puts it back in line. For Customer Service; the concern stays until somebody resolves it.</summary>
    public Task<Result<CaseState>> HandleAsync(ResendMessage command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            command.Target,
            actor,
            async (work, scope) =>
            {
                if (!actor.Has(ActorRole.CustomerService))
                {
                    return new NotAllowed(RefusalCode.RoleNotAllowed);
                }

                if (work.Case.Hold is not null)
                {
                    return new NotAllowed(RefusalCode.CaseOnHold);
                }

                var message = await scope.Context.OutboxMessages.SingleOrDefaultAsync(
                    item => item.Id == command.MessageId && item.CaseId == work.Case.Id, cancellationToken);
                if (message is null || !ApplicantMessages.Includes(message.Kind))
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                if (message.SetAsideAt is null)
                {
                    return new Conflict(RefusalCode.MessageNotSetAside);
                }

                message.Retry(work.Now);
                work.Case.Touch(work.Now);
                work.Record(new AuditEntry("Message.Resend") { Details = $$"""{"message":"{{message.Id:N}}","mail":"{{message.Kind}}"}""" });
                return null;
            },
            cancellationToken);
}
