using Microsoft.AspNetCore.Authorization;
using Onboarding.Portal.Components;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Customers;
using Onboarding.Portal.Features.Keeping;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Public.Registration;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Security;
using Radzen;

namespace Onboarding.Portal.Hosting;

/// <summary>The Blazor pages and the files they need.</summary>
internal static class Pages
{
    private const int MessageSize = 128 * 1024;

    /// <summary>Registers what pages need.</summary>
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents()
            .AddInteractiveServerComponents()
            .AddHubOptions(options => options.MaximumReceiveMessageSize = MessageSize);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "onboarding.form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRadzenComponents();
        services.AddScoped<DisplayTime>();
        services.AddScoped<UnsavedInput>();
        services.AddScoped<RegisterMemory>();
        services.AddScoped<FormKeeping>();
        services.AddScoped<QueueMemory>();
        services.AddScoped<Visitor>();
        services.AddSingleton<CircuitLimits>();
        services.AddSingleton<LinkGuesses>();
        services.AddPublicPages();
    }

    /// <summary>Maps pages and files. Files are for everyone, and so is the circuit: each page declares who may open it.</summary>
    public static void MapPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets().AllowAnonymous();
        RazorComponentsEndpointConventionBuilder pages = endpoints.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        pages.Add(OpenCircuitToEveryone);
        pages.Add(DraftLinks.Mark);
    }

    private static void OpenCircuitToEveryone(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder route
            && route.RoutePattern.RawText?.TrimStart('/') is { } path
            && (path.StartsWith("_blazor", StringComparison.Ordinal) || path.StartsWith("_framework", StringComparison.Ordinal)))
        {
            endpoint.Metadata.Add(new AllowAnonymousAttribute());
        }
    }
}
