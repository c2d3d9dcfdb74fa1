using Microsoft.Extensions.Diagnostics.HealthChecks;
using Onboarding.Core.Outbox;

namespace Onboarding.Portal.Hosting.Health;

/// <summary>
/// Whether mails and orders go out. Never worse than degraded: cases go on while a mail server is away, and another
/// node would send no better.
/// </summary>
/// <param name="outbox">The outbox.</param>
internal sealed class OutboxHealth(OutboxReader outbox) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        OutboxState state = await outbox.StateAsync(cancellationToken);
        Dictionary<string, object> data = new(StringComparer.Ordinal)
        {
            ["waiting"] = state.Waiting,
            ["setAside"] = state.SetAside,
            ["refused"] = state.Refused,
            ["oldestSeconds"] = (long)state.OldestAge.TotalSeconds,
        };
        return state.SetAside > 0 || state.OldestAge > Patience ? HealthCheckResult.Degraded(data: data) : HealthCheckResult.Healthy(data: data);
    }
}
