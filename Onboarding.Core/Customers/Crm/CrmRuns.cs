using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Time;

namespace Onboarding.Core.Customers.Crm;

/// <summary>Hands runs to whoever carries them out, and keeps how far they are, so that a restart goes on from there.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="contexts">Makes contexts for looking.</param>
/// <param name="clock">Clock.</param>
public sealed class CrmRuns(UnitOfWork unitOfWork, OnboardingContextFactory contexts, TimeProvider clock)
{
    /// <summary>Records of a repeated sending that are taken at a time.</summary>
    public const int ResendBatch = 5;

    /// <summary>The states that a repeated sending goes through, in this order: what fails again on the way is not met twice.</summary>
    internal static IReadOnlyList<CrmState> ToResend { get; } = [CrmState.Failed, CrmState.Differs, CrmState.NotSent];

    /// <summary>The run to work on, under way from now on; null when there is none. One that somebody stopped is ended here.</summary>
    public async Task<CrmRun?> NextAsync(CancellationToken cancellationToken)
    {
        await using (var context = contexts.CreateDbContext())
        {
            if (!await Live(context).AnyAsync(cancellationToken))
            {
                return null;
            }
        }

        var next = await unitOfWork.WriteAsync<Taken>(
            async scope =>
            {
                var now = Instant.Now(clock);
                foreach (var run in await Live(scope.Context).OrderBy(run => run.Id).ToListAsync(cancellationToken))
                {
                    scope.Tell(CrmNotice.Of(run.Id));
                    if (run.CancelRequestedAt is null)
                    {
                        run.Begin();
                        return new Taken(run);
                    }

                    run.End(CrmRunState.Cancelled, now);
                }

                return new Taken(null);
            },
            cancellationToken);
        return next.IsDone ? next.Value.Run : null;
    }

    /// <summary>The next customers of a repeated sending; none when it is through.</summary>
    public async Task<IReadOnlyList<Guid>> BatchAsync(Guid runId, CancellationToken cancellationToken)
    {
        while (await FindAsync(runId, cancellationToken) is { IsLive: true } run && run.Step < ToResend.Count)
        {
            var state = ToResend[run.Step];
            var after = run.Cursor is { } place ? Guid.Parse(place) : Guid.Empty;
            await using var context = contexts.CreateDbContext();
            var ids = await context.CrmLinks
                .Where(link => link.State == state && link.CustomerId.CompareTo(after) > 0)
                .OrderBy(link => link.CustomerId)
                .Select(link => link.CustomerId)
                .Take(ResendBatch)
                .ToListAsync(cancellationToken);
            if (ids.Count > 0)
            {
                return ids;
            }

            await ChangeAsync(runId, (item, _) => item.Turn(), cancellationToken);
        }

        return [];
    }

    /// <summary>It got on.</summary>
    /// <param name="runId">Which run.</param>
    /// <param name="handled">Records dealt with.</param>
    /// <param name="failed">Those of them that could not be sent at once.</param>
    /// <param name="last">The last of them.</param>
    /// <param name="cancellationToken">Cancels until the commit.</param>
    /// <returns>False when somebody stopped it.</returns>
    public async Task<bool> AdvanceAsync(Guid runId, int handled, int failed, Guid last, CancellationToken cancellationToken) =>
        await ChangeAsync(runId, (run, _) => run.Advance(handled, failed, 0, last.ToString("D")), cancellationToken) is { CancelRequestedAt: null };

    /// <summary>It could not get on, through the fault of the CRM; the next attempt follows, or it is given up.</summary>
    public Task StumbleAsync(Guid runId, CrmReason reason, CancellationToken cancellationToken) =>
        ChangeAsync(runId, (run, now) => run.Stumble(reason, now), cancellationToken);

    /// <summary>It is through, or was stopped.</summary>
    public Task EndAsync(Guid runId, CancellationToken cancellationToken) => ChangeAsync(
        runId, (run, now) => run.End(run.CancelRequestedAt is null ? CrmRunState.Done : CrmRunState.Cancelled, now), cancellationToken);

    /// <summary>The runs that wait or are under way.</summary>
    internal static IQueryable<CrmRun> Live(OnboardingContext context) =>
        context.CrmRuns.Where(run => run.State == CrmRunState.Waiting || run.State == CrmRunState.Running);

    private async Task<CrmRun?> FindAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.CrmRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Id == runId, cancellationToken);
    }

    private async Task<CrmRun?> ChangeAsync(Guid runId, Action<CrmRun, DateTimeOffset> change, CancellationToken cancellationToken)
    {
        var changed = await unitOfWork.WriteAsync<Taken>(
            async scope =>
            {
                if (await Live(scope.Context).SingleOrDefaultAsync(run => run.Id == runId, cancellationToken) is not { } run)
                {
                    return new Taken(null);
                }

                change(run, Instant.Now(clock));
                scope.Tell(CrmNotice.Of(run.Id));
                return new Taken(run);
            },
            cancellationToken);
        return changed.IsDone ? changed.Value.Run : null;
    }

    private sealed record Taken(CrmRun? Run);
}
