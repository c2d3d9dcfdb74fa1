using Microsoft.Extensions.Diagnostics.HealthChecks;
using Onboarding.Core.Documents;
using Onboarding.Core.Time;

namespace Onboarding.Portal.Hosting.Health;

/// <summary>Whether documents can be stored: a full disk or a lost mount shows here before an applicant meets it.</summary>
/// <param name="options">Where documents lie.</param>
/// <param name="clock">For a name of its own.</param>
internal sealed class DocumentFolderHealth(DocumentStorageOptions options, TimeProvider clock) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string probe = Path.Combine(options.Folder, $".probe-{SequentialId.New(clock):N}");
        try
        {
            await File.WriteAllBytesAsync(probe, [1], cancellationToken);
            File.Delete(probe);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}
