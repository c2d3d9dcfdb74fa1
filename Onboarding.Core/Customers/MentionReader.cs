using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Notifications;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers;

/// <summary>An interaction in which somebody is named.</summary>
/// <param name="Id">The interaction.</param>
/// <param name="CustomerNumber">Number of the customer.</param>
/// <param name="CustomerName">Name of the customer.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Text">What was said or noted.</param>
/// <param name="ByName">Who wrote it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="NoticeId">The notice of it that the person has not read, or null once it was seen.</param>
public sealed record MentionLine(
    Guid Id, string CustomerNumber, string CustomerName, InteractionKind Kind, string Text, string ByName, DateTimeOffset At, Guid? NoticeId)
{
    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => CustomerNumber;
}

/// <summary>Reads where a member of staff is named, so that a mention reaches whom it is for.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="protection">Opens what was written.</param>
/// <param name="clock">Clock.</param>
public sealed class MentionReader(OnboardingContextFactory contexts, CustomerProtection protection, TimeProvider clock)
{
    /// <summary>Most mentions that are shown.</summary>
    public const int Most = 10;

    /// <summary>How long a mention is shown.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromDays(14);

    /// <summary>The newest interactions that name this person, newest first; none for who may not look into the register.</summary>
    public async Task<IReadOnlyList<MentionLine>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.HasAny(CustomerAccess.Readers))
        {
            return [];
        }

        // Ids follow time, so the index gives the newest first.
        await using var context = contexts.CreateDbContext();
        var rows = await context.Set<InteractionMention>().AsNoTracking().Where(mention => mention.StaffId == actor.Id)
            .OrderByDescending(mention => mention.InteractionId).Take(Most)
            .Join(context.CustomerInteractions, mention => mention.InteractionId, item => item.Id, (_, item) => item)
            .Join(context.Customers, item => item.CustomerId, customer => customer.Id, (item, customer) => new { Item = item, customer.Number, customer.Name })
            .ToListAsync(cancellationToken);
        List<string> causes = rows.ConvertAll(row => Notice.CauseOf(NoticeKind.Mention, row.Item.Id));
        var unseen = await context.Notices.AsNoTracking()
            .Where(notice => notice.PersonId == actor.Id && notice.ReadAt == null && causes.Contains(notice.Cause))
            .ToDictionaryAsync(notice => notice.Cause, notice => notice.Id, StringComparer.Ordinal, cancellationToken);
        var oldest = clock.GetUtcNow() - ShownFor;
        return [.. rows.Where(row => row.Item.At >= oldest).OrderByDescending(row => row.Item.Id).Select(row => new MentionLine(
            row.Item.Id, row.Number, row.Name, row.Item.Kind, protection.OpenInteraction(row.Item.Id, row.Item.ProtectedText), row.Item.ByName, row.Item.At,
            unseen.TryGetValue(Notice.CauseOf(NoticeKind.Mention, row.Item.Id), out var notice) ? notice : null))];
    }
}
