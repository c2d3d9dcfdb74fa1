using System.Threading.RateLimiting;
using Microsoft.Net.Http.Headers;
using Onboarding.Core.Partners;
using Onboarding.Portal.Api.Problems;

namespace Onboarding.Portal.Api.Security;

/// <summary>
/// How often each key may ask. A key has as many requests in store as it may make a minute, and gets them back evenly. Counted
/// behind the sign-in, so that nobody can use up somebody else's share.
/// </summary>
public sealed class PartnerLimits : IAsyncDisposable
{
    private const string Json = "application/json";

    private readonly PartitionedRateLimiter<PartnerCaller> _limiter = PartitionedRateLimiter.Create<PartnerCaller, (string, int)>(caller =>
        RateLimitPartition.GetTokenBucketLimiter((caller.PublicId, caller.RequestsPerMinute), key => new TokenBucketRateLimiterOptions
        {
            TokenLimit = key.Item2,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / key.Item2,
            QueueLimit = 0,
        }));

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _limiter.DisposeAsync();

    /// <summary>Lets a request pass that may be made and can be answered in JSON.</summary>
    internal static async ValueTask<object?> PassAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        HttpContext context = invocation.HttpContext;
        PartnerLimits limits = context.RequestServices.GetRequiredService<PartnerLimits>();
        using RateLimitLease lease = limits._limiter.AttemptAcquire(context.Caller());
        if (!lease.IsAcquired)
        {
            int seconds = lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? (int)Math.Ceiling(Math.Max(1, wait.TotalSeconds)) : 1;
            return new ProblemAnswer(ApiProblemKind.TooManyRequests) { RetryAfter = seconds };
        }

        return TakesJson(context.Request) ? await next(invocation) : new ProblemAnswer(ApiProblemKind.NotAcceptable);
    }

    private static bool TakesJson(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return true;
        }

        IList<MediaTypeHeaderValue> accepted = request.GetTypedHeaders().Accept;
        return accepted.Any(type => type.Quality is not 0 && (type.MatchesMediaType(Json) || type.MatchesMediaType(ProblemAnswer.MediaType)));
    }
}
