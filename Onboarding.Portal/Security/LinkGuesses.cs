using System.Threading.RateLimiting;

namespace Onboarding.Portal.Security;

/// <summary>
/// Bounds how many private links one address may try in vain. Links that lead somewhere are never counted, so people behind one
/// address do not stand in each other's way; after too many that lead nowhere, none of them is looked up for a while.
/// </summary>
public sealed class LinkGuesses : IAsyncDisposable
{
    private const int DefaultMissesPerMinute = 60;
    private const int Segments = 6;

    private readonly PartitionedRateLimiter<string> _misses;

    /// <summary>Reads the limit.</summary>
    /// <param name="configuration">Setting <c>RateLimits:LinkMissesPerMinute</c> (60).</param>
    public LinkGuesses(IConfiguration configuration)
    {
        int count = configuration.GetValue("RateLimits:LinkMissesPerMinute", DefaultMissesPerMinute);
        _misses = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetSlidingWindowLimiter(
            address,
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = count, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = Segments }));
    }

    /// <summary>Answers 429 to an address that tried too many links in vain, and counts those that lead nowhere.</summary>
    public async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PrivateLinkAttribute>() is null)
        {
            await next(context);
            return;
        }

        string address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        if (_misses.GetStatistics(address) is { CurrentAvailablePermits: 0 })
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "60";
            return;
        }

        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status404NotFound)
        {
            using RateLimitLease lease = _misses.AttemptAcquire(address);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _misses.DisposeAsync();
}
