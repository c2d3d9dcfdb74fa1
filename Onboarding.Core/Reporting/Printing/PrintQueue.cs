using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Reporting.Printing;

/// <summary>
/// Hands out print requests, one to one node at a time. A request is leased while it is printed: when its node dies, the lease
/// ends and another takes it up. Single forms go before bulk prints, so that nobody waits behind two hundred pages.
/// </summary>
/// <param name="contexts">Makes contexts for looking.</param>
/// <param name="unitOfWork">The write path.</param>
/// <param name="settings">How long a lease lasts.</param>
/// <param name="feed">Told of changes.</param>
/// <param name="clock">Clock.</param>
public sealed class PrintQueue(OnboardingContextFactory contexts, UnitOfWork unitOfWork, PrintSettings settings, PrintFeed feed, TimeProvider clock)
{
    /// <summary>Takes the next request, or null when none is due.</summary>
    internal async Task<PrintRequest?> TakeAsync(CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken) is { } id)
        {
            var taken = await unitOfWork.WriteAsync<PrintRequest>(
                async scope =>
                {
                    var now = Instant.Now(clock);
                    var row = await scope.Context.PrintRequests.SingleAsync(item => item.Id == id, cancellationToken);
                    if (!row.IsDue(now))
                    {
                        return new Conflict(RefusalCode.VersionConflict);
                    }

                    if (row.IsStuck && await GiveUpReportAsync(scope.Context, row.Id, cancellationToken))
                    {
                        row.PassOver();
                    }

                    row.TakeUp(SequentialId.New(clock), settings.Lease, now);
                    return row;
                },
                cancellationToken);
            feed.Publish(id);
            if (taken is { IsDone: true, Value.State: PrintState.Printing })
            {
                return taken.Value;
            }
        }

        return null;
    }

    /// <summary>It cannot be printed.</summary>
    internal Task FailAsync(PrintRequest request, PrintFailure failure, CancellationToken cancellationToken) =>
        ChangeAsync(request, (row, now) => row.Fail(failure, now), cancellationToken);

    /// <summary>Others have their turn first, or the portal stops.</summary>
    internal Task PutBackAsync(PrintRequest request, CancellationToken cancellationToken) =>
        ChangeAsync(request, (row, now) => row.PutBack(now), cancellationToken);

    /// <summary>It was asked to stop and stops.</summary>
    internal Task StopAsync(PrintRequest request, CancellationToken cancellationToken) =>
        ChangeAsync(request, (row, now) => row.Stop(now), cancellationToken);

    // Whatever a report does to its node, a process that dies included: it alone is given up, as long as there is another one to print or to keep.
    private static async Task<bool> GiveUpReportAsync(OnboardingContext context, Guid requestId, CancellationToken cancellationToken)
    {
        var items = context.PrintItems.Where(item => item.RequestId == requestId);
        var atHand = await items.Where(item => item.State == PrintItemState.Waiting).OrderBy(item => item.Number).FirstOrDefaultAsync(cancellationToken);
        if (atHand is null
            || !await items.AnyAsync(
                item => item.Number != atHand.Number && (item.State == PrintItemState.Waiting || item.State == PrintItemState.Printed), cancellationToken))
        {
            return false;
        }

        atHand.Settle(PrintItemState.GivenUp);
        return true;
    }

    // Only while it is this node's: who was thought dead must not undo what the next one did.
    private async Task ChangeAsync(PrintRequest request, Action<PrintRequest, DateTimeOffset> change, CancellationToken cancellationToken)
    {
        await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                await scope.LockSubmissionAsync(request.Id, cancellationToken);
                var row = await scope.Context.PrintRequests.SingleAsync(item => item.Id == request.Id, cancellationToken);
                if (row.IsHeldBy(request))
                {
                    change(row, Instant.Now(clock));
                }

                return Done.Instance;
            },
            cancellationToken);
        feed.Publish(request.Id);
    }

    private async Task<Guid?> NextAsync(CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        await using var context = contexts.CreateDbContext();
        return await context.PrintRequests.AsNoTracking()
            .Where(request => request.State == PrintState.Waiting || (request.State == PrintState.Printing && request.LeasedUntil < now))
            .OrderBy(request => request.FormId == null).ThenBy(request => request.StateAt).ThenBy(request => request.Id)
            .Select(request => (Guid?)request.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
