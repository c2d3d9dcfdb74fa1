using Onboarding.Portal.Features.Uploading;

namespace Onboarding.Portal.Hosting;

/// <summary>Which parts of the address space are for programs: they get plain status codes, never a page.</summary>
internal static class PortalPaths
{
    /// <summary>The partner interface.</summary>
    public const string Api = "/api";

    /// <summary>The page that explains the partner interface: the one page in its part of the address space.</summary>
    public const string ApiDocs = Api + "/docs";

    /// <summary>The SignalR hubs.</summary>
    public const string Hubs = "/hubs";

    /// <summary>The health checks.</summary>
    public const string Health = "/health";

    /// <summary>The health check that says only that the process answers.</summary>
    public const string HealthLive = Health + "/live";

    /// <summary>The health check that says whether the portal can do its work.</summary>
    public const string HealthReady = Health + "/ready";

    /// <summary>Whether the address belongs to the partner interface, which answers with JSON alone.</summary>
    public static bool IsApi(PathString path) =>
        path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase) && !path.StartsWithSegments(ApiDocs, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a program rather than a person reads the answer.</summary>
    public static bool IsForPrograms(PathString path) =>
        IsApi(path)
        || path.StartsWithSegments(Hubs, StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments(Health, StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments(UploadRoutes.Prefix, StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);
}
