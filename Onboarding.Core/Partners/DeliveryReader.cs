using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Partners;

/// <summary>How a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>It waits for its first or next attempt.</summary>
    Waiting = 1,

    /// <summary>The receiver took it, or the partner no longer takes webhooks.</summary>
    Finished,

    /// <summary>Every attempt failed; nobody tries it again by itself.</summary>
    SetAside,
}

/// <summary>A delivery as the log shows it.</summary>
/// <param name="Id">Id, the same in every attempt.</param>
/// <param name="PartnerName">Which partner.</param>
/// <param name="Number">Case number.</param>
/// <param name="CreatedAt">When the status changed (UTC).</param>
/// <param name="FailedAttempts">Attempts that failed in the present round.</param>
/// <param name="NextAttemptAt">When it is tried next (UTC).</param>
/// <param name="State">How it stands.</param>
/// <param name="Attempts">The newest attempts first, at most <see cref="DeliveryReader.MostAttempts"/>.</param>
public sealed record DeliveryRow(
    Guid Id, string PartnerName, string Number, DateTimeOffset CreatedAt, int FailedAttempts, DateTimeOffset NextAttemptAt, DeliveryState State, IReadOnlyList<WebhookAttempt> Attempts);

/// <summary>Which deliveries to show.</summary>
/// <param name="PartnerId">Of one partner, or null for all.</param>
/// <param name="SetAsideOnly">Only those that failed for good.</param>
/// <param name="Before">Those older than this one: the id of the last delivery of the page before.</param>
public sealed record DeliveryFilter(Guid? PartnerId = null, bool SetAsideOnly = false, Guid? Before = null);

/// <summary>Reads the delivery log, newest first, a page at a time.</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class DeliveryReader(OnboardingContextFactory contexts)
{
    /// <summary>Deliveries on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Attempts shown of each.</summary>
    public const int MostAttempts = 10;

    /// <summary>One page.</summary>
    public async Task<IReadOnlyList<DeliveryRow>> ListAsync(DeliveryFilter filter, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var messages = Matching(context, filter);
        if (filter.Before is { } last)
        {
            var at = await context.OutboxMessages.Where(item => item.Id == last).Select(item => item.CreatedAt).SingleOrDefaultAsync(cancellationToken);
            messages = messages.Where(item => item.CreatedAt < at || (item.CreatedAt == at && item.Id.CompareTo(last) < 0));
        }

        var rows = await messages
            .OrderByDescending(item => item.CreatedAt).ThenByDescending(item => item.Id)
            .Take(PageSize)
            .Join(context.Partners, item => item.PartnerId, partner => partner.Id, (item, partner) => new { Message = item, partner.Name })
            .Join(context.Cases, entry => entry.Message.CaseId, owner => (Guid?)owner.Id, (entry, owner) => new { entry.Message, entry.Name, owner.Number })
            .ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(row => row.Message.Id);
        var attempts = (await context.WebhookAttempts.AsNoTracking()
            .Where(attempt => ids.Contains(attempt.MessageId))
            .OrderByDescending(attempt => attempt.At)
            .Take(PageSize * MostAttempts * 2)
            .ToListAsync(cancellationToken)).ToLookup(attempt => attempt.MessageId);
        return [.. rows
            .OrderByDescending(row => row.Message.CreatedAt).ThenByDescending(row => row.Message.Id)
            .Select(row => new DeliveryRow(
                row.Message.Id, row.Name, row.Number, row.Message.CreatedAt, row.Message.Attempts, row.Message.NextAttemptAt, State(row.Message),
                [.. attempts[row.Message.Id].Take(MostAttempts)]))];
    }

    /// <summary>The deliveries that a filter names, wherever its page begins.</summary>
    internal static IQueryable<OutboxMessage> Matching(OnboardingContext context, DeliveryFilter filter)
    {
        var messages = filter.PartnerId is { } partner
            ? context.OutboxMessages.Where(item => item.PartnerId == partner)
            : context.OutboxMessages.Where(item => item.PartnerId != null);
        return filter.SetAsideOnly ? messages.Where(item => item.SetAsideAt != null) : messages;
    }

    private static DeliveryState State(OutboxMessage message) => message switch
    {
        { SetAsideAt: not null } => DeliveryState.SetAside,
        { FinishedAt: not null } => DeliveryState.Finished,
        _ => DeliveryState.Waiting,
    };
}
