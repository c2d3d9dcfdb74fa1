using Microsoft.Extensions.Diagnostics.HealthChecks;
using Onboarding.Core.Documents.Inspection;

namespace Onboarding.Portal.Hosting.Health;

/// <summary>Whether the virus scanner answers, where one is set. While it does not, documents wait or are taken without it.</summary>
/// <param name="scanner">The scanner.</param>
internal sealed class VirusScannerHealth(ClamAvScanner scanner) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Dictionary<string, object> data = new(StringComparer.Ordinal) { ["mode"] = scanner.Mode.ToString() };
        return scanner.Mode == VirusScan.Off || await scanner.IsThereAsync(cancellationToken) ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded(data: data);
    }
}
