using Microsoft.Extensions.Diagnostics.HealthChecks;
using Onboarding.Portal.Jobs;

namespace Onboarding.Portal.Hosting.Health;

/// <summary>Whether the last sweep on this node found every document in the storage. One that is missing needs a person, and a backup.</summary>
/// <param name="history">What the sweep found.</param>
internal sealed class DocumentFilesHealth(DocumentSweepHistory history) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        int missing = history.Last?.Missing ?? 0;
        Dictionary<string, object> data = new(StringComparer.Ordinal) { ["missing"] = missing };
        return Task.FromResult(missing > 0 ? HealthCheckResult.Degraded(data: data) : HealthCheckResult.Healthy(data: data));
    }
}
