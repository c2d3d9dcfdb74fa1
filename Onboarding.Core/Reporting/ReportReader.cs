using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>Reads what the reports of a case are made of. Who may not look into cases learns nothing of it.</summary>
/// <param name="cases">Reads cases.</param>
/// <param name="products">Reads products.</param>
public sealed class ReportReader(CaseFileReader cases, ProductReader products)
{
    /// <summary>Any report of a case; refused as not found while there is none of this kind.</summary>
    /// <param name="number">Number of the case.</param>
    /// <param name="kind">Which report.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Result<CaseReport>> ReadAsync(string number, ReportKind kind, Actor actor, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(number, actor, cancellationToken);
        if (!read.IsDone)
        {
            return read.Refusal;
        }

        var file = read.Value;
        var product = await ProductAsync(file, cancellationToken);
        if (ModelOf(kind, file, product) is not { } model)
        {
            return new NotFound(RefusalCode.RecordNotFound);
        }

        return new CaseReport(kind, ReportBuilder.Subject(file, product), model, file.Case.Version, DecisionOf(kind, file.Case), file.HiddenFields.Count > 0);
    }

    /// <summary>Form Persetujuan Pelanggan; refused as not found while no decision is in force.</summary>
    public async Task<Result<ApprovalForm>> ApprovalFormAsync(string number, Actor actor, CancellationToken cancellationToken)
    {
        var file = await ReadAsync(number, actor, cancellationToken);
        if (!file.IsDone)
        {
            return file.Refusal;
        }

        return ApprovalForm.Build(file.Value, await ProductAsync(file.Value, cancellationToken)) is { } form
            ? form
            : new NotFound(RefusalCode.RecordNotFound);
    }

    /// <summary>Laporan Verifikasi.</summary>
    public async Task<Result<VerificationReport>> VerificationReportAsync(string number, Actor actor, CancellationToken cancellationToken)
    {
        var file = await ReadAsync(number, actor, cancellationToken);
        return file.IsDone
            ? VerificationReport.Build(file.Value, await ProductAsync(file.Value, cancellationToken))
            : file.Refusal;
    }

    /// <summary>Formulir Pendaftaran Pelanggan, filled.</summary>
    public async Task<Result<FilledForm>> FilledFormAsync(string number, Actor actor, CancellationToken cancellationToken)
    {
        var file = await ReadAsync(number, actor, cancellationToken);
        return file.IsDone ? FilledForm.Build(file.Value, await ProductAsync(file.Value, cancellationToken)) : file.Refusal;
    }

    /// <summary>Checklist Kelengkapan Data.</summary>
    public async Task<Result<ChecklistReport>> ChecklistAsync(string number, Actor actor, CancellationToken cancellationToken)
    {
        var file = await ReadAsync(number, actor, cancellationToken);
        return file.IsDone ? ChecklistReport.Build(file.Value, await ProductAsync(file.Value, cancellationToken)) : file.Refusal;
    }

    private static object? ModelOf(ReportKind kind, CaseFile file, Product product) => kind switch
    {
        ReportKind.ApprovalForm => ApprovalForm.Build(file, product),
        ReportKind.VerificationReport or ReportKind.VerificationForm or ReportKind.VerificationLog => VerificationReport.Build(file, product),
        ReportKind.RegistrationForm => FilledForm.Build(file, product),
        ReportKind.CompletenessChecklist => ChecklistReport.Build(file, product),
        ReportKind.ActivationLetter => ActivationLetter.Build(file, product),
    };

    private static DecisionOutcome? DecisionOf(ReportKind kind, OnboardingCase owner) =>
        kind is ReportKind.ApprovalForm or ReportKind.VerificationReport or ReportKind.ActivationLetter && ApprovalForm.IsIssuedFor(owner)
            ? owner.Decisions.OrderBy(decision => decision.At).ThenBy(decision => decision.Id).Last().Outcome
            : null;

    // A print shows no more than the page of the same person: who still has to type a number from the document does not print it first.
    private async Task<Result<CaseFile>> ReadAsync(string number, Actor actor, CancellationToken cancellationToken)
    {
        var file = await cases.ReadAsync(number, actor, cancellationToken);
        return file.IsDone ? file.Value.Covered() : file;
    }

    private async Task<Product> ProductAsync(CaseFile file, CancellationToken cancellationToken) =>
        (await products.AllAsync(cancellationToken)).Single(product => product.Code == file.Case.ProductCode);
}
