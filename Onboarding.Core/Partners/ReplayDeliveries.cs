using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Partners;

/// <summary>Sends webhooks again, under the ids they had: the receiver knows what it has seen.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="clock">Clock.</param>
public sealed class ReplayDeliveriesHandler(UnitOfWork unitOfWork, TimeProvider clock) : IUseCase
{
    /// <summary>At most this many in one call.</summary>
    public const int BatchSize = 200;

    /// <summary>Puts one delivery back in line, whatever came of it before.</summary>
    public Task<Result<int>> ReplayAsync(Guid deliveryId, Actor actor, CancellationToken cancellationToken) =>
        WriteAsync(actor, scope => scope.Context.OutboxMessages.Where(item => item.Id == deliveryId && item.PartnerId != null), isOne: true, cancellationToken);

    /// <summary>Puts those that failed for good back in line, of one partner or of all, oldest first; answers how many.</summary>
    public Task<Result<int>> ReplaySetAsideAsync(Guid? partnerId, Actor actor, CancellationToken cancellationToken) =>
        WriteAsync(
            actor,
            scope => DeliveryReader.Matching(scope.Context, new DeliveryFilter(partnerId, SetAsideOnly: true)).OrderBy(item => item.CreatedAt).Take(BatchSize),
            isOne: false,
            cancellationToken);

    private Task<Result<int>> WriteAsync(Actor actor, Func<WriteScope, IQueryable<Outbox.OutboxMessage>> which, bool isOne, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<int>(
            async scope =>
            {
                if (!actor.Has(ActorRole.Administrator) && !actor.Has(ActorRole.InformationTechnology))
                {
                    return new NotAllowed(RefusalCode.RoleNotAllowed);
                }

                var now = Instant.Now(clock);
                var messages = await which(scope).ToListAsync(cancellationToken);
                if (isOne && messages.Count == 0)
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                foreach (var message in messages)
                {
                    message.Retry(now);
                }

                if (messages.Count > 0)
                {
                    await scope.RecordAsync(Entry(messages), actor, SequentialId.New(clock), now, cancellationToken);
                }

                return messages.Count;
            },
            cancellationToken);

    private static AuditEntry Entry(List<Outbox.OutboxMessage> messages)
    {
        var ids = string.Join("\",\"", messages.Select(message => message.Id.ToString("N", CultureInfo.InvariantCulture)));
        return new AuditEntry("Partner.Replay") { Details = $$"""{"deliveries":["{{ids}}"]}""" };
    }
}
