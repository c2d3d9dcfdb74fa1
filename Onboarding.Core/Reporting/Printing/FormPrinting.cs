using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting.Issuing;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Reporting.Printing;

/// <summary>
/// Prints a form that has its number and stores it. Form, document and audit event are written in one transaction that also asks
/// whether the case is still the one that was printed; when it changed meanwhile, it is printed once more.
/// </summary>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="reader">Reads the report.</param>
/// <param name="writer">The gate to a case.</param>
/// <param name="codes">Opens confirmation codes.</param>
/// <param name="printer">Prints.</param>
/// <param name="storage">Document storage.</param>
/// <param name="queue">The queue.</param>
/// <param name="clock">Clock.</param>
public sealed class FormPrinting(
    OnboardingContextFactory contexts, ReportReader reader, CaseWriter writer, FormCodes codes, IReportPrinter printer, IDocumentStorage storage, PrintQueue queue, TimeProvider clock)
{
    private const int MostReadings = 5;

    /// <summary>Works on one request.</summary>
    internal async Task RunAsync(PrintRequest request, CancellationToken cancellationToken)
    {
        for (var reading = 1; reading <= MostReadings; reading++)
        {
            var (form, number) = await FindAsync(request, cancellationToken);
            if (form.State != IssuedFormState.Pending)
            {
                return;
            }

            var report = await reader.ReadAsync(number, form.Kind, request.Actor, cancellationToken);
            if (!report.IsDone || report.Value.IsCovered)
            {
                await queue.FailAsync(request, PrintFailure.NotPrintable, cancellationToken);
                return;
            }

            var file = await printer.PrintAsync(
                new PrintOrder(report.Value, form.Language, form.RequestedByName, new FormMark(form.Number, codes.Open(form))), cancellationToken);
            if (file is null)
            {
                await queue.FailAsync(request, PrintFailure.Browser, cancellationToken);
                return;
            }

            var stored = await StoreAsync(request, form, report.Value, file, cancellationToken);
            if (stored.IsDone)
            {
                return;
            }

            if (stored.Refusal is not Conflict { Code: RefusalCode.VersionConflict })
            {
                await queue.FailAsync(request, stored.Refusal is NotAllowed { Code: RefusalCode.CaseOnHold } ? PrintFailure.NotPrintable : PrintFailure.Storage, cancellationToken);
                return;
            }
        }

        // A case that changes faster than it is printed: it waits behind the others and is tried again.
        await queue.PutBackAsync(request, CancellationToken.None);
    }

    private async Task<(IssuedForm Form, string Number)> FindAsync(PrintRequest request, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var form = await context.IssuedForms.AsNoTracking().SingleAsync(item => item.Id == request.FormId, cancellationToken);
        return (form, await context.Cases.Where(owner => owner.Id == form.CaseId).Select(owner => owner.Number).SingleAsync(cancellationToken));
    }

    private async Task<Result<CaseState>> StoreAsync(PrintRequest request, IssuedForm form, CaseReport report, byte[] file, CancellationToken cancellationToken)
    {
        await using MemoryStream content = new(file, writable: false);
        var stored = await storage.StoreAsync(SequentialId.New(clock), content, cancellationToken);
        if (!stored.IsDone)
        {
            return stored.Refusal;
        }

        // A commit whose outcome is not known leaves the file: one without an entry is swept up a day later.
        var written = await writer.ActAsync(
            new CaseTarget(form.CaseId, report.CaseVersion),
            request.Actor,
            (work, scope) => IssueAsync(work, scope, request, form.Id, report, stored.Value, cancellationToken),
            cancellationToken);
        if (!written.IsDone)
        {
            await storage.DeleteAsync(stored.Value.Id, CancellationToken.None);
        }

        return written;
    }

    private static async Task<Refusal?> IssueAsync(
        CaseWork work, WriteScope scope, PrintRequest request, Guid formId, CaseReport report, StoredDocument stored, CancellationToken cancellationToken)
    {
        var form = await scope.Context.IssuedForms.SingleAsync(item => item.Id == formId, cancellationToken);
        var row = await scope.Context.PrintRequests.SingleAsync(item => item.Id == request.Id, cancellationToken);
        if (form.State != IssuedFormState.Pending || !row.IsHeldBy(request))
        {
            // Another node took it over after this one was thought dead: what that one stored is the form.
            return new Conflict(RefusalCode.PrintNotOpen);
        }

        if (work.Case.Hold is not null)
        {
            return new NotAllowed(RefusalCode.CaseOnHold);
        }

        var earlier = await scope.Context.IssuedForms
            .Where(item => item.CaseId == form.CaseId && item.Kind == form.Kind && item.Language == form.Language
                && item.State == IssuedFormState.Issued && item.SupersededAt == null)
            .ToListAsync(cancellationToken);
        earlier.ForEach(item => item.Supersede(work.Now));
        var document = work.Case.AddDocument(work.NewId(), DocumentKind.IssuedForm, form.FileName, TakenDocument.OwnWork(stored), work.Actor, work.Now);
        form.Issue(report, document.Id, stored.Sha256, work.Now);
        row.Finish(isJoined: false, expiresAt: null, work.Now);
        work.Record(new AuditEntry("Form.Issue")
        {
            Details = $$"""{"report":"{{form.Kind}}","number":"{{form.Number}}","language":"{{form.Language}}","document":"{{document.Id:N}}","sha256":"{{Convert.ToHexStringLower(stored.Sha256)}}"}""",
        });
        return null;
    }
}
