using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Onboarding.Portal.Hosting.Health;

/// <summary>Keeps the last health report for a moment; many who ask at once wait for one answer.</summary>
/// <param name="checks">Makes reports.</param>
/// <param name="clock">Clock.</param>
internal sealed class HealthMemory(HealthCheckService checks, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private HealthReport? _last;
    private long _readAt;

    /// <summary>A report that is not older than this.</summary>
    public async Task<HealthReport> GetAsync(TimeSpan fresh, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_last is null || clock.GetElapsedTime(_readAt) > fresh)
            {
                _last = await checks.CheckHealthAsync(cancellation);
                _readAt = clock.GetTimestamp();
            }

            return _last;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();
}
