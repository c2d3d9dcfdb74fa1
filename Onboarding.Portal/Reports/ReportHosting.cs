using Onboarding.Core.Reporting.Printing;
using Onboarding.Portal.Features.Dashboard;

namespace Onboarding.Portal.Reports;

/// <summary>Registers reports and what prints them.</summary>
internal static class ReportHosting
{
    /// <summary>The section of the settings about printing.</summary>
    public const string Section = "Pdf";

    /// <summary>Registers everything; the browser starts with the first report and is closed with the portal.</summary>
    public static void AddReports(this WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddSingleton(CompanyIdentity.Read(builder.Configuration));
        services.AddSingleton(Settings(builder.Configuration));
        services.AddSingleton<ReportBrowser>();
        services.AddSingleton<IReportRenderer>(provider => provider.GetRequiredService<ReportBrowser>());
        services.AddSingleton(provider => new ReportStyles(provider.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider));
        services.AddSingleton<ReportPages>();
        services.AddSingleton<ReportPress>();
        services.AddSingleton<IReportPrinter>(provider => provider.GetRequiredService<ReportPress>());
        services.AddSingleton<ReportIssuer>();
        services.AddSingleton<PublicPrints>();
        services.AddScoped<DashboardPrints>();
        services.AddScoped<DashboardNamesReader>();
        services.AddHostedService<PrintWorker>();
    }

    /// <summary>How reports are printed.</summary>
    public static PrintSettings Settings(IConfiguration configuration) => configuration.GetSection(Section).Get<PrintSettings>() ?? new PrintSettings();
}
