using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Onboarding.Portal.Reports;

/// <summary>
/// Says whether reports can be printed as PDF files, for <c>/health/ready</c>. Never worse than degraded: without a
/// browser every report is still a page to print.
/// </summary>
/// <param name="browser">The browser.</param>
public sealed class ReportBrowserHealthCheck(ReportBrowser browser) : IHealthCheck
{
    /// <summary>Name of the check.</summary>
    public const string Name = "report-browser";

    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(browser.Status switch
        {
            ReportBrowserStatus.Ready => HealthCheckResult.Healthy("A browser is installed."),
            ReportBrowserStatus.Running => HealthCheckResult.Healthy("The browser runs."),
            ReportBrowserStatus.Absent => HealthCheckResult.Degraded("No Chromium, Chrome or Edge was found: reports are pages to print (setting Pdf:Browser)."),
            ReportBrowserStatus.Failing => HealthCheckResult.Degraded("The browser does not print: reports are pages to print."),
        });
}
