using System.Globalization;
using Onboarding.Core.Imports;
using Onboarding.Core.Reporting;
using Onboarding.Core.Results;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Features.Dashboard;

/// <summary>
/// The dashboard as a table for a spreadsheet, with the period and filters of the address of the page. It holds figures and the
/// names of members of staff, no data of applicants.
/// </summary>
internal static class DashboardEndpoints
{
    private const char Semicolon = ';';

    /// <summary>Maps it, for those who see the dashboard.</summary>
    public static void MapDashboard(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(DashboardUrls.Table, AnswerAsync).RequireAuthorization(Policies.DashboardAccess);

    private static async Task<IResult> AnswerAsync(
        HttpContext context, OverviewReader reader, DashboardNamesReader names, DisplayTime time,
        string? from, string? to, string? product, string? channel, string? region, CancellationToken cancellation)
    {
        DashboardQuery query = DashboardQuery.Read(time.Today, from, to, product, channel, region);
        if (!query.IsUnderstood)
        {
            return Results.BadRequest();
        }

        Result<Overview> figures = await reader.ReadAsync(query.Filter, context.User.ToActor(), cancellation);
        if (!figures.IsDone)
        {
            return Results.Forbid();
        }

        using MemoryStream content = new();
        await WriteAsync(content, figures.Value, await names.ReadAsync(cancellation), cancellation);
        context.Response.Headers.CacheControl = "no-store";
        string name = string.Create(CultureInfo.InvariantCulture, $"{DashboardText.ExportFile}-{query.Filter.From:yyyy-MM-dd}-{query.Filter.To:yyyy-MM-dd}.csv");
        return Results.File(content.ToArray(), "text/csv; charset=utf-8", name);
    }

    private static async Task WriteAsync(Stream target, Overview figures, DashboardNames names, CancellationToken cancellation)
    {
        await using ImportSheet sheet = new(target, Semicolon);
        await sheet.WriteAsync([DashboardText.Section, DashboardText.Figure, DashboardText.ThisPeriod, DashboardText.PeriodBefore], cancellation);
        foreach (FigureSection section in FigureSection.Of(figures, names))
        {
            foreach (FigureEntry entry in section.Entries)
            {
                await sheet.WriteAsync([section.Title, entry.Name, entry.Cell(entry.Now), entry.Cell(entry.Before)], cancellation);
            }
        }

        foreach (TrendStep step in figures.Trend)
        {
            string day = step.From.ToString(step.IsMonth ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
            await sheet.WriteAsync([DashboardText.Flow, $"{day}: {DashboardText.Received}", step.Received.ToString(CultureInfo.InvariantCulture), ""], cancellation);
            await sheet.WriteAsync([DashboardText.Flow, $"{day}: {DashboardText.Ended}", step.Ended.ToString(CultureInfo.InvariantCulture), ""], cancellation);
        }
    }
}
