using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Printing;

/// <summary>Stops a bulk print.</summary>
/// <param name="RequestId">Which.</param>
public sealed record CancelPrinting(Guid RequestId);

/// <summary>Handles <see cref="CancelPrinting"/>: for whoever started it.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="feed">Told of it.</param>
/// <param name="clock">Clock.</param>
public sealed class CancelPrintingHandler(UnitOfWork unitOfWork, PrintFeed feed, TimeProvider clock) : IUseCase
{
    /// <summary>Asks it to stop; it does so after the report at hand.</summary>
    public async Task<Result<Done>> HandleAsync(CancelPrinting command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.Supervisor))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        var written = await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                // Never beside the printer, who counts in the same row.
                await scope.LockSubmissionAsync(command.RequestId, cancellationToken);
                var row = await scope.Context.PrintRequests
                    .SingleOrDefaultAsync(item => item.Id == command.RequestId && item.FormId == null && item.RequestedById == actor.Id, cancellationToken);
                if (row is null)
                {
                    return new NotFound(RefusalCode.RecordNotFound);
                }

                if (!row.IsOpen)
                {
                    return new Conflict(RefusalCode.PrintNotOpen);
                }

                row.Cancel(Instant.Now(clock));
                return Done.Instance;
            },
            cancellationToken);
        feed.Publish(command.RequestId);
        return written;
    }
}
