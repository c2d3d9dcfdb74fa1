using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Documents.Inspection;

/// <summary>
/// Looks into documents that were received while a tool or the virus scanner was away. When each is due stands in its row; one
/// for which help is still away is tried again later, so nothing is forgotten and nothing is tried without end.
/// </summary>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="writer">The gate to a case.</param>
/// <param name="unitOfWork">The write path of documents without a case.</param>
/// <param name="intake">Looks into them.</param>
/// <param name="storage">Document storage.</param>
/// <param name="clock">Clock.</param>
public sealed class CheckWaitingDocumentsHandler(
    OnboardingContextFactory contexts, CaseWriter writer, UnitOfWork unitOfWork, DocumentIntake intake, IDocumentStorage storage, TimeProvider clock) : IUseCase
{
    /// <summary>At most this many of each kind are looked into in one call; the caller calls again after a full batch.</summary>
    public const int BatchSize = 20;

    private static readonly Actor Checker = Actor.System("document-check");

    /// <summary>Looks into what is due; answers how many documents that were.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        await using var context = contexts.CreateDbContext();
        var inCases = await context.Documents.AsNoTracking()
            .Where(document => document.NextCheckAt <= now).OrderBy(document => document.NextCheckAt).Take(BatchSize).ToListAsync(cancellationToken);
        var inForms = await context.PendingDocuments.AsNoTracking()
            .Where(document => document.NextCheckAt <= now).OrderBy(document => document.NextCheckAt).Take(BatchSize).ToListAsync(cancellationToken);
        foreach (var document in inCases)
        {
            await CheckAsync(document, outcome => SettleInCaseAsync(document, outcome, cancellationToken), cancellationToken);
        }

        foreach (var document in inForms)
        {
            await CheckAsync(document, outcome => SettleInFormAsync(document, outcome, cancellationToken), cancellationToken);
        }

        return Math.Max(inCases.Count, inForms.Count);
    }

    private async Task CheckAsync(KeptDocument document, Func<Result<TakenDocument>, Task<bool>> settle, CancellationToken cancellationToken)
    {
        var waiting = document.ToStored();
        Result<TakenDocument> outcome;
        try
        {
            outcome = await intake.ReviewAsync(waiting, cancellationToken);
        }
        catch (DocumentUnreadableException)
        {
            // Its file or key is missing: IT finds it by reading the storage back (stage 3). It waits and is tried again.
            outcome = document.ToTaken();
        }

        var isSettled = await settle(outcome);
        if (outcome.IsDone && outcome.Value.Stored.Id != waiting.Id)
        {
            // Either the entry names the new file now, or somebody settled the document in another way meanwhile.
            await storage.DeleteAsync(isSettled ? waiting.Id : outcome.Value.Stored.Id, CancellationToken.None);
        }
        else if (isSettled && !outcome.IsDone)
        {
            await storage.DeleteAsync(waiting.Id, CancellationToken.None);
        }
    }

    private async Task<bool> SettleInCaseAsync(CaseDocument document, Result<TakenDocument> outcome, CancellationToken cancellationToken)
    {
        if (outcome is { IsDone: true, Value.State: DocumentState.NotYetChecked })
        {
            await unitOfWork.WriteAsync<Done>(
                async scope => Apply(await scope.Context.Documents.SingleOrDefaultAsync(item => item.Id == document.Id, cancellationToken), document, outcome),
                cancellationToken);
            return false;
        }

        var settled = await writer.ActAsync(
            new CaseTarget(document.CaseId, null),
            Checker,
            work =>
            {
                if (Apply(work.Case.Documents.FirstOrDefault(item => item.Id == document.Id), document, outcome).Refusal is { } refusal)
                {
                    return refusal;
                }

                // A new version of the case, so that every page that shows it reads it again.
                work.Case.Touch(work.Now);
                work.Touch(work.Case.LiveWorkItem?.Queue);
                work.Record(Entry(document, outcome));
                return null;
            },
            cancellationToken);
        return settled.IsDone;
    }

    private async Task<bool> SettleInFormAsync(PendingDocument document, Result<TakenDocument> outcome, CancellationToken cancellationToken)
    {
        var settled = await unitOfWork.WriteAsync<Done>(
            async scope => Apply(await scope.Context.PendingDocuments.SingleOrDefaultAsync(item => item.Id == document.Id, cancellationToken), document, outcome),
            cancellationToken);
        return settled.IsDone && outcome is not { IsDone: true, Value.State: DocumentState.NotYetChecked };
    }

    private Result<Done> Apply(KeptDocument? document, KeptDocument seen, Result<TakenDocument> outcome)
    {
        if (document is not { State: DocumentState.NotYetChecked } || document.FileId != seen.FileId)
        {
            return new NotFound(RefusalCode.DocumentNotFound);
        }

        if (!outcome.IsDone)
        {
            document.RemoveContent(outcome.Refusal.Arguments.FirstOrDefault());
        }
        else if (outcome.Value.State == DocumentState.NotYetChecked)
        {
            document.Postpone(Instant.Now(clock));
        }
        else
        {
            document.Settle(outcome.Value);
        }

        return Done.Instance;
    }

    private static AuditEntry Entry(CaseDocument document, Result<TakenDocument> outcome)
    {
        var state = outcome.IsDone ? outcome.Value.State : DocumentState.Removed;
        var finding = outcome.IsDone ? outcome.Value.Finding : outcome.Refusal.Arguments.FirstOrDefault();
        var hash = outcome.IsDone ? Convert.ToHexStringLower(outcome.Value.Stored.Sha256) : null;
        return new AuditEntry("Document.Check")
        {
            Details = $$"""{"document":"{{document.Id:N}}","kind":"{{document.Kind}}","state":"{{state}}","finding":"{{finding}}","sha256":"{{hash}}"}""",
        };
    }
}
