using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Imports;

/// <summary>
/// Ends an import that rests, for good: its file goes at once rather than when nobody comes back to it (UU PDP Pasal 43). The
/// cases that were made stay, and so does what is known of the rows.
/// </summary>
/// <param name="BatchId">Which import.</param>
public sealed record EndImport(Guid BatchId);

/// <summary>Handles <see cref="EndImport"/>.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="storage">The files.</param>
/// <param name="feed">Told of the change.</param>
/// <param name="clock">Clock.</param>
public sealed class EndImportHandler(UnitOfWork unitOfWork, ImportFileStorage storage, ImportProgressFeed feed, TimeProvider clock) : IUseCase
{
    /// <summary>Ends it and deletes its file; asking twice changes nothing more.</summary>
    public async Task<Result<Done>> HandleAsync(EndImport command, Actor actor, CancellationToken cancellationToken)
    {
        var ended = await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                if (!actor.Has(ActorRole.CustomerService))
                {
                    return new NotAllowed(RefusalCode.RoleNotAllowed);
                }

                // Somebody may let it go on at this moment.
                await scope.LockSubmissionAsync(command.BatchId, cancellationToken);
                if (await scope.Context.ImportBatches.SingleOrDefaultAsync(item => item.Id == command.BatchId, cancellationToken) is not { } batch)
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                if (batch.State == ImportState.Ended)
                {
                    return Done.Instance;
                }

                if (!batch.MayEnd)
                {
                    return new Conflict(RefusalCode.ImportNotReady);
                }

                var now = Instant.Now(clock);
                batch.End(now);
                await scope.RecordAsync(
                    new AuditEntry("Import.End") { Details = $$"""{"import":"{{batch.Id:N}}","registered":{{batch.Registered}},"rows":{{batch.Rows}}}""" },
                    actor, SequentialId.New(clock), now, cancellationToken);
                return Done.Instance;
            },
            cancellationToken);
        if (ended.IsDone)
        {
            // Without its key nobody can read it any more; what a crash leaves here is swept.
            storage.Delete(command.BatchId);
        }

        feed.Publish(command.BatchId, isMoved: true);
        return ended;
    }
}
