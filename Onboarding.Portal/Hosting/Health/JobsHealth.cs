using Microsoft.Extensions.Diagnostics.HealthChecks;
using Onboarding.Portal.Jobs;

namespace Onboarding.Portal.Hosting.Health;

/// <summary>Whether the jobs do their work on this node: one failed run is an accident, three in a row are a fault.</summary>
/// <param name="history">How they ended.</param>
internal sealed class JobsHealth(JobHistory history) : IHealthCheck
{
    private const int Accidents = 2;

    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Dictionary<string, object> failing = history.Runs
            .Where(entry => entry.Value.FailuresInARow > Accidents)
            .ToDictionary(entry => entry.Key, entry => (object)entry.Value.FailuresInARow, StringComparer.Ordinal);
        return Task.FromResult(failing.Count > 0 ? HealthCheckResult.Degraded(data: failing) : HealthCheckResult.Healthy());
    }
}
