using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Integrations.Outbox;

namespace Onboarding.Portal.Integrations.Activation;

/// <summary>Sends the outbox's orders to the activation system and tells the core what came of them (SOP stage 4).</summary>
/// <param name="orders">Reads the orders.</param>
/// <param name="activation">The activation system.</param>
/// <param name="confirm">Makes the case active.</param>
/// <param name="report">Gives IT a work item.</param>
internal sealed class ActivationDelivery(
    ActivationOrders orders, IServiceActivation activation, ConfirmActivationHandler confirm, ReportActivationFailureHandler report)
{
    /// <summary>After this many failed attempts IT gets a work item; about ten minutes.</summary>
    public const int AttemptsBeforeReport = 5;

    private static readonly TimeSpan HoldPause = TimeSpan.FromMinutes(1);
    private static readonly Actor System = Actor.System("Activation");

    /// <summary>Switches the service on and confirms it to the core.</summary>
    public async Task<DeliveryOutcome> SwitchOnAsync(LeasedMessage message, CancellationToken cancellation)
    {
        if (message.SubjectId is not { } decision || await orders.FindAsync(message.CaseId!.Value, decision, cancellation) is not { } order)
        {
            return new NotNeeded();
        }

        if (order.IsOnHold)
        {
            return new DeliveryDeferred(HoldPause);
        }

        try
        {
            string reference = await activation.SwitchOnAsync(order, cancellation);
            return After(await confirm.HandleAsync(new ConfirmActivation(order.CaseId, reference), System, cancellation));
        }
        catch (ActivationFailedException failure)
        {
            return message.FailedAttempts + 1 < AttemptsBeforeReport
                ? new DeliveryFailed(failure.Code)
                : After(await report.HandleAsync(new ReportActivationFailure(order.CaseId, failure.Code), System, cancellation));
        }
    }

    /// <summary>Switches the service off that was being switched on when the applicant withdrew.</summary>
    public async Task<DeliveryOutcome> SwitchOffAsync(LeasedMessage message, CancellationToken cancellation)
    {
        if (await orders.FindWithdrawnAsync(message.CaseId!.Value, cancellation) is not { } order)
        {
            return new NotNeeded();
        }

        try
        {
            await activation.SwitchOffAsync(order, cancellation);
            return new Delivered();
        }
        catch (ActivationFailedException failure)
        {
            return new DeliveryFailed(failure.Code);
        }
    }

    // A refusal other than these means that the case has moved on, by a withdrawal whose own order follows this one.
    private static DeliveryOutcome After<T>(Result<T> told) =>
        told.Refusal is { Code: RefusalCode.CaseOnHold or RefusalCode.VersionConflict } ? new DeliveryDeferred(HoldPause) : new Delivered();
}
