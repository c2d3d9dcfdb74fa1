using Microsoft.Extensions.Diagnostics.HealthChecks;
using Onboarding.Core.Tools;

namespace Onboarding.Portal.Hosting.Health;

/// <summary>
/// Whether the programs are installed that look into documents. Without libvips or qpdf documents are received and wait, so it is
/// degraded, not unhealthy; the others only make something more comfortable.
/// </summary>
/// <param name="tools">Knows what is installed.</param>
internal sealed class DocumentToolsHealth(ToolRunner tools) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Dictionary<string, object> data = Enum.GetValues<ExternalTool>()
            .ToDictionary(tool => tool.ProgramName(), tool => (object)(tools.Has(tool) ? "installed" : "absent"), StringComparer.Ordinal);
        bool canCheck = tools.Has(ExternalTool.Vips) && tools.Has(ExternalTool.Qpdf);
        return Task.FromResult(canCheck ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded(data: data));
    }
}
