using Microsoft.Extensions.Diagnostics.HealthChecks;
using Onboarding.Core.Documents;
using Onboarding.Core.Time;

namespace Onboarding.Portal.Hosting.Health;

/// <summary>Whether documents and their copies can be stored: a full disk or a lost mount shows here before an applicant meets it.</summary>
/// <param name="options">Where documents lie.</param>
/// <param name="clock">For a name of its own.</param>
internal sealed class DocumentFolderHealth(DocumentStorageOptions options, TimeProvider clock) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await TakesFilesAsync(options.Folder, cancellationToken))
        {
            return HealthCheckResult.Unhealthy();
        }

        int away = 0;
        foreach (string mirror in options.Mirrors.Where(mirror => !string.IsNullOrWhiteSpace(mirror)))
        {
            away += await TakesFilesAsync(mirror, cancellationToken) ? 0 : 1;
        }

        // Documents are stored all the same, with a copy less until the proof makes it up.
        return away == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(data: new Dictionary<string, object> { ["mirrorsAway"] = away });
    }

    private async Task<bool> TakesFilesAsync(string folder, CancellationToken cancellationToken)
    {
        string probe = Path.Combine(folder, $".probe-{SequentialId.New(clock):N}");
        try
        {
            await File.WriteAllBytesAsync(probe, [1], cancellationToken);
            File.Delete(probe);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
