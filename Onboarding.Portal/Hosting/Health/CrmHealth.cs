using Microsoft.Extensions.Diagnostics.HealthChecks;
using Onboarding.Portal.Integrations.Crm;

namespace Onboarding.Portal.Hosting.Health;

/// <summary>Whether the external CRM failed in a row, so that customer records wait. Nothing is sent here to find out.</summary>
/// <param name="circuit">Knows.</param>
internal sealed class CrmHealth(CrmCircuit circuit) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(circuit.IsOpen ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy());
}
