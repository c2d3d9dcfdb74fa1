using System.Threading.RateLimiting;

namespace Onboarding.Portal.Security;

/// <summary>
/// How often one address may send through a circuit, where no request passes that the rate limiter of the pipeline could count:
/// registrations, replies and mails of people who are not signed in.
/// </summary>
public sealed class CircuitLimits : IAsyncDisposable
{
    private const int DefaultPostsPerMinute = 30;
    private const int DefaultDraftsPerMinute = 20;
    private const int DefaultLinkMailsPerMinute = 5;
    private const int Segments = 6;

    private readonly PartitionedRateLimiter<string> _posts;
    private readonly PartitionedRateLimiter<string> _drafts;
    private readonly PartitionedRateLimiter<string> _linkMails;

    /// <summary>Reads the limits.</summary>
    /// <param name="configuration">
    /// Settings <c>RateLimits:PublicPostsPerMinute</c> (30), <c>RateLimits:PublicDraftsPerMinute</c> (20) and
    /// <c>RateLimits:PublicLinkMailsPerMinute</c> (5).
    /// </param>
    public CircuitLimits(IConfiguration configuration)
    {
        _posts = PerMinute(configuration.GetValue("RateLimits:PublicPostsPerMinute", DefaultPostsPerMinute));
        _drafts = PerMinute(configuration.GetValue("RateLimits:PublicDraftsPerMinute", DefaultDraftsPerMinute));
        _linkMails = PerMinute(configuration.GetValue("RateLimits:PublicLinkMailsPerMinute", DefaultLinkMailsPerMinute));
    }

    /// <summary>Counts a form that is sent in; false when there were too many.</summary>
    public bool MaySend(Visitor visitor) => Take(_posts, visitor);

    /// <summary>Counts an online form that begins to be kept; false when there were too many.</summary>
    public bool MayStartDraft(Visitor visitor) => Take(_drafts, visitor);

    /// <summary>Counts the link of a form that is sent by mail; false when there were too many.</summary>
    public bool MayMailLink(Visitor visitor) => Take(_linkMails, visitor);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _posts.DisposeAsync();
        await _drafts.DisposeAsync();
        await _linkMails.DisposeAsync();
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
