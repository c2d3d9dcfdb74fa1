using Onboarding.Core.Stages.Stage4Approval;

namespace Onboarding.Portal.Integrations.Activation;

/// <summary>The embedded activation: the service is a row in the portal's own database.</summary>
/// <param name="services">Switches it.</param>
internal sealed class LocalServiceActivation(SwitchLocalServiceHandler services) : IServiceActivation
{
    /// <inheritdoc />
    public async Task<ActivationAnswer> SwitchOnAsync(ActivationOrder order, CancellationToken cancellation)
    {
        var result = await services.SwitchOnAsync(order, cancellation);
        return result.IsDone ? new ActivationConfirmed(result.Value) : throw new ActivationFailedException(result.Refusal.Code.ToString());
    }

    /// <inheritdoc />
    public Task SwitchOffAsync(ActivationOrder order, CancellationToken cancellation) => services.SwitchOffAsync(order.CaseId, cancellation);
}
