using Onboarding.Core.Clarifications;
using Onboarding.Core.Customers;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>What ending a case before its service is active has in common, whoever ends it.</summary>
internal static class CaseEnding
{
    /// <summary>Ends the case, closes open questions and the customer record, and tells the applicant.</summary>
    public static async Task<Refusal?> EndAsync(
        CaseWork work, WriteScope scope, CaseAction action, string? reason, OutboxKind mail, CancellationToken cancellationToken, Guid? subjectId = null,
        string? details = null)
    {
        var wasActivating = work.Case.Status == CaseStatus.Activating;
        if (work.Act(action, reason, details) is { } refusal)
        {
            return refusal;
        }

        work.Case.OpenClarification?.CloseUnanswered(ClarificationOutcome.Unanswered, work.Now);
        await CustomerSteps.EndAsync(work, scope, cancellationToken);

        // The order within a case is kept, so this is sent after the activation that may already be under way.
        if (wasActivating)
        {
            work.Send(OutboxKind.DeactivateService);
        }

        work.Send(mail, subjectId);
        return null;
    }
}
