using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Onboarding.Core.Persistence;

namespace Onboarding.Portal.Hosting.Health;

/// <summary>Whether the database answers. Without it nothing works.</summary>
/// <param name="contexts">Makes contexts.</param>
internal sealed class DatabaseHealth(OnboardingContextFactory contexts) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using OnboardingContext database = contexts.CreateDbContext();
        try
        {
            await database.Products.AnyAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException or IOException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}
