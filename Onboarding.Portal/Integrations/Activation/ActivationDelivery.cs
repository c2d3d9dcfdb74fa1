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
/// <param name="exchanges">What was said before.</param>
/// <param name="settings">How long is waited.</param>
/// <param name="clock">Clock.</param>
internal sealed class ActivationDelivery(
    ActivationOrders orders,
    IServiceActivation activation,
    ConfirmActivationHandler confirm,
    ReportActivationFailureHandler report,
    ActivationExchanges exchanges,
    ActivationSettings settings,
    TimeProvider clock)
{
    /// <summary>After this many failed attempts IT gets a work item; about ten minutes.</summary>
    public const int AttemptsBeforeReport = 5;

    /// <summary>So often an order is taken without a callback before IT gets a work item.</summary>
    public const int AcceptancesBeforeReport = 3;

    // An order that only waits for the circuit counts no attempts; after this time IT gets to know of it all the same.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);
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
            return await activation.SwitchOnAsync(order, cancellation) is ActivationConfirmed confirmed
                ? After(await confirm.HandleAsync(new ConfirmActivation(order.CaseId, confirmed.Reference), System, cancellation))
                : await WaitForCallbackAsync(message, order, cancellation);
        }
        catch (ActivationFailedException failure) when (failure.Code == ActivationCircuit.OpenCode)
        {
            return clock.GetUtcNow() - message.CreatedAt < LongestWait ? new DeliveryDeferred(settings.Break) : await ReportAsync(order, failure.Code, cancellation);
        }
        catch (ActivationFailedException failure)
        {
            return message.FailedAttempts + 1 < AttemptsBeforeReport ? new DeliveryFailed(failure.Code) : await ReportAsync(order, failure.Code, cancellation);
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

    // The same order again is the question how it stands: the system knows its key.
    private async Task<DeliveryOutcome> WaitForCallbackAsync(LeasedMessage message, ActivationOrder order, CancellationToken cancellation) =>
        await exchanges.CountAcceptedAsync(order.IdempotencyKey, message.CreatedAt, cancellation) < AcceptancesBeforeReport
            ? new DeliveryDeferred(settings.CallbackWindow)
            : await ReportAsync(order, "NoCallback", cancellation);

    private async Task<DeliveryOutcome> ReportAsync(ActivationOrder order, string code, CancellationToken cancellation) =>
        After(await report.HandleAsync(new ReportActivationFailure(order.CaseId, code), System, cancellation));

    // A refusal other than these means that the case has moved on, by a withdrawal whose own order follows this one.
    private static DeliveryOutcome After<T>(Result<T> told) =>
        told.Refusal is { Code: RefusalCode.CaseOnHold or RefusalCode.VersionConflict } ? new DeliveryDeferred(HoldPause) : new Delivered();
}
