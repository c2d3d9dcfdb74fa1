using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Onboarding.Portal.Security;

/// <summary>
/// How often one address may post to what is open to everyone, or have something printed. A page names the limit with
/// <c>[EnableRateLimiting(RateLimits.SignIn)]</c>; reading pages is never limited here.
/// </summary>
public static class RateLimits
{
    /// <summary>Sign-in and change of password: setting <c>RateLimits:SignInPerMinute</c>, 20 where it is absent.</summary>
    public const string SignIn = nameof(SignIn);

    /// <summary>Forms for the public: setting <c>RateLimits:PublicPostsPerMinute</c>, 30 where it is absent.</summary>
    public const string PublicPost = nameof(PublicPost);

    /// <summary>Brochures and blank forms, which are printed for whoever asks: setting <c>RateLimits:PublicPrintsPerMinute</c>, 30 where it is absent.</summary>
    public const string PublicPrint = nameof(PublicPrint);

    /// <summary>Requests to the partner interface from one address, with or without a key: setting <c>RateLimits:ApiRequestsPerMinute</c>, 1200 where it is absent.</summary>
    public const string Api = nameof(Api);

    /// <summary>Files of applicants: setting <c>RateLimits:PublicUploadsPerMinute</c>, 120 where it is absent.</summary>
    public const string PublicUpload = nameof(PublicUpload);

    /// <summary>Files of staff, who may all come from one address: setting <c>RateLimits:StaffUploadsPerMinute</c>, 600 where it is absent.</summary>
    public const string StaffUpload = nameof(StaffUpload);

    private const int DefaultPublicUploadsPerMinute = 120;
    private const int DefaultStaffUploadsPerMinute = 600;
    private const int DefaultApiRequestsPerMinute = 1200;
    private const int DefaultSignInPerMinute = 20;
    private const int DefaultPublicPostsPerMinute = 30;
    private const int DefaultPublicPrintsPerMinute = 30;

    /// <summary>Registers the limits; what is over one is answered with 429 and a page that says so.</summary>
    public static void AddPortalRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        int signIn = configuration.GetValue("RateLimits:SignInPerMinute", DefaultSignInPerMinute);
        int publicPosts = configuration.GetValue("RateLimits:PublicPostsPerMinute", DefaultPublicPostsPerMinute);
        int publicPrints = configuration.GetValue("RateLimits:PublicPrintsPerMinute", DefaultPublicPrintsPerMinute);
        int api = configuration.GetValue("RateLimits:ApiRequestsPerMinute", DefaultApiRequestsPerMinute);
        int publicUploads = configuration.GetValue("RateLimits:PublicUploadsPerMinute", DefaultPublicUploadsPerMinute);
        int staffUploads = configuration.GetValue("RateLimits:StaffUploadsPerMinute", DefaultStaffUploadsPerMinute);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = TellWhenToComeBack;
            options.AddPolicy(SignIn, context => ForPosts(context, signIn));
            options.AddPolicy(PublicPost, context => ForPosts(context, publicPosts));
            options.AddPolicy(PublicPrint, context => ForAddress(context, publicPrints));
            options.AddPolicy(PublicUpload, context => ForAddress(context, publicUploads));
            options.AddPolicy(StaffUpload, context => ForAddress(context, staffUploads));
            options.AddPolicy(Api, context => ForAddress(context, api));
        });
    }

    private static RateLimitPartition<string> ForPosts(HttpContext context, int perMinute)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            return RateLimitPartition.GetNoLimiter("reading");
        }

        return ForAddress(context, perMinute);
    }

    private static RateLimitPartition<string> ForAddress(HttpContext context, int perMinute)
    {
        string address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        return RateLimitPartition.GetSlidingWindowLimiter(address, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = perMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        });
    }

    private static ValueTask TellWhenToComeBack(OnRejectedContext context, CancellationToken cancellation)
    {
        context.HttpContext.Response.Headers.RetryAfter = "60";
        return ValueTask.CompletedTask;
    }
}
