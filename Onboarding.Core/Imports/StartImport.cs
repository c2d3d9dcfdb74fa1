using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Imports;

/// <summary>Lets an import run after its dry run, or go on from where it stopped.</summary>
/// <param name="BatchId">Which import.</param>
/// <param name="LeavesOutErrors">The person has seen that rows with errors are left out; required when there are any.</param>
public sealed record StartImport(Guid BatchId, bool LeavesOutErrors);

/// <summary>Handles <see cref="StartImport"/>.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="feed">Told of the change.</param>
/// <param name="clock">Clock.</param>
public sealed class StartImportHandler(UnitOfWork unitOfWork, ImportProgressFeed feed, TimeProvider clock) : IUseCase
{
    /// <summary>Marks it as due; whoever looks after imports takes it up.</summary>
    public async Task<Result<Done>> HandleAsync(StartImport command, Actor actor, CancellationToken cancellationToken)
    {
        var started = await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                if (!actor.Has(ActorRole.CustomerService))
                {
                    return new NotAllowed(RefusalCode.RoleNotAllowed);
                }

                // Somebody may end it at this moment.
                await scope.LockSubmissionAsync(command.BatchId, cancellationToken);
                if (await scope.Context.ImportBatches.SingleOrDefaultAsync(item => item.Id == command.BatchId, cancellationToken) is not { } batch)
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                if (!batch.MayStart)
                {
                    return new Conflict(RefusalCode.ImportNotReady);
                }

                if (batch is { IsChecked: true, RowsWithErrors: > 0 } && !command.LeavesOutErrors)
                {
                    return new Invalid(nameof(StartImport.LeavesOutErrors), InputProblem.Required);
                }

                var now = Instant.Now(clock);
                batch.Start(actor, now);
                await scope.RecordAsync(
                    new AuditEntry("Import.Start") { Details = $$"""{"import":"{{batch.Id:N}}","rows":{{batch.Rows}},"errors":{{batch.RowsWithErrors}}}""" },
                    actor, SequentialId.New(clock), now, cancellationToken);
                return Done.Instance;
            },
            cancellationToken);
        feed.Publish(command.BatchId, isMoved: true);
        return started;
    }
}
