using Microsoft.Extensions.Diagnostics.HealthChecks;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Portal.Integrations.Sources;

namespace Onboarding.Portal.Hosting.Health;

/// <summary>
/// Whether the external sources of stage 2 answered when they were last asked. Never worse than degraded: a verifier can
/// ask a source by hand. Nothing is asked here, since an answer may cost money and a question needs somebody's data.
/// </summary>
/// <param name="sources">The sources.</param>
internal sealed class SourcesHealth(IEnumerable<IVerificationSource> sources) : IHealthCheck
{
    private readonly IVerificationSource[] _sources = [.. sources];

    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        int down = _sources.OfType<ISourceState>().Count(source => source.IsDown);
        Dictionary<string, object> data = new(StringComparer.Ordinal) { ["configured"] = _sources.Length, ["down"] = down };
        return Task.FromResult(down > 0 ? HealthCheckResult.Degraded(data: data) : HealthCheckResult.Healthy(data: data));
    }
}
