using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Clarifications;

/// <summary>
/// Reminds applicants who owe an answer, and lets a case expire when the period is over (path of a case: "no reply in
/// time → reminders, then Expired"). Called by a job; running twice changes nothing.
/// </summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="clock">Clock.</param>
public sealed class ExpireUnansweredHandler(CaseWriter writer, OnboardingContextFactory contexts, TimeProvider clock) : IUseCase
{
    /// <summary>At most this many in one call; the caller calls again after a full batch.</summary>
    public const int BatchSize = 200;

    /// <summary>Handles what is due now; answers how many cases were reminded or expired.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        await using var context = contexts.CreateDbContext();
        var due = await context.Clarifications.AsNoTracking()
            .Where(round => round.ClosedAt == null && round.NextStepAt <= now)
            .Join(context.Cases.Where(item => item.Hold == null), round => round.CaseId, item => item.Id, (round, _) => round)
            .OrderBy(round => round.NextStepAt)
            .Take(BatchSize)
            .Select(round => round.CaseId)
            .ToListAsync(cancellationToken);

        return await CaseSweep.ActAsync(due, caseId => writer.ActAsync(
            new CaseTarget(caseId, null),
            Actor.System("ExpireUnanswered"),
            (work, scope) => ExpireOrRemindAsync(work, scope, cancellationToken),
            cancellationToken));
    }

    private static async Task<Refusal?> ExpireOrRemindAsync(CaseWork work, WriteScope scope, CancellationToken cancellationToken)
    {
        if (work.Case.OpenClarification is not { } round || work.Case.Hold is not null)
        {
            return null;
        }

        if (round.AnswerBy <= work.Now)
        {
            return await CaseEnding.EndAsync(work, scope, CaseAction.Expire, reason: null, OutboxKind.MailExpired, cancellationToken);
        }

        // Another run may have been here since the rows were read.
        if (round.NextStepAt <= work.Now)
        {
            round.RecordReminder(work.Now, work.Policy.RemindAt(work.Now));
            work.Record(new AuditEntry("Question.Remind") { Details = $$"""{"reminder":{{round.RemindersSent}}}""" });
            work.Send(OutboxKind.MailReminder, round.Id);
        }

        return null;
    }
}
