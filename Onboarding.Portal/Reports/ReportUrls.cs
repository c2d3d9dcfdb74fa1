namespace Onboarding.Portal.Reports;

/// <summary>Addresses of the reports of a case.</summary>
public static class ReportUrls
{
    /// <summary>Below which path the reports of a case are.</summary>
    public const string Group = "/cases/{number}/reports";

    /// <summary>Form Persetujuan Pelanggan, below <see cref="Group"/>.</summary>
    public const string ApprovalFormPath = "/approval-form";

    /// <summary>Laporan Verifikasi, below <see cref="Group"/>.</summary>
    public const string VerificationReportPath = "/verification-report";

    /// <summary>Log Verifikasi, below <see cref="Group"/>.</summary>
    public const string VerificationLogPath = "/verification-log";

    /// <summary>The activation letter, below <see cref="Group"/>.</summary>
    public const string ActivationLetterPath = "/activation-letter";

    /// <summary>The route of an issued form of a case.</summary>
    public const string IssuedRoute = "/cases/{number}/forms/{id:guid}";

    /// <summary>Form Verifikasi Data, below <see cref="Group"/>.</summary>
    public const string VerificationFormPath = "/verification-form";

    /// <summary>Formulir Pendaftaran Pelanggan, below <see cref="Group"/>.</summary>
    public const string RegistrationFormPath = "/registration-form";

    /// <summary>Checklist Kelengkapan Data, below <see cref="Group"/>.</summary>
    public const string ChecklistPath = "/checklist";

    /// <summary>An issued form, as it was stored.</summary>
    /// <param name="number">Number of the case.</param>
    /// <param name="formId">The form.</param>
    public static string Issued(string number, Guid formId) => $"/cases/{Uri.EscapeDataString(number)}/forms/{formId}";

    /// <summary>A report of a case.</summary>
    /// <param name="number">Number of the case.</param>
    /// <param name="kind">Which.</param>
    public static string Report(string number, Onboarding.Core.Reporting.ReportKind kind) => Of(number) + ReportCatalog.Of(kind).Path;

    /// <summary>Formulir Pendaftaran Pelanggan of a case, filled.</summary>
    /// <param name="number">Number of the case.</param>
    public static string RegistrationForm(string number) => Of(number) + RegistrationFormPath;

    /// <summary>Checklist Kelengkapan Data of a case.</summary>
    /// <param name="number">Number of the case.</param>
    public static string Checklist(string number) => Of(number) + ChecklistPath;

    /// <summary>Form Persetujuan Pelanggan of a case; there is one once a decision is in force.</summary>
    /// <param name="number">Number of the case.</param>
    public static string ApprovalForm(string number) => Of(number) + ApprovalFormPath;

    /// <summary>Laporan Verifikasi of a case.</summary>
    /// <param name="number">Number of the case.</param>
    public static string VerificationReport(string number) => Of(number) + VerificationReportPath;

    /// <summary>Form Verifikasi Data of a case.</summary>
    /// <param name="number">Number of the case.</param>
    public static string VerificationForm(string number) => Of(number) + VerificationFormPath;

    private static string Of(string number) => $"/cases/{Uri.EscapeDataString(number)}/reports";
}
