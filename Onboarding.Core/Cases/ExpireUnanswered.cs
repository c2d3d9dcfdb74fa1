using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>
/// Reminds applicants who owe an answer, and lets a case expire when the period is over (path of a case: "no reply in
/// time → reminders, then Expired"). Called by a job; running twice changes nothing.
/// </summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="sla">Calendar and periods.</param>
/// <param name="clock">Clock.</param>
public sealed class ExpireUnansweredHandler(CaseWriter writer, OnboardingContextFactory contexts, SlaPolicyProvider sla, TimeProvider clock) : IUseCase
{
    /// <summary>At most this many in one call; the caller calls again after a full batch.</summary>
    public const int BatchSize = 200;

    /// <summary>Handles what is due now; answers how many cases were reminded or expired.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var policy = await sla.GetAsync(cancellationToken);
        var now = Instant.Now(clock);
        var remindBefore = now - TimeSpan.FromDays(policy.Settings.RemindEveryDays);
        await using var context = contexts.CreateDbContext();
        var due = await context.Clarifications.AsNoTracking()
            .Where(question => question.ClosedAt == null)
            .Where(question => question.AnswerBy <= now || (question.LastReminderAt ?? question.AskedAt) <= remindBefore)
            .Join(context.Cases.Where(item => item.Hold == null), question => question.CaseId, item => item.Id, (question, _) => question)
            .OrderBy(question => question.AnswerBy)
            .Take(BatchSize)
            .Select(question => question.CaseId)
            .ToListAsync(cancellationToken);

        return await CaseSweep.ActAsync(due, caseId => writer.ActAsync(
            new CaseTarget(caseId, null),
            Actor.System("ExpireUnanswered"),
            (work, scope) => ExpireOrRemindAsync(work, scope, remindBefore, cancellationToken),
            cancellationToken));
    }

    private static async Task<Refusal?> ExpireOrRemindAsync(CaseWork work, WriteScope scope, DateTimeOffset remindBefore, CancellationToken cancellationToken)
    {
        if (work.Case.OpenClarification is not { } question || work.Case.Hold is not null)
        {
            return null;
        }

        if (question.AnswerBy <= work.Now)
        {
            return await CaseEnding.EndAsync(work, scope, CaseAction.Expire, reason: null, OutboxKind.MailExpired, cancellationToken);
        }

        if ((question.LastReminderAt ?? question.AskedAt) <= remindBefore)
        {
            question.RecordReminder(work.Now);
            work.Record(new AuditEntry("Question.Remind") { Details = $$"""{"reminder":{{question.RemindersSent}}}""" });
            work.Send(OutboxKind.MailReminder, question.Id);
        }

        return null;
    }
}
