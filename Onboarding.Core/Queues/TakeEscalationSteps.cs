using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Notifications;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>
/// Tells people of work that takes long, by the steps of <see cref="EscalationPlan"/>: each step of a work item once, none while its clock stands,
/// and outside of working hours only where the step says so. The first step that reaches the supervisors escalates the work: from then on its row and the
/// trail say so, and the supervisors' common address is written to. The version of the case stays, so that it is in nobody's way who works on it. Called by a job.
/// </summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="plans">The steps.</param>
/// <param name="sla">Targets and working hours.</param>
/// <param name="staff">Who the supervisors are.</param>
/// <param name="clock">Clock.</param>
public sealed class TakeEscalationStepsHandler(
    CaseWriter writer, OnboardingContextFactory contexts, EscalationPlanHandler plans, SlaPolicyProvider sla, IStaffPresence staff, TimeProvider clock) : IUseCase
{
    /// <summary>At most this many in one call; the caller calls again after a full batch.</summary>
    public const int BatchSize = 200;

    /// <summary>Who escalates, in the trail.</summary>
    internal static readonly Actor Taker = Actor.System("TakeEscalationSteps");

    /// <summary>Takes the steps that are reached now; answers for how many work items.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        var policy = await sla.GetAsync(cancellationToken);
        var isOpen = policy.Calendar.IsWorkingTime(now);
        List<EscalationStep> steps = [.. (await plans.ReadAsync(cancellationToken)).Steps.Where(step => isOpen || step.AtAnyTime)];
        var reached = await FindAsync(steps, policy, now, cancellationToken);
        if (reached.Count == 0)
        {
            return 0;
        }

        var supervisors = await staff.WorkersAsync(ActorRole.Supervisor, cancellationToken);
        return await CaseSweep.ActAsync(reached, item => writer.ActAsync(
            new CaseTarget(item.CaseId, null), Taker, work => Take(work, item, steps, supervisors), cancellationToken));
    }

    // The latest step first: work that reached two of them since the last look is found once. Queues with the same target share a question.
    private async Task<List<Reached>> FindAsync(List<EscalationStep> steps, SlaPolicy policy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<Reached> found = [];
        await using var context = contexts.CreateDbContext();
        foreach (var step in steps.OrderByDescending(step => step.Percent))
        {
            foreach (var group in WorkQueues.All.GroupBy(info => policy.Target(info.Queue), info => info.Queue))
            {
                List<WorkQueue> queues = [.. group];
                var dueBy = step.ReachedWhenDueBy(group.Key, now, policy.Calendar);
                var known = found.ConvertAll(item => item.WorkItemId);
                var items = await context.WorkItems.AsNoTracking()
                    .Where(item => item.ClosedAt == null && item.DueAt != null && item.DueAt <= dueBy && item.ToldPercent < step.Percent)
                    .Where(item => queues.Contains(item.Queue) && !known.Contains(item.Id))
                    .OrderBy(item => item.DueAt)
                    .Take(BatchSize - found.Count)
                    .Select(item => new { item.CaseId, item.Id })
                    .ToListAsync(cancellationToken);
                found.AddRange(items.Select(item => new Reached(item.CaseId, item.Id, step.Percent, dueBy)));
                if (found.Count >= BatchSize)
                {
                    return found;
                }
            }
        }

        return found;
    }

    private static Refusal? Take(CaseWork work, Reached reached, List<EscalationStep> steps, IReadOnlyList<string> supervisors)
    {
        // Another node, or somebody who finished the work, may have been faster.
        var item = work.Case.WorkItems.Single(entry => entry.Id == reached.WorkItemId);
        if (!item.IsLive || item.DueAt is not { } due || due > reached.DueBy || item.ToldPercent >= reached.Percent)
        {
            return new NotFound(RefusalCode.WorkItemNotFound);
        }

        if (WorkItemRules.Refuse(work.Facts, item.Facts, WorkItemAction.Escalate, work.Actor) is { } refusal)
        {
            return refusal;
        }

        List<EscalationStep> taken = [.. steps.Where(step => step.Percent > item.ToldPercent && step.Percent <= reached.Percent)];
        work.Tell(Notices(work, item, taken, supervisors));
        if (item.ToldPercent == 0)
        {
            // The first step changes how the row looks, wherever it is on a screen.
            work.Touch(item.Queue);
        }

        item.MarkTold(reached.Percent);
        if (item.EscalatedAt is null && taken.Exists(step => step.TellsSupervisors))
        {
            work.Escalate(item);
        }

        return null;
    }

    // The latest of the steps that reach somebody is what they are told of.
    private static IEnumerable<Notice> Notices(CaseWork work, WorkItem item, List<EscalationStep> taken, IReadOnlyList<string> supervisors)
    {
        if (item.AssigneeId is { } holder && taken.FindLast(step => step.TellsAssignee) is { } own)
        {
            yield return Make(holder, own.Percent < 100 ? NoticeKind.DueSoon : NoticeKind.Late, own.Percent);
        }

        if (taken.FindLast(step => step.TellsSupervisors) is { } last)
        {
            foreach (var supervisor in supervisors)
            {
                yield return Make(supervisor, NoticeKind.Escalated, last.Percent);
            }
        }

        Notice Make(string person, NoticeKind kind, int percent) =>
            new(work.NewId(), person, kind, Notice.CauseOf(kind, item.Id, percent), work.Case.Number, work.Now) { Queue = item.Queue, Status = work.Case.Status };
    }

    private sealed record Reached(Guid CaseId, Guid WorkItemId, int Percent, DateTimeOffset DueBy);
}
