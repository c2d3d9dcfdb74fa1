using Microsoft.Extensions.Primitives;

namespace Onboarding.Portal.Security;

/// <summary>The response headers that tell a browser what our pages never do.</summary>
internal static class SecurityHeaders
{
    // Scripts and stylesheets come from files of this portal only, so no nonce is needed. Radzen sets style attributes
    // from the circuit, which is all that style-src-attr lets through. Pictures may be data: (icons in a stylesheet)
    // and blob: (previews made in the page).
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
        + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; "
        + "frame-src 'self' blob:; manifest-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; ";

    private static readonly StringValues Policy = ContentPolicy + "frame-ancestors 'none'";
    private static readonly StringValues FrameablePolicy = ContentPolicy + "frame-ancestors 'self'";

    private static readonly StringValues Permissions =
        "accelerometer=(), autoplay=(), camera=(self), display-capture=(), encrypted-media=(), fullscreen=(self), "
        + "geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    /// <summary>Sets the headers on every response, error pages included.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            context.Response.OnStarting(Set, context);
            return next(context);
        });

    private static Task Set(object state)
    {
        var context = (HttpContext)state;
        IHeaderDictionary headers = context.Response.Headers;
        bool isFrameable = context.GetEndpoint()?.Metadata.GetMetadata<FrameableMetadata>() is not null;
        // A document has a closer policy of its own; nothing else may set one.
        if (!isFrameable || StringValues.IsNullOrEmpty(headers.ContentSecurityPolicy))
        {
            headers.ContentSecurityPolicy = isFrameable ? FrameablePolicy : Policy;
        }

        headers.XFrameOptions = isFrameable ? "SAMEORIGIN" : "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        if (context.GetEndpoint()?.Metadata.GetMetadata<PrivateLinkAttribute>() is not null)
        {
            headers["Referrer-Policy"] = "no-referrer";
            headers.CacheControl = "no-store";
            headers["X-Robots-Tag"] = "noindex, nofollow";
        }

        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // A page for a signed-in person holds personal data: neither a proxy nor the back button may keep it.
        if (context.User.Identity?.IsAuthenticated == true && StringValues.IsNullOrEmpty(headers.CacheControl))
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}

/// <summary>On an endpoint whose answer is shown inside a page of this portal, such as a document beside the data.</summary>
internal sealed class FrameableMetadata;

/// <summary>
/// On a page that whoever knows its address may open: the address must not travel on to other sites, stay in a cache or
/// come into a search engine.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PrivateLinkAttribute : Attribute;
