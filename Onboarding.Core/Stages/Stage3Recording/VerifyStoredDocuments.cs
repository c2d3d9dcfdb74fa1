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
public sealed class VerifyStoredDocumentsHandler(CaseWriter writer, OnboardingContextFactory contexts, IDocumentStorage storage) : IUseCase
{
    /// <summary>
    /// Reads outside the transaction, which would otherwise keep every writer waiting, and records the findings
    /// together with the items of the checklist that they prove.
    /// </summary>
    public async Task<Result<CaseState>> HandleAsync(
        VerifyStoredDocuments command, Actor actor, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var documents = await context.Documents.AsNoTracking().Where(document => document.CaseId == command.Target.Id && document.State != DocumentState.Removed).ToListAsync(cancellationToken);
        var findings = new Dictionary<Guid, bool>();
        foreach (var document in documents)
        {
            findings[document.Id] = await storage.VerifyAsync(document.ToStored(), cancellationToken) == DocumentIntegrity.Intact;
            progress?.Report(findings.Count);
        }

        return await writer.ActAsync(command.Target, actor, work => Record(work, findings), cancellationToken);
    }

    private static Refusal? Record(CaseWork work, Dictionary<Guid, bool> findings)
    {
        var intact = findings.Count(finding => finding.Value);
        var damaged = findings.Count - intact;
        if (work.Act(CaseAction.TickStorage, details: $$"""{"intact":{{intact}},"damaged":{{damaged}}}""") is { } refusal)
        {
            return refusal;
        }

        foreach (var document in work.Case.Documents.Where(document => findings.ContainsKey(document.Id)))
        {
            document.RecordVerification(findings[document.Id], work.Now);
        }

        foreach (var item in Enum.GetValues<StorageItem>().Where(StorageChecklist.IsProvenBySystem))
        {
            work.Case.Tick(work.NewId(), ChecklistKind.Storage, item.ToString(), null, work.Actor, work.Now);
        }

        return null;
    }
}
