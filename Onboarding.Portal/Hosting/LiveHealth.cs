namespace Onboarding.Portal.Hosting;

/// <summary>The health check that says only that the process serves requests.</summary>
internal static class LiveHealth
{
    /// <summary>Maps <c>GET /health/live</c>: always 200. An open page asks it to learn that the portal is back.</summary>
    public static void MapLiveHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(PortalPaths.HealthLive, static () => Results.Text("live")).AllowAnonymous();
}
