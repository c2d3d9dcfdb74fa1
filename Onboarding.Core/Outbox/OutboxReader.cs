using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Time;

namespace Onboarding.Core.Outbox;

/// <summary>How the outbox stands, for health. What goes to partners is left out: a partner's server that is away is not our illness, and the delivery log shows it.</summary>
/// <param name="Waiting">Messages not yet sent, without those set aside.</param>
/// <param name="SetAside">Messages that were given up and wait for the administrator. An address that was refused is Customer Service's work, not an illness.</param>
/// <param name="OldestAge">How long the oldest message waits that could be sent; zero when none does. Cases on hold do not count.</param>
public sealed record OutboxState(int Waiting, int SetAside, TimeSpan OldestAge)
{
    /// <summary>
    /// Messages that were refused at once and are nobody's work: short messages, and links of forms that were only begun. They are no illness:
    /// anybody may have mistyped an address.
    /// </summary>
    public int Refused { get; init; }
}

/// <summary>A message as the administrator sees it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Number">Case number, or null for a message that belongs to no case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="CreatedAt">When it was written (UTC).</param>
/// <param name="Attempts">Failed attempts.</param>
/// <param name="LastError">Code of the last failure, or null.</param>
/// <param name="NextAttemptAt">When it is tried next, or the end of the lease under which it is being sent (UTC).</param>
/// <param name="SetAsideAt">When it was set aside (UTC), or null.</param>
/// <param name="IsOnHold">Its case is on hold, so it waits.</param>
public sealed record OutboxRow(
    Guid Id, string? Number, OutboxKind Kind, DateTimeOffset CreatedAt, int Attempts, string? LastError, DateTimeOffset NextAttemptAt, DateTimeOffset? SetAsideAt, bool IsOnHold);

/// <summary>Reads how the outbox stands.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="clock">Clock.</param>
public sealed class OutboxReader(OnboardingContextFactory contexts, TimeProvider clock)
{
    /// <summary>The figures for health.</summary>
    public async Task<OutboxState> StateAsync(CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        await using var context = contexts.CreateDbContext();
        var waiting = await context.OutboxMessages.CountAsync(message => message.PartnerId == null && message.FinishedAt == null && message.SetAsideAt == null, cancellationToken);
        var setAside = await context.OutboxMessages.CountAsync(
            message => message.PartnerId == null && message.SetAsideAt != null && message.Attempts >= OutboxMessage.MaxAttempts, cancellationToken);
        var arriving = ApplicantMessages.Arriving;
        var refused = await context.OutboxMessages.CountAsync(
            message => message.PartnerId == null && message.SetAsideAt != null && message.Attempts < OutboxMessage.MaxAttempts
                && (message.CaseId == null || !arriving.Contains(message.Kind)),
            cancellationToken);
        var oldest = await context.OutboxMessages
            .Where(message => message.PartnerId == null && message.FinishedAt == null && message.SetAsideAt == null)
            .Where(message => message.CaseId == null || context.Cases.Any(item => item.Id == message.CaseId && item.Hold == null))
            .MinAsync(message => (DateTimeOffset?)message.CreatedAt, cancellationToken);
        return new OutboxState(waiting, setAside, oldest is { } since && since < now ? now - since : TimeSpan.Zero) { Refused = refused };
    }

    /// <summary>What waits for the administrator first, then what waits for its turn, oldest first.</summary>
    /// <param name="limit">At most this many.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<OutboxRow>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var setAside = await Rows(context, context.OutboxMessages.Where(message => message.PartnerId == null && message.SetAsideAt != null).OrderBy(message => message.SetAsideAt).Take(limit))
            .ToListAsync(cancellationToken);
        var waiting = await Rows(context, context.OutboxMessages.Where(message => message.PartnerId == null && message.FinishedAt == null && message.SetAsideAt == null).OrderBy(message => message.NextAttemptAt).Take(limit - setAside.Count))
            .ToListAsync(cancellationToken);
        return [.. setAside.OrderBy(row => row.SetAsideAt), .. waiting.OrderBy(row => row.NextAttemptAt)];
    }

    private static IQueryable<OutboxRow> Rows(OnboardingContext context, IQueryable<OutboxMessage> messages) =>
        messages.AsNoTracking().LeftJoin(
            context.Cases,
            message => message.CaseId,
            item => (Guid?)item.Id,
            (message, item) => new OutboxRow(
                message.Id, item!.Number, message.Kind, message.CreatedAt, message.Attempts, message.LastError, message.NextAttemptAt, message.SetAsideAt, item!.Hold != null));
}
