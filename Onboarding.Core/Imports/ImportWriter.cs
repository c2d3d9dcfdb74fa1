using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Imports;

/// <summary>The gate through which people change an import: Customer Service alone, one after the other, with an audit event.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="feed">Told of the change.</param>
/// <param name="clock">Clock.</param>
public sealed class ImportWriter(UnitOfWork unitOfWork, ImportProgressFeed feed, TimeProvider clock)
{
    /// <summary>Does one step on an import.</summary>
    /// <param name="batchId">Which import.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="step">
    /// Changes the import at this instant (UTC): answers the event to record, null when there is nothing to do, or a refusal.
    /// </param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    internal async Task<Result<Done>> ActAsync(
        Guid batchId, Actor actor, Func<ImportBatch, DateTimeOffset, (AuditEntry? Entry, Refusal? Refusal)> step, CancellationToken cancellationToken)
    {
        var written = await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                if (!actor.Has(ActorRole.CustomerService))
                {
                    return new NotAllowed(RefusalCode.RoleNotAllowed);
                }

                // Between two rows, so that none is half counted, and never beside somebody who stops, ends or starts it at this moment.
                await scope.LockSubmissionAsync(batchId, cancellationToken);
                if (await scope.Context.ImportBatches.SingleOrDefaultAsync(item => item.Id == batchId, cancellationToken) is not { } batch)
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                var now = Instant.Now(clock);
                var (entry, refusal) = step(batch, now);
                if (refusal is not null)
                {
                    return refusal;
                }

                if (entry is not null)
                {
                    await scope.RecordAsync(entry, actor, SequentialId.New(clock), now, cancellationToken);
                }

                return Done.Instance;
            },
            cancellationToken);
        feed.Publish(batchId, isMoved: true);
        return written;
    }
}
