using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage3Recording;

/// <summary>Reads every document of a case back from the storage and compares its hash (SOP stage 3: "memastikan keamanan data").</summary>
/// <param name="Target">Which case.</param>
public sealed record VerifyStoredDocuments(CaseTarget Target);

/// <summary>Handles <see cref="VerifyStoredDocuments"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="storage">Document storage.</param>
/// <param name="options">When the documents are proved again.</param>
public sealed class VerifyStoredDocumentsHandler(
    CaseWriter writer, OnboardingContextFactory contexts, IDocumentStorage storage, DocumentStorageOptions options) : IUseCase
{
    /// <summary>
    /// Reads outside the transaction, which would otherwise keep every writer waiting, and records the findings
    /// together with the items of the checklist that they prove. A damaged document becomes work for Tim IT.
    /// </summary>
    public async Task<Result<CaseState>> HandleAsync(
        VerifyStoredDocuments command, Actor actor, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var documents = await context.Documents.AsNoTracking().Where(document => document.CaseId == command.Target.Id && document.State != DocumentState.Removed).ToListAsync(cancellationToken);
        var findings = new Dictionary<Guid, DocumentProof>();
        foreach (var document in documents)
        {
            findings[document.Id] = await storage.VerifyAsync(document.ToStored(), cancellationToken);
            progress?.Report(findings.Count);
        }

        return await writer.ActAsync(command.Target, actor, work => Record(work, findings), cancellationToken);
    }

    private Refusal? Record(CaseWork work, Dictionary<Guid, DocumentProof> findings)
    {
        var intact = findings.Count(finding => finding.Value.Integrity == DocumentIntegrity.Intact);
        var damaged = findings.Count - intact;
        if (work.Act(CaseAction.TickStorage, details: $$"""{"intact":{{intact}},"damaged":{{damaged}}}""") is { } refusal)
        {
            return refusal;
        }

        foreach (var document in work.Case.Documents.Where(document => findings.ContainsKey(document.Id)))
        {
            document.RecordProof(findings[document.Id], work.Now, work.Now + options.ProveEvery);
            if (document.IsIntact == false)
            {
                work.RaiseConcern(ConcernKind.StoredDocumentDamaged, document.Id);
            }
        }

        foreach (var item in Enum.GetValues<StorageItem>().Where(StorageChecklist.IsProvenBySystem))
        {
            if (StorageChecklist.Holds(item, work.Case))
            {
                work.Case.Tick(work.NewId(), ChecklistKind.Storage, item.ToString(), null, work.Actor, work.Now);
            }
            else
            {
                work.Case.Untick(ChecklistKind.Storage, item.ToString());
            }
        }

        return null;
    }
}
