using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>
/// Marks late work items and mails the supervisors' common address (SOP: Supervisor Layanan, "pengawasan"); each supervisor's own notices are those of
/// <see cref="TakeEscalationStepsHandler"/>. Called by a job; each item is escalated once, and in working hours: nothing gets later outside of them.
/// </summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="sla">The working hours.</param>
/// <param name="clock">Clock.</param>
public sealed class EscalateLateWorkItemsHandler(CaseWriter writer, OnboardingContextFactory contexts, SlaPolicyProvider sla, TimeProvider clock) : IUseCase
{
    /// <summary>At most this many in one call; the caller calls again after a full batch.</summary>
    public const int BatchSize = 200;

    /// <summary>Escalates what is late now; answers how many.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        if (!(await sla.GetAsync(cancellationToken)).Calendar.IsWorkingTime(now))
        {
            return 0;
        }

        await using var context = contexts.CreateDbContext();
        var late = await context.WorkItems.AsNoTracking()
            .Where(item => item.ClosedAt == null && item.EscalatedAt == null && item.DueAt != null && item.DueAt < now)
            .OrderBy(item => item.DueAt)
            .Take(BatchSize)
            .Select(item => new { item.CaseId, item.Id })
            .ToListAsync(cancellationToken);

        return await CaseSweep.ActAsync(late, item => writer.ActAsync(
            new CaseTarget(item.CaseId, null), Actor.System("EscalateLateWorkItems"), work => Escalate(work, item.Id), cancellationToken));
    }

    private static Refusal? Escalate(CaseWork work, Guid workItemId)
    {
        var item = work.Case.WorkItems.Single(entry => entry.Id == workItemId);
        if (!item.IsLive || item.EscalatedAt is not null || item.DueAt is null || item.DueAt >= work.Now)
        {
            return null;
        }

        if (WorkItemRules.Refuse(work.Facts, item.Facts, WorkItemAction.Escalate, work.Actor) is { } refusal)
        {
            return refusal;
        }

        item.MarkEscalated(work.Now);
        work.Note(item, WorkItemAction.Escalate, $$"""{"workItem":"{{item.Id:N}}"}""");
        work.Send(OutboxKind.MailEscalation, item.Id);
        return null;
    }
}
