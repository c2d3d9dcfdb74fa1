namespace Onboarding.Portal.Hosting;

/// <summary>The builder of the portal, the same however and from wherever it is started.</summary>
internal static class PortalBuilder
{
    /// <summary>Makes the builder with settings, static files and address.</summary>
    public static WebApplicationBuilder Create(string[] args)
    {
        // The folder of the program, not the current one: settings and static files are found however the portal is started.
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(PortalBuilder).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.UsePortalAddress();
        builder.WebHost.UseStaticWebAssets();
        return builder;
    }
}
