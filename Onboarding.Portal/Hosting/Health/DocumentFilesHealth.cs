using Microsoft.Extensions.Diagnostics.HealthChecks;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Portal.Jobs;

namespace Onboarding.Portal.Hosting.Health;

/// <summary>
/// Whether the last sweep on this node found every document in the storage, and the last proofs found them as they were stored.
/// One that is missing or damaged needs a person, and a copy or the backup.
/// </summary>
/// <param name="history">What the sweep found.</param>
/// <param name="proofs">What the proofs found.</param>
internal sealed class DocumentFilesHealth(DocumentSweepHistory history, StorageProofReader proofs) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        int missing = history.Last?.Missing ?? 0;
        int damaged = await proofs.CountDamagedAsync(cancellationToken);
        Dictionary<string, object> data = new(StringComparer.Ordinal) { ["missing"] = missing, ["damaged"] = damaged };
        return missing + damaged > 0 ? HealthCheckResult.Degraded(data: data) : HealthCheckResult.Healthy(data: data);
    }
}
