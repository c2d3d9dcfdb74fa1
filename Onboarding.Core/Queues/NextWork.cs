using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>A work item that somebody may take.</summary>
/// <param name="WorkItemId">The work item.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="UrgencyAt">Its place among all.</param>
internal sealed record NextWorkItem(Guid WorkItemId, Guid CaseId, DateTimeOffset UrgencyAt);

/// <summary>
/// What one person may take, in the one order that counts: by due time, whatever the queue, product or applicant. Work that
/// comes later is due later than what was due when it came, so it never goes before that, and nothing can starve.
/// </summary>
internal static class NextWork
{
    /// <summary>The first of all queues together.</summary>
    /// <param name="context">The database.</param>
    /// <param name="queues">Queues that the person works.</param>
    /// <param name="actor">The person.</param>
    /// <param name="now">The present instant (UTC).</param>
    /// <param name="size">How many of each queue.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<List<NextWorkItem>> ReadAsync(
        OnboardingContext context, IReadOnlyList<WorkQueue> queues, Actor actor, DateTimeOffset now, int size, CancellationToken cancellationToken)
    {
        // One queue after the other: each is read over the index in its order, which no query over several queues is.
        var found = new List<NextWorkItem>();
        foreach (var queue in queues)
        {
            found.AddRange(await In(context, queue, actor, now).Take(size)
                .Select(item => new NextWorkItem(item.Id, item.CaseId, item.UrgencyAt)).ToListAsync(cancellationToken));
        }

        return [.. found.OrderBy(item => item.UrgencyAt).ThenBy(item => item.WorkItemId)];
    }

    /// <summary>What this person may take out of one queue, most urgent first: the rules of <see cref="WorkItemRules"/>, as a condition.</summary>
    public static IQueryable<WorkItem> In(OnboardingContext context, WorkQueue queue, Actor actor, DateTimeOffset now)
    {
        var items = context.WorkItems.AsNoTracking()
            .Where(item => item.Queue == queue && item.ClosedAt == null && item.State == WorkItemState.Open)
            .Where(item => item.SnoozedUntil == null || item.SnoozedUntil <= now)
            .Where(item => context.Cases.Any(owner => owner.Id == item.CaseId && owner.Hold == null));
        if (queue == WorkQueue.Approval)
        {
            items = items.Where(item => !context.Cases.Any(owner => owner.Id == item.CaseId && owner.Participations.Any(entry => entry.StaffId == actor.Id)));
        }
        else
        {
            items = items.Where(item => item.Concern != ConcernKind.Objection
                || !context.Cases.Any(owner => owner.Id == item.CaseId && owner.Decisions.Any(entry => entry.ById == actor.Id && entry.Outcome == DecisionOutcome.Rejected)));
        }

        return items.OrderBy(item => item.UrgencyAt).ThenBy(item => item.Id);
    }
}
