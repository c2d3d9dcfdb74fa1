using Microsoft.Extensions.Diagnostics.HealthChecks;
using Onboarding.Portal.Integrations.Activation;

namespace Onboarding.Portal.Hosting.Health;

/// <summary>Whether the activation system failed in a row, so that orders wait. Nothing is ordered here to find out.</summary>
/// <param name="circuit">Knows.</param>
internal sealed class ActivationHealth(ActivationCircuit circuit) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(circuit.IsOpen ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy());
}
