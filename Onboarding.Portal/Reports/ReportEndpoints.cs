using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Issuing;
using Onboarding.Core.Results;
using Onboarding.Portal.Features.Dashboard;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security;

namespace Onboarding.Portal.Reports;

/// <summary>
/// The reports of a case. <c>?format=html</c> gives the page to print instead of the PDF file, <c>?language=en</c> or
/// <c>id</c> another language than the visitor's.
/// </summary>
internal static class ReportEndpoints
{
    private const string PageFormat = "html";

    /// <summary>Maps the reports: to those who may open a case.</summary>
    public static void MapReports(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder reports = endpoints.MapGroup(ReportUrls.Group).RequireAuthorization(Policies.CaseAccess);
        foreach (ReportEntry entry in ReportCatalog.All)
        {
            reports.MapGet(entry.Path, ([AsParameters] Parameters given) => AnswerAsync(given, entry));
        }

        endpoints.MapGet(ReportUrls.IssuedRoute, OpenAsync).RequireAuthorization(Policies.CaseAccess);
        endpoints.MapPrinted();
        endpoints.MapDashboardReport();
        endpoints.MapDashboard();
        endpoints.MapPublicPrints();
    }

    // The bytes as they were stored: nothing of an issued form is ever drawn again.
    private static async Task<IResult> OpenAsync(string number, Guid id, HttpContext context, OpenIssuedFormHandler forms, CancellationToken cancellation)
    {
        Result<OpenedForm> opened = await forms.HandleAsync(new OpenIssuedForm(number, id), context.User.ToActor(), cancellation);
        if (!opened.IsDone)
        {
            return opened.Refusal is NotFound ? Results.NotFound() : Results.StatusCode(StatusCodes.Status409Conflict);
        }

        return context.Pdf(opened.Value.Content, $"{opened.Value.FormNumber.Replace('/', '-')}.pdf");
    }

    private static async Task<IResult> AnswerAsync(Parameters given, ReportEntry entry)
    {
        string language = Preferences.OneOf(Languages.All, given.Language) ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        ReportRequest request = new(
            given.Number,
            entry.Kind,
            given.Http.User.ToActor(),
            Languages.From(language),
            string.Equals(given.Format, PageFormat, StringComparison.OrdinalIgnoreCase));
        Result<IssuedReport> issued = await given.Issuer.PrintAsync(request, given.Http.RequestAborted);
        if (!issued.IsDone)
        {
            return Results.NotFound();
        }

        if (issued.Value.Format == ReportFormat.Html)
        {
            given.Http.Response.Headers.CacheControl = "no-store";
            return Results.Bytes(issued.Value.Content, "text/html; charset=utf-8");
        }

        return given.Http.Pdf(new MemoryStream(issued.Value.Content, writable: false), $"{given.Number}-{entry.FileName()}.pdf");
    }

    private sealed record Parameters(
        HttpContext Http,
        [FromServices] ReportIssuer Issuer,
        [FromRoute] string Number,
        [FromQuery] string? Format,
        [FromQuery] string? Language);
}
