using Onboarding.Core.Reporting;
using Onboarding.Portal.Reports.Components;

namespace Onboarding.Portal.Reports;

/// <summary>One report of a case.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Path">Its address below <see cref="ReportUrls.Group"/>.</param>
/// <param name="Component">The component that is printed; its parameters are <c>Context</c> and <c>Model</c>.</param>
/// <param name="FileName">The words in the name of its file, in the language of now.</param>
internal sealed record ReportEntry(ReportKind Kind, string Path, Type Component, Func<string> FileName);

/// <summary>Every report of a case: where it is, and what draws it.</summary>
internal static class ReportCatalog
{
    /// <summary>The reports, in the order of the SOP.</summary>
    public static IReadOnlyList<ReportEntry> All { get; } =
    [
        new(ReportKind.RegistrationForm, ReportUrls.RegistrationFormPath, typeof(FilledFormReport), () => ReportText.RegistrationFormFile),
        new(ReportKind.CompletenessChecklist, ReportUrls.ChecklistPath, typeof(ChecklistReportPage), () => ReportText.ChecklistFile),
        new(ReportKind.VerificationForm, ReportUrls.VerificationFormPath, typeof(VerificationFormPage), () => ReportText.FormFile),
        new(ReportKind.VerificationLog, ReportUrls.VerificationLogPath, typeof(VerificationLogPage), () => ReportText.LogFile),
        new(ReportKind.VerificationReport, ReportUrls.VerificationReportPath, typeof(VerificationReportPage), () => ReportText.VerificationReportFile),
        new(ReportKind.ApprovalForm, ReportUrls.ApprovalFormPath, typeof(ApprovalFormReport), () => ReportText.ApprovalFormFile),
        new(ReportKind.ActivationLetter, ReportUrls.ActivationLetterPath, typeof(ActivationLetterReport), () => ReportText.LetterFile),
    ];

    /// <summary>The report of a kind.</summary>
    public static ReportEntry Of(ReportKind kind) => All.Single(entry => entry.Kind == kind);
}
