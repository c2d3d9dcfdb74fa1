namespace Onboarding.Portal.Reports;

/// <summary>Registers reports and what prints them.</summary>
internal static class ReportHosting
{
    /// <summary>Registers everything; the browser starts with the first report and is closed with the portal.</summary>
    public static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton<ReportBrowser>();
        services.AddSingleton<IReportRenderer>(provider => provider.GetRequiredService<ReportBrowser>());
        services.AddSingleton(provider => new ReportStyles(provider.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider));
        services.AddSingleton<ReportPages>();
        services.AddSingleton<ReportIssuer>();
        services.AddSingleton<PublicPrints>();
    }
}
