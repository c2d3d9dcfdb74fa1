using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Portal.Integrations.Activation;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Activation;

/// <summary>The connector to a real endpoint, on a real database, called as the outbox calls it.</summary>
internal sealed class ActivationBench
{
    /// <summary>The secret of the orders.</summary>
    public const string Key = "a key of the tests, long enough";

    private const string CallbackKey = "another key of the tests, long enough";

    /// <summary>Builds the connector.</summary>
    /// <param name="core">The core.</param>
    /// <param name="endpoint">The activation system.</param>
    /// <param name="clock">Clock of limits and breaks; the real one where it is not given.</param>
    /// <param name="takesCallbacks">Whether the system may call back.</param>
    public ActivationBench(CoreHost core, ActivationEndpoint endpoint, TimeProvider? clock = null, bool takesCallbacks = false)
    {
        clock ??= TimeProvider.System;
        Settings = new ActivationSettings
        {
            Endpoint = endpoint.Address + "?key=of-the-address",
            Key = Key,
            TimeoutSeconds = 2,
            BreakerFailures = 3,
            CallbackKey = takesCallbacks ? CallbackKey : null,
        };
        ActivationCircuit circuit = new(Settings, clock);
        ActivationExchanges exchanges = core.Get<ActivationExchanges>();
        Activation = new HttpServiceActivation(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }), Settings, circuit, exchanges, clock);
        Delivery = new ActivationDelivery(
            core.Get<ActivationOrders>(), Activation, core.Get<ConfirmActivationHandler>(), core.Get<ReportActivationFailureHandler>(), exchanges, Settings, core.Clock);
    }

    /// <summary>Its settings.</summary>
    public ActivationSettings Settings { get; }

    /// <summary>The connector.</summary>
    public HttpServiceActivation Activation { get; }

    /// <summary>What the outbox calls.</summary>
    public ActivationDelivery Delivery { get; }

    /// <summary>An order of no case.</summary>
    public static ActivationOrder Order() =>
        new(Guid.CreateVersion7(CoreHost.Start), Guid.CreateVersion7(CoreHost.Start), "ONB-2026-000001", "INTERNET-RUMAH", "CUS-2026-000001", IsOnHold: false);

    /// <summary>Approves a case and takes its order out of the outbox.</summary>
    public static async Task<(CaseState State, LeasedMessage Message)> OrderedAsync(CoreHost core)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        CaseState state = await core.Cases.ActivatingAsync();
        OutboxQueue queue = core.Get<OutboxQueue>();
        await queue.FinishAsync((await queue.TakeAsync(1, TimeSpan.FromMinutes(1), token)).Single(), token);
        LeasedMessage message = (await queue.TakeAsync(1, TimeSpan.FromMinutes(1), token)).Single();
        message.Kind.ShouldBe(OutboxKind.ActivateService);
        return (state, message);
    }
}
