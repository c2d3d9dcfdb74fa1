using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Onboarding.Portal.Reports;
using Quartz;

namespace Onboarding.Portal.Hosting.Health;

/// <summary>
/// The health check that says whether the portal can do its work: database, scheduler, jobs, outbox, documents with the programs that look into them, and the browser that prints.
/// Unhealthy (503) takes a node out of rotation; degraded (200) is for whoever looks after it. The answer holds states and
/// figures only, since anybody may ask; and it is kept for a moment, so that asking is cheap.
/// </summary>
internal static class ReadyHealth
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Registers the checks.</summary>
    public static void AddReadyHealth(this IServiceCollection services)
    {
        services.AddSingleton<HealthMemory>();
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", timeout: Limit)
            .AddCheck<OutboxHealth>("outbox", failureStatus: HealthStatus.Degraded, timeout: Limit)
            .AddCheck<DocumentFolderHealth>("documents", timeout: Limit)
            .AddCheck<DocumentToolsHealth>("document-tools", failureStatus: HealthStatus.Degraded)
            .AddCheck<VirusScannerHealth>("virus-scanner", failureStatus: HealthStatus.Degraded, timeout: Limit)
            .AddCheck<DocumentFilesHealth>("document-files", failureStatus: HealthStatus.Degraded)
            .AddCheck<JobsHealth>("jobs", failureStatus: HealthStatus.Degraded)
            .AddCheck<SourcesHealth>("sources", failureStatus: HealthStatus.Degraded)
            .AddCheck<ActivationHealth>("activation", failureStatus: HealthStatus.Degraded)
            .AddCheck<CrmHealth>("crm", failureStatus: HealthStatus.Degraded)
            .AddCheck<ReportBrowserHealthCheck>("browser", failureStatus: HealthStatus.Degraded, timeout: Limit)
            .AddQuartz(options => options.Name = "scheduler");
    }

    /// <summary>Maps <c>GET /health/ready</c>.</summary>
    public static void MapReadyHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(PortalPaths.HealthReady, static async (HealthMemory memory, CancellationToken cancellation) =>
        {
            HealthReport report = await memory.GetAsync(Fresh, cancellation);
            return Results.Text(
                Write(report), "application/json", statusCode: report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        }).AllowAnonymous();

    private static string Write(HealthReport report)
    {
        JsonObject checks = [];
        foreach ((string name, HealthReportEntry entry) in report.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            JsonObject check = new() { ["status"] = Name(entry.Status) };
            // Only our own checks: what a library says of a failure can hold a server's name.
            foreach ((string key, object figure) in entry.Data.Where(_ => name != "scheduler"))
            {
                check[key] = JsonSerializer.SerializeToNode(figure);
            }

            checks[name] = check;
        }

        return new JsonObject { ["status"] = Name(report.Status), ["checks"] = checks }.ToJsonString();
    }

    private static string Name(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        HealthStatus.Unhealthy => "unhealthy",
    };
}
