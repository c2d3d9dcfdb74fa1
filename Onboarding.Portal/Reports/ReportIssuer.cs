using System.Security.Cryptography;
using System.Text;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Reports;

/// <summary>What a person asks for.</summary>
/// <param name="Number">Number of the case.</param>
/// <param name="Kind">Which report.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Language">In which language.</param>
/// <param name="AsPage">True for the page to print instead of the PDF file.</param>
internal sealed record ReportRequest(string Number, ReportKind Kind, Actor Actor, Language Language, bool AsPage);

/// <summary>A report that was printed and stands in the audit trail.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="Format">What they are.</param>
internal sealed record IssuedReport(byte[] Content, ReportFormat Format);

/// <summary>
/// Prints reports as they stand, without a number: reads the case, draws, prints, and writes the audit event before anybody gets
/// the bytes. A form that is to prove something is issued instead (<see cref="Core.Reporting.Issuing.IssueFormHandler"/>).
/// </summary>
/// <param name="reader">Reads the case.</param>
/// <param name="press">Draws and prints.</param>
/// <param name="record">Writes the audit event.</param>
internal sealed class ReportIssuer(ReportReader reader, ReportPress press, RecordReportIssueHandler record)
{
    /// <summary>Prints.</summary>
    public async Task<Result<IssuedReport>> PrintAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        Result<CaseReport> report = await reader.ReadAsync(request.Number, request.Kind, request.Actor, cancellationToken);
        if (!report.IsDone)
        {
            return report.Refusal;
        }

        PrintOrder order = new(report.Value, request.Language, request.Actor.Name, Mark: null);
        byte[]? file = request.AsPage ? null : await press.PrintAsync(order, cancellationToken);
        IssuedReport issued = file is not null
            ? new IssuedReport(file, ReportFormat.Pdf)
            : new IssuedReport(Encoding.UTF8.GetBytes(await press.PageAsync(order, isSubstitute: !request.AsPage)), ReportFormat.Html);
        Result<CaseState> noted = await record.HandleAsync(
            new RecordReportIssue(report.Value.Subject.CaseId, request.Kind, issued.Format, request.Language, SHA256.HashData(issued.Content)), request.Actor, cancellationToken);
        return noted.IsDone ? issued : noted.Refusal;
    }
}
