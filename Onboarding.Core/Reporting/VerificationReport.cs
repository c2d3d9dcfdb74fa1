using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage3Recording;

namespace Onboarding.Core.Reporting;

/// <summary>Laporan Verifikasi (SOP stage 4): everything that was examined, with evidence, and who did it.</summary>
/// <param name="Subject">The case.</param>
/// <param name="Documents">Every version of every document with its SHA-256.</param>
/// <param name="Checklist">Checklist Kelengkapan Data of stage 1.</param>
/// <param name="Warnings">What the rules find odd in the data and a person had to look at.</param>
/// <param name="Checks">Form Verifikasi Data: the latest check of each fact.</param>
/// <param name="ReplacedChecks">Log Verifikasi: earlier checks that a later one replaced, oldest first.</param>
/// <param name="Reentries">Blind re-entries, by field.</param>
/// <param name="Sources">Answers of external sources, oldest first.</param>
/// <param name="Rounds">Log Verifikasi: rounds of clarification with every item before and after, oldest first.</param>
/// <param name="Contacts">Log Verifikasi: other contacts with the applicant, oldest first.</param>
/// <param name="Duplicates">Matches of the duplicate search.</param>
/// <param name="Consents">Consents of the applicant.</param>
/// <param name="Storage">Storage and security checklist of stage 3.</param>
/// <param name="Parts">Who took which part.</param>
/// <param name="Decisions">Recommendations and decisions, oldest first; empty before stage 4.</param>
/// <param name="History">Who did what, oldest first.</param>
public sealed record VerificationReport(
    ReportSubject Subject,
    IReadOnlyList<DocumentLine> Documents,
    IReadOnlyList<ChecklistLine> Checklist,
    IReadOnlyList<FieldWarning> Warnings,
    IReadOnlyList<CheckLine> Checks,
    IReadOnlyList<CheckLine> ReplacedChecks,
    IReadOnlyList<ReentryLine> Reentries,
    IReadOnlyList<SourceAnswerLine> Sources,
    IReadOnlyList<RoundLine> Rounds,
    IReadOnlyList<ContactLine> Contacts,
    IReadOnlyList<DuplicateLine> Duplicates,
    IReadOnlyList<ConsentLine> Consents,
    IReadOnlyList<StorageLine> Storage,
    IReadOnlyList<PartLine> Parts,
    IReadOnlyList<DecisionLine> Decisions,
    IReadOnlyList<HistoryLine> History)
{
    /// <summary>The supervisor's decision that is in force, or null: none was made, or the case was opened again since.</summary>
    public DecisionLine? DecisionInForce =>
        Decisions is [.., { Outcome: DecisionOutcome.Approved or DecisionOutcome.Rejected } last] ? last : null;

    /// <summary>The report of a case, at whatever stage it stands.</summary>
    public static VerificationReport Build(CaseFile file, Product product) => new(
        ReportBuilder.Subject(file, product),
        ReportBuilder.Documents(file.Case),
        file.Checklist,
        file.Warnings,
        ReportBuilder.Checks(file),
        ReportBuilder.ReplacedChecks(file),
        ReportBuilder.Reentries(file.Case),
        ReportBuilder.Sources(file),
        ReportContacts.Rounds(file),
        ReportContacts.Contacts(file.Case),
        ReportBuilder.Duplicates(file.Case),
        ReportBuilder.Consents(file.Case),
        file.Storage,
        ReportBuilder.Parts(file.Case),
        ReportBuilder.Decisions(file),
        ReportBuilder.History(file));
}
