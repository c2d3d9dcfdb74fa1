using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Imports;

/// <summary>
/// Works on the import that has waited longest: its dry run, or its rows. What is due stands in the imports themselves, so after a
/// crash this goes on where the last commit was. The host calls it, one call at a time.
/// </summary>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="unitOfWork">The write path.</param>
/// <param name="check">The dry run.</param>
/// <param name="execution">The rows.</param>
/// <param name="feed">Told of changes.</param>
/// <param name="clock">Clock.</param>
public sealed class RunImportsHandler(
    OnboardingContextFactory contexts, UnitOfWork unitOfWork, ImportCheck check, ImportExecution execution, ImportProgressFeed feed, TimeProvider clock) : IUseCase
{
    /// <summary>How often one is taken up without a single row more, before it counts as failed.</summary>
    internal const int MostAttempts = 5;

    /// <summary>Works on one import until it rests; answers 1 when there was one, 0 when none is due.</summary>
    /// <param name="cancellationToken">The portal stops: ends after the row at hand.</param>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        if (await NextAsync(cancellationToken) is not { } id)
        {
            return 0;
        }

        var batch = await TakeUpAsync(id, cancellationToken);
        try
        {
            switch (batch?.State)
            {
                case ImportState.Uploaded:
                    await check.RunAsync(batch, cancellationToken);
                    break;
                case ImportState.Running:
                    await execution.RunAsync(batch, cancellationToken);
                    break;
            }
        }
        catch (DocumentUnreadableException)
        {
            await MoveAsync(id, ImportState.Failed, cancellationToken);
        }

        await StopWhereAskedAsync(id, cancellationToken);
        return 1;
    }

    private async Task<Guid?> NextAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.ImportBatches.AsNoTracking()
            .Where(batch => batch.State == ImportState.Uploaded || batch.State == ImportState.Running)
            .OrderBy(batch => batch.StateAt).ThenBy(batch => batch.Id)
            .Select(batch => (Guid?)batch.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<ImportBatch?> TakeUpAsync(Guid id, CancellationToken cancellationToken)
    {
        var taken = await unitOfWork.WriteAsync<ImportBatch>(
            async scope =>
            {
                var batch = await scope.Context.ImportBatches.SingleAsync(item => item.Id == id, cancellationToken);
                if (batch.CancelRequestedAt is not null)
                {
                    return new Conflict(RefusalCode.ImportNotReady);
                }

                batch.TakeUp(MostAttempts, Instant.Now(clock));
                return batch;
            },
            cancellationToken);
        return taken.IsDone ? taken.Value : null;
    }

    private async Task StopWhereAskedAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        if (await context.ImportBatches.AnyAsync(batch => batch.Id == id && batch.CancelRequestedAt != null, cancellationToken))
        {
            await MoveAsync(id, ImportState.Cancelled, cancellationToken);
        }
    }

    private async Task MoveAsync(Guid id, ImportState state, CancellationToken cancellationToken)
    {
        await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                await scope.LockSubmissionAsync(id, cancellationToken);
                var batch = await scope.Context.ImportBatches.SingleAsync(item => item.Id == id, cancellationToken);

                // What rests was moved by somebody else meanwhile, and may have been ended.
                if (batch.State is ImportState.Uploaded or ImportState.Running)
                {
                    batch.MoveTo(state, Instant.Now(clock));
                }

                return Done.Instance;
            },
            cancellationToken);
        feed.Publish(id, isMoved: true);
    }
}
