using System.Threading.RateLimiting;

namespace Onboarding.Portal.Security;

/// <summary>
/// How often one address may send through a circuit, where no request passes that the rate limiter of the pipeline could count:
/// registrations and replies of people who are not signed in.
/// </summary>
public sealed class CircuitLimits : IAsyncDisposable
{
    private const int DefaultPostsPerMinute = 30;
    private const int DefaultDraftsPerMinute = 20;
    private const int Segments = 6;

    private readonly PartitionedRateLimiter<string> _posts;
    private readonly PartitionedRateLimiter<string> _drafts;

    /// <summary>Reads the limits.</summary>
    /// <param name="configuration">Settings <c>RateLimits:PublicPostsPerMinute</c> (30) and <c>RateLimits:PublicDraftsPerMinute</c> (20).</param>
    public CircuitLimits(IConfiguration configuration)
    {
        _posts = PerMinute(configuration.GetValue("RateLimits:PublicPostsPerMinute", DefaultPostsPerMinute));
        _drafts = PerMinute(configuration.GetValue("RateLimits:PublicDraftsPerMinute", DefaultDraftsPerMinute));
    }

    /// <summary>Counts a form that is sent in; false when there were too many.</summary>
    public bool MaySend(Visitor visitor) => Take(_posts, visitor);

    /// <summary>Counts an online form that begins to be kept; false when there were too many.</summary>
    public bool MayStartDraft(Visitor visitor) => Take(_drafts, visitor);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _posts.DisposeAsync();
        await _drafts.DisposeAsync();
    }

    private static bool Take(PartitionedRateLimiter<string> limiter, Visitor visitor)
    {
        using RateLimitLease lease = limiter.AttemptAcquire(visitor.Address);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> PerMinute(int count) =>
        PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetSlidingWindowLimiter(
            address,
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = count, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = Segments }));
}
