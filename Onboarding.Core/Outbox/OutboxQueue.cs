using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Outbox;

/// <summary>
/// Hands messages to senders and notes what became of them. Of each case only the oldest message that waits is handed
/// out, and the oldest of those to its partner, so the order within a case holds; one that was set aside no longer stands in the way. A message is leased while
/// it is sent: when its sender dies, the lease ends and another sends it (at least once, under the same id).
/// </summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="writer">The gate to the case of a message that did not arrive.</param>
/// <param name="contexts">Makes contexts for looking.</param>
/// <param name="clock">Clock.</param>
public sealed class OutboxQueue(UnitOfWork unitOfWork, CaseWriter writer, OnboardingContextFactory contexts, TimeProvider clock) : IUseCase
{
    private static readonly Actor Sender = Actor.System("Outbox");

    /// <summary>Leases messages that are due, oldest first. Cases on hold are left out until they are released; what belongs to no case has nothing to wait for.</summary>
    /// <param name="limit">At most this many, whoever takes them.</param>
    /// <param name="lease">How long this process may take to send them.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<IReadOnlyList<LeasedMessage>> TakeAsync(int limit, TimeSpan lease, CancellationToken cancellationToken) =>
        TakeAsync(new OutboxRoom(limit, limit), lease, cancellationToken);

    /// <summary>As above, and of each receiver no more than there is room for: those for others are leased in their place.</summary>
    /// <param name="room">How many, in all and of each receiver.</param>
    /// <param name="lease">How long this process may take to send them.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<LeasedMessage>> TakeAsync(OutboxRoom room, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        if (!await IsAnythingDueAsync(now, new OutboxPick(room), cancellationToken))
        {
            return [];
        }

        var until = now + lease;
        var taken = await unitOfWork.WriteAsync<Batch>(
            async scope =>
            {
                OutboxPick pick = new(room);
                int asked;
                int found;
                do
                {
                    // Whoever turns out to have no room left is passed over when it is looked again.
                    asked = pick.Free;
                    found = await LeaseAsync(scope.Context, pick, now, until, cancellationToken);
                }
                while (found == asked && pick.Free > 0);
                return new Batch([.. pick.Messages.OrderBy(message => message.CreatedAt)]);
            },
            cancellationToken);
        return taken.Value.Messages;
    }

    /// <summary>It was sent. True even when the lease has passed: what is sent is sent.</summary>
    public Task FinishAsync(LeasedMessage message, CancellationToken cancellationToken) =>
        ChangeAsync(message, ownLeaseOnly: false, (row, now) => row.Finish(now), cancellationToken);

    /// <summary>The attempt failed; the next one comes later, or never by itself after <see cref="OutboxMessage.MaxAttempts"/>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="error">Code of the failure, without text from outside.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task FailAsync(LeasedMessage message, string error, CancellationToken cancellationToken) =>
        EndAttemptAsync(
            message, isLast: message.FailedAttempts + 1 >= OutboxMessage.MaxAttempts,
            (row, now) => row.Fail(error, now, RetryPlan.DelayWithChance(row.Attempts + 1)), cancellationToken);

    /// <summary>The receiver refused it for good: there is no other attempt until a person has mended the cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="error">Code of the refusal, without text from outside.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task RefuseAsync(LeasedMessage message, string error, CancellationToken cancellationToken) =>
        EndAttemptAsync(message, isLast: true, (row, now) => row.Refuse(error, now), cancellationToken);

    /// <summary>Its case no longer calls for it.</summary>
    public Task DropAsync(LeasedMessage message, CancellationToken cancellationToken) =>
        ChangeAsync(message, ownLeaseOnly: false, (row, now) => row.Drop(now), cancellationToken);

    /// <summary>It cannot be sent now through nobody's fault (the case is on hold, the sender stops): no attempt is counted.</summary>
    public Task DeferAsync(LeasedMessage message, TimeSpan delay, CancellationToken cancellationToken) =>
        ChangeAsync(message, ownLeaseOnly: true, (row, now) => row.Defer(now + delay), cancellationToken);

    // Answers how many were looked at.
    private static async Task<int> LeaseAsync(OnboardingContext context, OutboxPick pick, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var ids = await LockDueAsync(context, pick, now, cancellationToken);
        var found = await context.OutboxMessages.AsNoTracking()
            .Where(message => ids.Contains(message.Id))
            .OrderBy(message => message.NextAttemptAt)
            .Select(message => new LeasedMessage(message.Id, message.CaseId, message.Kind, message.SubjectId, message.Attempts, until)
            {
                CreatedAt = message.CreatedAt,
                Resends = message.Resends,
                PartnerId = message.PartnerId,
            })
            .ToListAsync(cancellationToken);
        var picked = pick.Add(found).Select(message => message.Id).ToList();
        await context.OutboxMessages
            .Where(message => picked.Contains(message.Id))
            .ExecuteUpdateAsync(change => change.SetProperty(message => message.NextAttemptAt, until), cancellationToken);
        return found.Count;
    }

    // The rows stay locked until the commit. PostgreSQL passes over rows that another node has locked, and looks again at
    // a row that changed since the statement began, so two nodes never lease the same message.
    private static Task<List<Guid>> LockDueAsync(OnboardingContext context, OutboxPick pick, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var partners = pick.FullPartners.ToArray();
        var kinds = pick.FullKinds.Select(kind => kind.ToString()).ToArray();
        var underWay = pick.UnderWay;
        return context.Database.IsNpgsql()
            ? context.Database.SqlQuery<Guid>($"""
                SELECT m."Id" AS "Value"
                FROM "OutboxMessages" m
                LEFT JOIN "Cases" c ON c."Id" = m."CaseId"
                WHERE m."FinishedAt" IS NULL AND m."SetAsideAt" IS NULL AND m."NextAttemptAt" <= {now} AND c."Hold_Since" IS NULL
                  AND NOT EXISTS (
                    SELECT 1 FROM "OutboxMessages" e
                    WHERE e."CaseId" = m."CaseId" AND e."FinishedAt" IS NULL AND e."SetAsideAt" IS NULL AND e."Position" < m."Position"
                      AND (e."PartnerId" IS NULL) = (m."PartnerId" IS NULL))
                  AND m."Id" <> ALL ({underWay})
                  AND CASE WHEN m."PartnerId" IS NULL THEN m."Kind" <> ALL ({kinds}) ELSE m."PartnerId" <> ALL ({partners}) END
                ORDER BY m."NextAttemptAt"
                LIMIT {pick.Free}
                FOR UPDATE OF m SKIP LOCKED
                """).ToListAsync(cancellationToken)
            : Due(context, pick, now)
                .OrderBy(message => message.NextAttemptAt)
                .Take(pick.Free)
                .Select(message => message.Id)
                .ToListAsync(cancellationToken);
    }

    // Most of the time nothing is due. Looking costs a read; taking costs the one place at the database's gate.
    private async Task<bool> IsAnythingDueAsync(DateTimeOffset now, OutboxPick pick, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await Due(context, pick, now).AnyAsync(cancellationToken);
    }

    /// <summary>What may be sent, to receivers that have room.</summary>
    internal static IQueryable<OutboxMessage> Due(OnboardingContext context, OutboxPick pick, DateTimeOffset now)
    {
        var partners = pick.FullPartners;
        var kinds = pick.FullKinds;
        var underWay = pick.UnderWay;

        // Without the two questions about null, "equal or both null" would be asked, for which no index serves: each waiting
        // message would be compared with every other one.
        return context.OutboxMessages
            .Where(message => message.FinishedAt == null && message.SetAsideAt == null && message.NextAttemptAt <= now)
            .Where(message => !context.OutboxMessages.Any(earlier =>
                earlier.CaseId != null && message.CaseId != null && earlier.CaseId == message.CaseId && earlier.FinishedAt == null && earlier.SetAsideAt == null && earlier.Position < message.Position
                && (earlier.PartnerId == null) == (message.PartnerId == null)))
            .Where(message => !underWay.Contains(message.Id))
            .Where(message => message.CaseId == null || context.Cases.Any(item => item.Id == message.CaseId && item.Hold == null))
            .Where(message => message.PartnerId == null ? !kinds.Contains(message.Kind) : !partners.Contains(message.PartnerId.Value));
    }

    // A message to the applicant that is given up becomes work in the same transaction, so that nobody has to look for it.
    private Task EndAttemptAsync(LeasedMessage message, bool isLast, Action<OutboxMessage, DateTimeOffset> change, CancellationToken cancellationToken) =>
        isLast && message.CaseId is { } caseId && ApplicantMessages.MustArrive(message.Kind)
            ? writer.ActAsync(
                new CaseTarget(caseId, null),
                Sender,
                async (work, scope) =>
                {
                    if (await FindAsync(scope, message, ownLeaseOnly: true, cancellationToken) is { } row)
                    {
                        change(row, work.Now);
                        work.RaiseConcern(ConcernKind.MessageNotDelivered);
                    }

                    return null;
                },
                cancellationToken)
            : ChangeAsync(message, ownLeaseOnly: true, change, cancellationToken);

    private static async Task<OutboxMessage?> FindAsync(WriteScope scope, LeasedMessage message, bool ownLeaseOnly, CancellationToken cancellationToken)
    {
        var row = await scope.Context.OutboxMessages.SingleOrDefaultAsync(item => item.Id == message.Id, cancellationToken);
        return row is { FinishedAt: null } && (!ownLeaseOnly || row.NextAttemptAt == message.LeasedUntil) ? row : null;
    }

    private Task<Result<Done>> ChangeAsync(LeasedMessage message, bool ownLeaseOnly, Action<OutboxMessage, DateTimeOffset> change, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                if (await FindAsync(scope, message, ownLeaseOnly, cancellationToken) is { } row)
                {
                    change(row, Instant.Now(clock));

                    // The page of the case shows the messages to the applicant, and when the activation is tried again.
                    if (row.CaseId is { } caseId && (row.Kind == OutboxKind.ActivateService || ApplicantMessages.Includes(row.Kind)))
                    {
                        await scope.TellAsync(caseId, cancellationToken);
                    }
                }

                return Done.Instance;
            },
            cancellationToken);

    private sealed record Batch(IReadOnlyList<LeasedMessage> Messages);
}
