using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Aftercare;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>What a confirmed activation sets going, whoever confirms it: the answer to an order, a callback, or IT by hand.</summary>
internal static class ActivationSuccess
{
    /// <summary>Makes customer and case active, ends orders that still wait, orders the notice with the guide and plans the follow-ups.</summary>
    public static async Task<Refusal?> TakeAsync(
        CaseWork work, WriteScope scope, CaseAction action, string reference, string? evidence, CancellationToken cancellationToken)
    {
        if (work.Act(action, evidence) is { } refusal)
        {
            return refusal;
        }

        work.Case.Activate(reference, work.Now);
        await EndOrdersAsync(work, scope, cancellationToken);
        await CustomerSteps.ActivateAsync(work, scope, reference, cancellationToken);
        await FollowUpPlans.WriteAsync(work, scope, cancellationToken);
        work.Send(OutboxKind.MailActivated);
        work.SendText(OutboxKind.TextActivated);
        return null;
    }

    /// <summary>An order that waits for a callback stands before everything else the case has to send; now nobody waits for it.</summary>
    public static async Task EndOrdersAsync(CaseWork work, WriteScope scope, CancellationToken cancellationToken)
    {
        var waiting = await scope.Context.OutboxMessages
            .Where(message => message.CaseId == work.Case.Id && message.Kind == OutboxKind.ActivateService && message.FinishedAt == null)
            .ToListAsync(cancellationToken);
        waiting.ForEach(message => message.Finish(work.Now));
    }
}
