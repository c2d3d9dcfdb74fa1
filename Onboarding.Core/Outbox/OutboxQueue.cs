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
    /// <param name="limit">At most this many.</param>
    /// <param name="lease">How long this process may take to send them.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<LeasedMessage>> TakeAsync(int limit, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        if (!await IsAnythingDueAsync(now, cancellationToken))
        {
            return [];
        }

        var until = now + lease;
        var taken = await unitOfWork.WriteAsync<Batch>(
            async scope =>
            {
                var ids = await LockDueAsync(scope.Context, limit, now, cancellationToken);
                await scope.Context.OutboxMessages
                    .Where(message => ids.Contains(message.Id))
                    .ExecuteUpdateAsync(change => change.SetProperty(message => message.NextAttemptAt, until), cancellationToken);
                return new Batch(await scope.Context.OutboxMessages.AsNoTracking()
                    .Where(message => ids.Contains(message.Id))
                    .OrderBy(message => message.CreatedAt)
                    .Select(message => new LeasedMessage(message.Id, message.CaseId, message.Kind, message.SubjectId, message.Attempts, until) { CreatedAt = message.CreatedAt })
                    .ToListAsync(cancellationToken));
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

    // The rows stay locked until the commit. PostgreSQL passes over rows that another node has locked, and looks again at
    // a row that changed since the statement began, so two nodes never lease the same message.
    private static Task<List<Guid>> LockDueAsync(OnboardingContext context, int limit, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.Database.IsNpgsql()
            ? context.Database.SqlQuery<Guid>($"""
                SELECT m."Id" AS "Value"
                FROM "OutboxMessages" m
                LEFT JOIN "Cases" c ON c."Id" = m."CaseId"
                WHERE m."FinishedAt" IS NULL AND m."SetAsideAt" IS NULL AND m."NextAttemptAt" <= {now} AND c."Hold_Since" IS NULL
                  AND NOT EXISTS (
                    SELECT 1 FROM "OutboxMessages" e
                    WHERE e."CaseId" = m."CaseId" AND e."FinishedAt" IS NULL AND e."SetAsideAt" IS NULL AND e."Position" < m."Position"
                      AND (e."PartnerId" IS NULL) = (m."PartnerId" IS NULL))
                ORDER BY m."NextAttemptAt"
                LIMIT {limit}
                FOR UPDATE OF m SKIP LOCKED
                """).ToListAsync(cancellationToken)
            : Due(context, now)
                .OrderBy(message => message.NextAttemptAt)
                .Take(limit)
                .Select(message => message.Id)
                .ToListAsync(cancellationToken);

    // Most of the time nothing is due. Looking costs a read; taking costs the one place at the database's gate.
    private async Task<bool> IsAnythingDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await Due(context, now).AnyAsync(cancellationToken);
    }

    private static IQueryable<OutboxMessage> Due(OnboardingContext context, DateTimeOffset now) => context.OutboxMessages
        .Where(message => message.FinishedAt == null && message.SetAsideAt == null && message.NextAttemptAt <= now)
        .Where(message => !context.OutboxMessages.Any(earlier =>
            earlier.CaseId == message.CaseId && earlier.FinishedAt == null && earlier.SetAsideAt == null && earlier.Position < message.Position
            && (earlier.PartnerId == null) == (message.PartnerId == null)))
        .Where(message => message.CaseId == null || context.Cases.Any(item => item.Id == message.CaseId && item.Hold == null));

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
                }

                return Done.Instance;
            },
            cancellationToken);

    private sealed record Batch(IReadOnlyList<LeasedMessage> Messages);
}
