using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Customers.Crm;

/// <summary>Writes down what came of sending a customer record to the external CRM.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="clock">Clock.</param>
public sealed class CrmLinks(UnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>The CRM confirmed what was sent. False when the record has changed since: then it has to be sent again.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="externalId">The CRM's own id of it.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    public Task<bool> ConfirmAsync(CrmDocument sent, string externalId, CancellationToken cancellationToken) => ChangeAsync(
        sent.CustomerId,
        async (link, scope, now) =>
        {
            var isCurrent = await IsCurrentAsync(scope, sent, cancellationToken);
            link.Confirm(sent.Version, sent.Hash, externalId, isCurrent, now);
            if (isCurrent)
            {
                (await CrmQueue.Unfinished(scope.Context, sent.CustomerId).Where(message => message.SetAsideAt != null).ToListAsync(cancellationToken))
                    .ForEach(message => message.Finish(now));
            }

            return isCurrent;
        },
        cancellationToken);

    /// <summary>The CRM holds a later version than the one sent. False when the register has a later one too by now, which has to be sent.</summary>
    public Task<bool> MetNewerAsync(CrmDocument sent, CancellationToken cancellationToken) => ChangeAsync(
        sent.CustomerId,
        async (link, scope, now) =>
        {
            if (!await IsCurrentAsync(scope, sent, cancellationToken))
            {
                return false;
            }

            // Not when another sender of the same version was only faster.
            if (link is not { State: CrmState.Sent, SentVersion: { } confirmed } || confirmed < sent.Version)
            {
                link.Differ(CrmReason.NewerThere, thereVersion: null, now);
            }

            return true;
        },
        cancellationToken);

    /// <summary>An attempt failed.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="reason">Why.</param>
    /// <param name="httpStatus">Status of the answer, or null when there was none.</param>
    /// <param name="isLast">True when no other attempt follows by itself.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    public Task FailAsync(Guid customerId, CrmReason reason, int? httpStatus, bool isLast, CancellationToken cancellationToken) => ChangeAsync(
        customerId,
        (link, _, now) =>
        {
            // What another sender brought there meanwhile is there.
            if (link.State == CrmState.Sent)
            {
                return Task.FromResult(true);
            }

            if (isLast)
            {
                link.Fail(reason, httpStatus, now);
            }
            else
            {
                link.Wait(reason, httpStatus);
            }

            return Task.FromResult(true);
        },
        cancellationToken);

    /// <summary>Leaves a record to the outbox, which tries it again later.</summary>
    public Task HandOverAsync(Guid customerId, CrmReason reason, int? httpStatus, CancellationToken cancellationToken) => ChangeAsync(
        customerId,
        async (link, scope, now) =>
        {
            await CrmQueue.PutAsync(scope.Context, customerId, link.Number, overwrites: true, now, () => SequentialId.New(clock), cancellationToken);
            link.Wait(reason, httpStatus);
            return true;
        },
        cancellationToken);

    private static async Task<bool> IsCurrentAsync(WriteScope scope, CrmDocument sent, CancellationToken cancellationToken) =>
        await scope.Context.Customers.Where(item => item.Id == sent.CustomerId).Select(item => item.Version).SingleAsync(cancellationToken) == sent.Version;

    private async Task<bool> ChangeAsync(Guid customerId, Func<CrmLink, WriteScope, DateTimeOffset, Task<bool>> change, CancellationToken cancellationToken)
    {
        var result = await unitOfWork.WriteAsync<bool>(
            async scope =>
            {
                await scope.LockCustomerAsync(customerId, cancellationToken);
                if (await scope.Context.CrmLinks.FindAsync([customerId], cancellationToken) is not { } link)
                {
                    return new NotFound(RefusalCode.CustomerNotFound);
                }

                scope.Tell(CrmNotice.Of(customerId));
                return await change(link, scope, Instant.Now(clock));
            },
            cancellationToken);

        // Without a customer there is nothing left to send.
        return !result.IsDone || result.Value;
    }
}
