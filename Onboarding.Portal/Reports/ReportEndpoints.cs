using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Onboarding.Core.Reporting;
using Onboarding.Core.Results;
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
        reports.MapGet(ReportUrls.ApprovalFormPath, static ([AsParameters] Parameters given) =>
            AnswerAsync(given, given.Issuer.ApprovalFormAsync, () => ReportText.ApprovalFormFile));
        reports.MapGet(ReportUrls.VerificationReportPath, static ([AsParameters] Parameters given) =>
            AnswerAsync(given, given.Issuer.VerificationReportAsync, () => ReportText.VerificationReportFile));
        reports.MapGet(ReportUrls.RegistrationFormPath, static ([AsParameters] Parameters given) =>
            AnswerAsync(given, given.Issuer.FilledFormAsync, () => ReportText.RegistrationFormFile));
        reports.MapGet(ReportUrls.ChecklistPath, static ([AsParameters] Parameters given) =>
            AnswerAsync(given, given.Issuer.ChecklistAsync, () => ReportText.ChecklistFile));
        reports.MapGet(ReportUrls.VerificationFormPath, static ([AsParameters] Parameters given) =>
            AnswerAsync(given, given.Issuer.VerificationFormAsync, () => ReportText.FormFile));
        endpoints.MapPublicPrints();
    }

    private static async Task<IResult> AnswerAsync(
        Parameters given, Func<ReportRequest, CancellationToken, Task<Result<IssuedReport>>> issue, Func<string> fileName)
    {
        string language = Preferences.OneOf(Languages.All, given.Language) ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        ReportRequest request = new(
            given.Number,
            given.Http.User.ToActor(),
            Languages.From(language),
            string.Equals(given.Format, PageFormat, StringComparison.OrdinalIgnoreCase));
        Result<IssuedReport> issued = await issue(request, given.Http.RequestAborted);
        if (!issued.IsDone)
        {
            return Results.NotFound();
        }

        given.Http.Response.Headers.CacheControl = "no-store";
        if (issued.Value.Format == ReportFormat.Html)
        {
            return Results.Bytes(issued.Value.Content, "text/html; charset=utf-8");
        }

        // Opened in the browser, and saved under a name that says what it is.
        ContentDispositionHeaderValue disposition = new("inline");
        disposition.SetHttpFileName($"{given.Number}-{fileName()}.pdf");
        given.Http.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(issued.Value.Content, "application/pdf");
    }

    private sealed record Parameters(
        HttpContext Http,
        [FromServices] ReportIssuer Issuer,
        [FromRoute] string Number,
        [FromQuery] string? Format,
        [FromQuery] string? Language);
}
