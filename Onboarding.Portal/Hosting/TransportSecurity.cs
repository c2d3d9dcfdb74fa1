namespace Onboarding.Portal.Hosting;

/// <summary>Tells browsers to come by HTTPS only, outside development. A proxy in front ends TLS, so nothing is redirected here.</summary>
internal static class TransportSecurity
{
    /// <summary>Adds the HSTS header to answers that went over HTTPS.</summary>
    public static void UseTransportSecurity(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }
    }
}
