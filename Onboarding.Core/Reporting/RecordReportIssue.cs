using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>The reports of a case. Written into the audit trail, so the names are part of the database.</summary>
public enum ReportKind
{
    /// <summary>Form Persetujuan Pelanggan.</summary>
    ApprovalForm = 1,

    /// <summary>Laporan Verifikasi.</summary>
    VerificationReport,

    /// <summary>Formulir Pendaftaran Pelanggan, filled.</summary>
    RegistrationForm,

    /// <summary>Checklist Kelengkapan Data.</summary>
    CompletenessChecklist,

    /// <summary>Form Verifikasi Data.</summary>
    VerificationForm,

    /// <summary>Log Verifikasi.</summary>
    VerificationLog,

    /// <summary>The letter that tells the customer that the service is on.</summary>
    ActivationLetter,
}

/// <summary>What a report was issued as.</summary>
public enum ReportFormat
{
    /// <summary>A PDF file.</summary>
    Pdf = 1,

    /// <summary>A page to print from a browser.</summary>
    Html,
}

/// <summary>A report is about to leave the portal.</summary>
/// <param name="CaseId">Which case.</param>
/// <param name="Kind">Which report.</param>
/// <param name="Format">As what.</param>
/// <param name="Language">In which language.</param>
/// <param name="Sha256">SHA-256 of the bytes, 32 bytes: whoever holds the file can prove that it is the one issued.</param>
public sealed record RecordReportIssue(Guid CaseId, ReportKind Kind, ReportFormat Format, Language Language, byte[] Sha256);

/// <summary>Handles <see cref="RecordReportIssue"/>: nobody takes personal data out without a trace (UU PDP Pasal 31 and 39).</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class RecordReportIssueHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Code of the audit event.</summary>
    public const string AuditAction = "Report.Issue";

    /// <summary>Writes the audit event. The case itself does not change.</summary>
    public async Task<Result<CaseState>> HandleAsync(RecordReportIssue command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsStaff || !CaseAccess.MayRead(actor))
        {
            return new NotFound(RefusalCode.CaseNotFound);
        }

        return await writer.ActAsync(
            new CaseTarget(command.CaseId, null),
            actor,
            work =>
            {
                if (!CaseAccess.MayRead(actor, work.Case))
                {
                    return new NotFound(RefusalCode.CaseNotFound);
                }

                work.Record(new AuditEntry(AuditAction)
                {
                    Details = $$"""{"report":"{{command.Kind}}","format":"{{command.Format}}","language":"{{command.Language}}","sha256":"{{Convert.ToHexStringLower(command.Sha256)}}"}""",
                });
                return null;
            },
            cancellationToken);
    }
}
