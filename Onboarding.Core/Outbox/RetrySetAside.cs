using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Outbox;

/// <summary>Puts a message that was set aside back in line, after its cause was mended.</summary>
/// <param name="MessageId">Which one.</param>
public sealed record RetrySetAside(Guid MessageId);

/// <summary>Handles <see cref="RetrySetAside"/>.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="clock">Clock.</param>
public sealed class RetrySetAsideHandler(UnitOfWork unitOfWork, TimeProvider clock) : IUseCase
{
    /// <summary>For the administrator and IT. A message that is no longer set aside stays as it is.</summary>
    public Task<Result<Done>> HandleAsync(RetrySetAside command, Actor actor, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                if (!actor.Has(ActorRole.Administrator) && !actor.Has(ActorRole.InformationTechnology))
                {
                    return new NotAllowed(RefusalCode.RoleNotAllowed);
                }

                var message = await scope.Context.OutboxMessages.SingleOrDefaultAsync(item => item.Id == command.MessageId, cancellationToken);
                if (message is null)
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                if (message.SetAsideAt is null)
                {
                    return Done.Instance;
                }

                var now = Instant.Now(clock);
                message.Retry(now);
                await scope.RecordAsync(
                    new AuditEntry("Outbox.Retry") { Details = $$"""{"message":"{{message.Id:N}}","kind":"{{message.Kind}}"}""" },
                    actor, SequentialId.New(clock), now, cancellationToken);
                return Done.Instance;
            },
            cancellationToken);
}
