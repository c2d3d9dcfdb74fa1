using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage3Recording;

/// <summary>
/// Reads stored documents back when they are due and compares their hashes (SOP stage 3, "memastikan keamanan data"). Called by
/// a job. A copy that is missing or damaged is made up from the file; a file that is damaged becomes work for Tim IT.
/// </summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="unitOfWork">The write path.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="storage">Document storage.</param>
/// <param name="options">When a document is due again.</param>
/// <param name="clock">Clock.</param>
public sealed class ProveStoredDocumentsHandler(
    CaseWriter writer, UnitOfWork unitOfWork, OnboardingContextFactory contexts, IDocumentStorage storage, DocumentStorageOptions options, TimeProvider clock) : IUseCase
{
    /// <summary>At most this many in one call; the caller calls again after a full batch.</summary>
    public const int BatchSize = 50;

    private const string JobName = "ProveStoredDocuments";

    /// <summary>Proves what is due, the longest unproved first; answers how many.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        await using var context = contexts.CreateDbContext();
        var due = await context.Documents.AsNoTracking()
            .Where(document => document.State != DocumentState.Removed && document.ProveAt <= now)
            .OrderBy(document => document.ProveAt)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        var proofs = new List<(CaseDocument Document, DocumentProof Proof)>(due.Count);
        foreach (var document in due)
        {
            proofs.Add((document, await ProveAsync(document, cancellationToken)));
        }

        var damaged = proofs.Where(entry => entry.Proof.Integrity != DocumentIntegrity.Intact).ToList();
        await RecordIntactAsync([.. proofs.Except(damaged)], damaged.Count, cancellationToken);
        await CaseSweep.ActAsync(damaged, entry => writer.ActAsync(
            new CaseTarget(entry.Document.CaseId, null), Actor.System(JobName), work => Raise(work, entry.Document, entry.Proof), cancellationToken));
        return due.Count;
    }

    private async Task<DocumentProof> ProveAsync(CaseDocument document, CancellationToken cancellationToken)
    {
        var proof = await storage.VerifyAsync(document.ToStored(), cancellationToken);
        return proof is { Integrity: DocumentIntegrity.Intact, IsWhole: false } ? await storage.RestoreAsync(document.ToStored(), cancellationToken) : proof;
    }

    // Nothing about the case changes when its files are as they were; one event for the whole batch says that somebody looked.
    private async Task RecordIntactAsync(List<(CaseDocument Document, DocumentProof Proof)> intact, int damaged, CancellationToken cancellationToken)
    {
        if (intact.Count == 0 && damaged == 0)
        {
            return;
        }

        var now = Instant.Now(clock);
        var next = now + options.ProveEvery;
        await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                foreach (var copies in intact.GroupBy(entry => entry.Proof))
                {
                    var files = copies.Select(entry => entry.Document.FileId).ToList();
                    await scope.Context.Documents
                        .Where(document => files.Contains(document.FileId))
                        .ExecuteUpdateAsync(
                            change => change
                                .SetProperty(document => document.Integrity, copies.Key.Integrity)
                                .SetProperty(document => document.Copies, copies.Key.Copies)
                                .SetProperty(document => document.IntactCopies, copies.Key.IntactCopies)
                                .SetProperty(document => document.VerifiedAt, now)
                                .SetProperty(document => document.ProveAt, next),
                            cancellationToken);
                }

                await scope.RecordAsync(
                    new AuditEntry("Documents.Prove") { Details = $$"""{"intact":{{intact.Count}},"damaged":{{damaged}}}""" },
                    Actor.System(JobName), SequentialId.New(clock), now, cancellationToken);
                return Done.Instance;
            },
            cancellationToken);
    }

    private Refusal? Raise(CaseWork work, CaseDocument seen, DocumentProof proof)
    {
        // A late check may have replaced the file meanwhile; then this says nothing about the present one.
        if (work.Case.Documents.FirstOrDefault(item => item.Id == seen.Id && item.HasContent && item.FileId == seen.FileId) is { } document)
        {
            document.RecordProof(proof, work.Now, work.Now + options.ProveEvery);
            work.RaiseConcern(ConcernKind.StoredDocumentDamaged, document.Id);
        }

        return null;
    }
}
