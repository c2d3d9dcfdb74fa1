using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Customers.Crm;

/// <summary>
/// Writes the message that a customer record has to go out. One that is on its way is enough, however often the record changes meanwhile: the
/// record is read when it is sent, and the sender looks again before it is done.
/// </summary>
internal static class CrmQueue
{
    /// <summary>Puts a customer in line, in the transaction that made it necessary; the customer is locked. True when a message was written.</summary>
    public static async Task<bool> PutAsync(
        OnboardingContext context, Guid customerId, string number, bool overwrites, DateTimeOffset now, Func<Guid> newId, CancellationToken cancellationToken)
    {
        var link = await context.CrmLinks.FindAsync([customerId], cancellationToken);
        if (link is null)
        {
            link = new CrmLink(customerId, number, now);
            context.CrmLinks.Add(link);
        }

        if (!link.Await(overwrites, now))
        {
            return false;
        }

        // One that was set aside goes on as the same message, so that none is left behind for the administrator.
        var given = await Unfinished(context, customerId).FirstOrDefaultAsync(message => message.SetAsideAt != null, cancellationToken);
        if (given is not null)
        {
            given.Retry(now);
            return true;
        }

        context.OutboxMessages.Add(new OutboxMessage(newId(), OutboxKind.CustomerToCrm, customerId, now));
        return true;
    }

    /// <summary>The messages of a customer that are not finished.</summary>
    public static IQueryable<OutboxMessage> Unfinished(OnboardingContext context, Guid customerId) => context.OutboxMessages
        .Where(message => message.CaseId == null && message.SubjectId == customerId && message.FinishedAt == null && message.Kind == OutboxKind.CustomerToCrm);
}
