using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage5FollowUp;

/// <summary>
/// Turns follow-ups that fell due into work items of Customer Service (SOP stage 5). Called by a job. The follow-up's
/// row is the truth, written with the activation, so that none can be lost and none is opened twice.
/// </summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="clock">Clock.</param>
public sealed class OpenDueFollowUpsHandler(CaseWriter writer, OnboardingContextFactory contexts, TimeProvider clock) : IUseCase
{
    /// <summary>At most this many in one call; the caller calls again after a full batch.</summary>
    public const int BatchSize = 200;

    /// <summary>Opens what is due now; answers how many.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        await using var context = contexts.CreateDbContext();
        var due = await context.FollowUps.AsNoTracking()
            .Where(followUp => followUp.OpenedAt == null && followUp.DueAt <= now)
            .Join(context.Cases.Where(item => item.Hold == null && item.Status == CaseStatus.Active), followUp => followUp.CaseId, item => item.Id, (followUp, _) => followUp)
            .Where(followUp => !context.WorkItems.Any(item => item.CaseId == followUp.CaseId && item.Concern == null && item.ClosedAt == null))
            .Where(followUp => !context.FollowUps.Any(earlier => earlier.CaseId == followUp.CaseId && earlier.OpenedAt == null
                && (earlier.DueAt < followUp.DueAt || (earlier.DueAt == followUp.DueAt && earlier.Step < followUp.Step))))
            .OrderBy(followUp => followUp.DueAt)
            .Take(BatchSize)
            .Select(followUp => new { followUp.CaseId, followUp.Id })
            .ToListAsync(cancellationToken);

        return await CaseSweep.ActAsync(due, followUp => writer.ActAsync(
            new CaseTarget(followUp.CaseId, null), Actor.System("OpenDueFollowUps"), work => Open(work, followUp.Id), cancellationToken));
    }

    private static Refusal? Open(CaseWork work, Guid followUpId)
    {
        var followUp = work.Case.FollowUps.Single(item => item.Id == followUpId);
        if (work.Case.Status != CaseStatus.Active || followUp.OpenedAt is not null || followUp.DueAt > work.Now || work.Case.LiveWorkItem is not null)
        {
            return null;
        }

        if (work.Act(CaseAction.OpenFollowUp) is { } refusal)
        {
            return refusal;
        }

        followUp.Open(work.Now);
        work.OpenWorkItem(WorkQueue.FollowUp);
        return null;
    }
}
