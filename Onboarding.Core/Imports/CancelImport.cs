using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Imports;

/// <summary>Stops an import after the row at hand. What was registered stays.</summary>
/// <param name="BatchId">Which import.</param>
public sealed record CancelImport(Guid BatchId);

/// <summary>Handles <see cref="CancelImport"/>.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="feed">Told of the change.</param>
/// <param name="clock">Clock.</param>
public sealed class CancelImportHandler(UnitOfWork unitOfWork, ImportProgressFeed feed, TimeProvider clock) : IUseCase
{
    /// <summary>Asks it to stop; asking twice changes nothing more.</summary>
    public async Task<Result<Done>> HandleAsync(CancelImport command, Actor actor, CancellationToken cancellationToken)
    {
        var cancelled = await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                if (!actor.Has(ActorRole.CustomerService))
                {
                    return new NotAllowed(RefusalCode.RoleNotAllowed);
                }

                // Between two rows, so that none is half counted.
                await scope.LockSubmissionAsync(command.BatchId, cancellationToken);
                if (await scope.Context.ImportBatches.SingleOrDefaultAsync(item => item.Id == command.BatchId, cancellationToken) is not { } batch)
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                if (batch.CancelRequestedAt is not null || batch.State == ImportState.Cancelled)
                {
                    return Done.Instance;
                }

                if (!batch.MayCancel)
                {
                    return new Conflict(RefusalCode.ImportNotReady);
                }

                var now = Instant.Now(clock);
                batch.RequestCancel(now);
                await scope.RecordAsync(
                    new AuditEntry("Import.Cancel") { Details = $$"""{"import":"{{batch.Id:N}}","registered":{{batch.Registered}}}""" },
                    actor, SequentialId.New(clock), now, cancellationToken);
                return Done.Instance;
            },
            cancellationToken);
        feed.Publish(command.BatchId, isMoved: true);
        return cancelled;
    }
}
