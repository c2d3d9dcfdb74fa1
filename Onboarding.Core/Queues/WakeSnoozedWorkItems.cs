using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>Brings back what was put aside until now. Called by a job; what compliance holds comes back after the hold.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="clock">Clock.</param>
public sealed class WakeSnoozedWorkItemsHandler(CaseWriter writer, OnboardingContextFactory contexts, TimeProvider clock) : IUseCase
{
    /// <summary>At most this many in one call; the caller calls again after a full batch.</summary>
    public const int BatchSize = 200;

    /// <summary>Brings back what is due; answers how many.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        await using var context = contexts.CreateDbContext();
        var due = await context.WorkItems.AsNoTracking()
            .Where(item => item.SnoozedUntil != null && item.SnoozedUntil <= now)
            .Where(item => context.Cases.Any(owner => owner.Id == item.CaseId && owner.Hold == null))
            .OrderBy(item => item.SnoozedUntil)
            .Take(BatchSize)
            .Select(item => new { item.CaseId, item.Id })
            .ToListAsync(cancellationToken);

        return await CaseSweep.ActAsync(due, item => writer.ActAsync(
            new CaseTarget(item.CaseId, null), Actor.System("WakeSnoozedWorkItems"), work => Wake(work, item.Id), cancellationToken));
    }

    // Meanwhile somebody may have brought it back, or put it aside for longer.
    private static Refusal? Wake(CaseWork work, Guid workItemId) =>
        work.Case.WorkItems.Single(item => item.Id == workItemId).SnoozedUntil is { } until && until <= work.Now
            ? WorkItemWriter.Apply(work, workItemId, WorkItemStep.Wake())
            : null;
}
