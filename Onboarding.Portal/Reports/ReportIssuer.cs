using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Reports.Components;

namespace Onboarding.Portal.Reports;

/// <summary>What a person asks for.</summary>
/// <param name="Number">Number of the case.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Language">In which language.</param>
/// <param name="AsPage">True for the page to print instead of the PDF file.</param>
internal sealed record ReportRequest(string Number, Actor Actor, Language Language, bool AsPage);

/// <summary>A report that was issued and stands in the audit trail.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="Format">What they are.</param>
internal sealed record IssuedReport(byte[] Content, ReportFormat Format);

/// <summary>Issues reports: reads the case, renders, prints, and writes the audit event before anybody gets the bytes.</summary>
/// <param name="reader">Reads the case.</param>
/// <param name="pages">Renders.</param>
/// <param name="styles">Stylesheets for the printer.</param>
/// <param name="renderer">Prints.</param>
/// <param name="record">Writes the audit event.</param>
/// <param name="configuration">Setting <c>Company:Name</c>.</param>
/// <param name="office">The zone of the office.</param>
/// <param name="clock">Clock.</param>
internal sealed class ReportIssuer(
    ReportReader reader,
    ReportPages pages,
    ReportStyles styles,
    IReportRenderer renderer,
    RecordReportIssueHandler record,
    IConfiguration configuration,
    WorkingHours office,
    TimeProvider clock)
{
    /// <summary>Form Persetujuan Pelanggan.</summary>
    public async Task<Result<IssuedReport>> ApprovalFormAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        Result<ApprovalForm> form = await reader.ApprovalFormAsync(request.Number, request.Actor, cancellationToken);
        return form.IsDone
            ? await IssueAsync<ApprovalFormReport>(request, ReportKind.ApprovalForm, form.Value.Subject.CaseId, form.Value, cancellationToken)
            : form.Refusal;
    }

    /// <summary>Laporan Verifikasi.</summary>
    public async Task<Result<IssuedReport>> VerificationReportAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        Result<VerificationReport> report = await reader.VerificationReportAsync(request.Number, request.Actor, cancellationToken);
        return report.IsDone
            ? await IssueAsync<VerificationReportPage>(request, ReportKind.VerificationReport, report.Value.Subject.CaseId, report.Value, cancellationToken)
            : report.Refusal;
    }

    /// <summary>Formulir Pendaftaran Pelanggan, filled.</summary>
    public async Task<Result<IssuedReport>> FilledFormAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        Result<FilledForm> form = await reader.FilledFormAsync(request.Number, request.Actor, cancellationToken);
        return form.IsDone
            ? await IssueAsync<FilledFormReport>(request, ReportKind.RegistrationForm, form.Value.Subject.CaseId, form.Value, cancellationToken)
            : form.Refusal;
    }

    /// <summary>Checklist Kelengkapan Data.</summary>
    public async Task<Result<IssuedReport>> ChecklistAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        Result<ChecklistReport> report = await reader.ChecklistAsync(request.Number, request.Actor, cancellationToken);
        return report.IsDone
            ? await IssueAsync<ChecklistReportPage>(request, ReportKind.CompletenessChecklist, report.Value.Subject.CaseId, report.Value, cancellationToken)
            : report.Refusal;
    }

    /// <summary>Form Verifikasi Data with the Log Verifikasi.</summary>
    public async Task<Result<IssuedReport>> VerificationFormAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        Result<VerificationReport> report = await reader.VerificationReportAsync(request.Number, request.Actor, cancellationToken);
        return report.IsDone
            ? await IssueAsync<VerificationFormPage>(request, ReportKind.VerificationForm, report.Value.Subject.CaseId, report.Value, cancellationToken)
            : report.Refusal;
    }

    private async Task<Result<IssuedReport>> IssueAsync<TReport>(
        ReportRequest request, ReportKind kind, Guid caseId, object model, CancellationToken cancellationToken)
        where TReport : IComponent
    {
        ReportContext context = new(
            CompanyName.Read(configuration),
            new DisplayTime(office, clock),
            clock.GetUtcNow(),
            request.Actor.Name,
            request.AsPage ? null : styles.InlineText,
            IsSubstitute: false);
        byte[]? file = request.AsPage
            ? null
            : await renderer.TryPrintAsync(await RenderAsync<TReport>(context, model, request.Language), cancellationToken);
        IssuedReport issued = file is not null
            ? new IssuedReport(file, ReportFormat.Pdf)
            : new IssuedReport(
                Encoding.UTF8.GetBytes(await RenderAsync<TReport>(context with { Styles = null, IsSubstitute = !request.AsPage }, model, request.Language)),
                ReportFormat.Html);
        Result<CaseState> noted = await record.HandleAsync(
            new RecordReportIssue(caseId, kind, issued.Format, request.Language, SHA256.HashData(issued.Content)), request.Actor, cancellationToken);
        return noted.IsDone ? issued : noted.Refusal;
    }

    private Task<string> RenderAsync<TReport>(ReportContext context, object model, Language language)
        where TReport : IComponent =>
        pages.RenderAsync<TReport>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Context"] = context, ["Model"] = model }, language);
}
