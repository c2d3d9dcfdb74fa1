using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Stages.Stage1Intake;

namespace Onboarding.Core.Reporting;

/// <summary>The Formulir Pendaftaran Pelanggan of a case as it stands (SOP stage 1). It is the applicant's own form, so numbers are printed in full.</summary>
/// <param name="Subject">The case.</param>
/// <param name="Data">The applicant's data.</param>
/// <param name="Requirements">What the product asked for.</param>
/// <param name="Consents">What was agreed to, oldest first.</param>
/// <param name="Explanation">The tick by which staff explained the product, or null.</param>
public sealed record FilledForm(
    ReportSubject Subject, ApplicantData Data, IReadOnlyList<ProductRequirement> Requirements, IReadOnlyList<ConsentLine> Consents, ChecklistTick? Explanation)
{
    /// <summary>The form of a case.</summary>
    public static FilledForm Build(CaseFile file, Product product) => new(
        ReportBuilder.Subject(file, product),
        file.Data,
        file.Case.Requirements,
        ReportBuilder.Consents(file.Case),
        file.Checklist.FirstOrDefault(line => line.Item == ChecklistItem.ProductExplained)?.Tick);
}

/// <summary>The Checklist Kelengkapan Data of a case as it stands (SOP stage 1).</summary>
/// <param name="Subject">The case.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="BrochureVersion">Version of the brochure that applies, or null.</param>
public sealed record ChecklistReport(ReportSubject Subject, IReadOnlyList<ChecklistLine> Lines, int? BrochureVersion)
{
    /// <summary>The checklist of a case.</summary>
    public static ChecklistReport Build(CaseFile file, Product product) =>
        new(ReportBuilder.Subject(file, product), file.Checklist, file.Case.BrochureVersion);
}
