using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting.Issuing;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Reporting.Printing;

/// <summary>
/// Prints the reports of a selection, one after the other. Each is stored, encrypted, as soon as it is printed, in one transaction
/// with the audit event of its case; so after a crash it goes on with the next, and nothing leaves the portal without a trace.
/// </summary>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="unitOfWork">The write path.</param>
/// <param name="reader">Reads the reports.</param>
/// <param name="writer">The gate to a case.</param>
/// <param name="printer">Prints.</param>
/// <param name="storage">Document storage.</param>
/// <param name="join">Makes one file of many.</param>
/// <param name="queue">The queue.</param>
/// <param name="settings">How long a lease lasts.</param>
/// <param name="feed">Told of progress.</param>
/// <param name="clock">Clock.</param>
public sealed class BulkPrinting(
    OnboardingContextFactory contexts,
    UnitOfWork unitOfWork,
    ReportReader reader,
    CaseWriter writer,
    IReportPrinter printer,
    IDocumentStorage storage,
    PrintJoining join,
    PrintQueue queue,
    PrintSettings settings,
    PrintFeed feed,
    TimeProvider clock)
{
    // After so many reports a bulk print goes to the end of the queue, so that two of them advance side by side.
    private const int Slice = 20;

    /// <summary>Works on one request until it is done, stopped, or has had its turn.</summary>
    internal async Task RunAsync(PrintRequest request, CancellationToken cancellationToken)
    {
        for (var turn = 0; turn < Slice; turn++)
        {
            var (item, isCancelled) = await NextAsync(request.Id, cancellationToken);
            if (isCancelled)
            {
                await queue.StopAsync(request, cancellationToken);
                await join.DiscardAsync(request.Id, CancellationToken.None);
                return;
            }

            if (item is null)
            {
                await join.FinishAsync(request, cancellationToken);
                return;
            }

            switch (await PrintAsync(request, item, cancellationToken))
            {
                case Step.Failed:
                    await queue.FailAsync(request, PrintFailure.Browser, cancellationToken);
                    return;
                case Step.Lost:
                    return;
            }

            feed.Publish(request.Id);
        }

        await queue.PutBackAsync(request, cancellationToken);
    }

    private async Task<(PrintItem? Item, bool IsCancelled)> NextAsync(Guid requestId, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var isCancelled = await context.PrintRequests.AnyAsync(item => item.Id == requestId && item.CancelRequestedAt != null, cancellationToken);
        return (await context.PrintItems.AsNoTracking()
            .Where(item => item.RequestId == requestId && item.State == PrintItemState.Waiting)
            .OrderBy(item => item.Number).FirstOrDefaultAsync(cancellationToken), isCancelled);
    }

    private async Task<Step> PrintAsync(PrintRequest request, PrintItem item, CancellationToken cancellationToken)
    {
        var report = await reader.ReadAsync(item.CaseNumber, item.Kind, request.Actor, cancellationToken);
        if (!report.IsDone)
        {
            await unitOfWork.WriteAsync<Done>(scope => SettleAsync(scope, request, item, null, cancellationToken), cancellationToken);
            return Step.Done;
        }

        var file = await IssuedAsync(report.Value, request.Language, cancellationToken)
            ?? await printer.PrintAsync(new PrintOrder(report.Value, request.Language, request.RequestedByName, Mark: null), cancellationToken);
        if (file is null)
        {
            return Step.Failed;
        }

        await using MemoryStream content = new(file, writable: false);
        var stored = await storage.StoreAsync(SequentialId.New(clock), content, cancellationToken);
        if (!stored.IsDone)
        {
            return Step.Failed;
        }

        var written = await writer.ActAsync(
            new CaseTarget(item.CaseId, null),
            request.Actor,
            async (work, scope) =>
            {
                work.Record(new AuditEntry(RecordReportIssueHandler.AuditAction)
                {
                    Details = $$"""{"report":"{{item.Kind}}","format":"{{ReportFormat.Pdf}}","language":"{{request.Language}}","sha256":"{{Convert.ToHexStringLower(stored.Value.Sha256)}}","print":"{{request.Id:N}}"}""",
                });
                return (await SettleAsync(scope, request, item, stored.Value, cancellationToken)).Refusal;
            },
            cancellationToken);
        if (!written.IsDone)
        {
            await storage.DeleteAsync(stored.Value.Id, CancellationToken.None);
        }

        // Somebody changed the case at this moment: the report is printed again. Another node took the print over: it goes on there.
        return written.Refusal is Conflict { Code: RefusalCode.PrintNotOpen } ? Step.Lost : Step.Done;
    }

    // Paper and archive are the same where a form was issued and nothing changed since.
    private async Task<byte[]?> IssuedAsync(CaseReport report, Language language, CancellationToken cancellationToken)
    {
        if (report.IsCovered)
        {
            return null;
        }

        var fingerprint = report.Fingerprint();
        await using var context = contexts.CreateDbContext();
        var documentId = await context.IssuedForms.AsNoTracking()
            .Where(form => form.CaseId == report.Subject.CaseId && form.Kind == report.Kind && form.Language == language
                && form.State == IssuedFormState.Issued && form.SupersededAt == null && form.Fingerprint == fingerprint)
            .Select(form => form.DocumentId).FirstOrDefaultAsync(cancellationToken);
        var document = documentId is null ? null : await context.Documents.AsNoTracking().SingleOrDefaultAsync(item => item.Id == documentId, cancellationToken);
        if (document is null)
        {
            return null;
        }

        try
        {
            await using var stream = await storage.OpenAsync(document.ToStored(), cancellationToken);
            await using MemoryStream content = new();
            await stream.CopyToAsync(content, cancellationToken);
            var file = content.ToArray();
            return SHA256.HashData(file).AsSpan().SequenceEqual(document.Sha256) ? file : null;
        }
        catch (DocumentUnreadableException)
        {
            return null;
        }
    }

    private enum Step
    {
        Done,
        Failed,
        Lost,
    }

    private async Task<Result<Done>> SettleAsync(WriteScope scope, PrintRequest taken, PrintItem item, StoredDocument? stored, CancellationToken cancellationToken)
    {
        await scope.LockSubmissionAsync(taken.Id, cancellationToken);
        var request = await scope.Context.PrintRequests.SingleAsync(row => row.Id == taken.Id, cancellationToken);
        var row = await scope.Context.PrintItems.SingleAsync(line => line.RequestId == taken.Id && line.Number == item.Number, cancellationToken);
        if (!request.IsHeldBy(taken) || row.State != PrintItemState.Waiting)
        {
            return new Conflict(RefusalCode.PrintNotOpen);
        }

        if (stored is not null)
        {
            row.Hold(stored);
        }

        row.Settle(stored is null ? PrintItemState.Skipped : PrintItemState.Printed);
        request.Advance(stored is null, settings.Lease, Instant.Now(clock));
        return Done.Instance;
    }
}
