namespace Onboarding.Portal.Hosting;

/// <summary>The address the portal listens on.</summary>
internal static class PortalAddress
{
    /// <summary>
    /// Listens on <c>Portal:Address</c> unless the start says otherwise (<c>--urls</c>, <c>ASPNETCORE_URLS</c> or
    /// <c>ASPNETCORE_HTTP_PORTS</c>). A plain <c>Urls</c> setting would win over those environment variables.
    /// </summary>
    public static void UsePortalAddress(this WebApplicationBuilder builder)
    {
        bool isGiven = !string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey])
            || !string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.HttpPortsKey]);
        if (!isGiven && builder.Configuration["Portal:Address"] is { Length: > 0 } address)
        {
            builder.WebHost.UseUrls(address);
        }
    }
}
