using System.Globalization;
using Onboarding.Core.Reporting;
using Onboarding.Core.Results;
using Onboarding.Portal.Features.Dashboard;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Reports;

/// <summary>
/// The dashboard of a period: <c>?from=2026-11-01&amp;to=2026-11-30</c>, both days included, without them the present month; and the filters of the page.
/// <c>?format=html</c> gives the page to print.
/// </summary>
internal static class DashboardReportEndpoint
{
    /// <summary>Maps it, for those who see the dashboard.</summary>
    public static void MapDashboardReport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(DashboardUrls.Report, AnswerAsync).RequireAuthorization(Policies.DashboardAccess);

    private static async Task<IResult> AnswerAsync(
        HttpContext context, DashboardPrints prints, DisplayTime time, string? from, string? to, string? product, string? channel, string? region, string? format, string? language,
        CancellationToken cancellation)
    {
        string words = Preferences.OneOf(Languages.All, language) ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(words);
        DateOnly today = time.Today;
        DashboardQuery query = DashboardQuery.Read(today, string.IsNullOrEmpty(from) ? MonthOf(today) : from, to, product, channel, region);
        if (!query.IsUnderstood)
        {
            return Results.BadRequest();
        }

        bool asPage = string.Equals(format, "html", StringComparison.OrdinalIgnoreCase);
        Result<IssuedReport> printed = await prints.PrintAsync(query.Filter, context.User.ToActor(), Languages.From(words), asPage, cancellation);
        if (!printed.IsDone)
        {
            return printed.Refusal is Invalid ? Results.BadRequest() : Results.NotFound();
        }

        if (printed.Value.Format == ReportFormat.Html)
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Bytes(printed.Value.Content, "text/html; charset=utf-8");
        }

        string name = string.Create(CultureInfo.InvariantCulture, $"{ReportText.DashboardFile}-{query.Filter.From:yyyy-MM-dd}-{query.Filter.To:yyyy-MM-dd}.pdf");
        return context.Pdf(new MemoryStream(printed.Value.Content, writable: false), name);
    }

    private static string MonthOf(DateOnly today) => new DateOnly(today.Year, today.Month, 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
