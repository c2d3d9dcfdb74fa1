using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage3Recording;

/// <summary>Tim IT puts an intact copy in the place of a damaged document, or proves one that was put back from the backup.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="DocumentId">The document.</param>
public sealed record RestoreDocument(Guid CaseId, Guid DocumentId);

/// <summary>Handles <see cref="RestoreDocument"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="storage">Document storage.</param>
/// <param name="options">When the document is proved again.</param>
public sealed class RestoreDocumentHandler(
    CaseWriter writer, OnboardingContextFactory contexts, IDocumentStorage storage, DocumentStorageOptions options) : IUseCase
{
    /// <summary>True when this person may restore this document: Tim IT, when the last proof found it damaged.</summary>
    public static bool May(Actor actor, CaseDocument document) =>
        actor.Has(ActorRole.InformationTechnology) && document is { IsIntact: false, HasContent: true };

    /// <summary>Restores the file outside the transaction and records what it is now; it is refused when no place has an intact one.</summary>
    public async Task<Result<CaseState>> HandleAsync(RestoreDocument command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.InformationTechnology))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        await using var context = contexts.CreateDbContext();
        var seen = await context.Documents.AsNoTracking()
            .SingleOrDefaultAsync(item => item.Id == command.DocumentId && item.CaseId == command.CaseId, cancellationToken);
        if (seen is null || !May(actor, seen))
        {
            return new NotFound(RefusalCode.DocumentNotFound);
        }

        var proof = await storage.RestoreAsync(seen.ToStored(), cancellationToken);
        return await writer.ActAsync(new CaseTarget(command.CaseId, null), actor, work => Record(work, seen, proof), cancellationToken);
    }

    private Refusal? Record(CaseWork work, CaseDocument seen, DocumentProof proof)
    {
        if (proof.Integrity != DocumentIntegrity.Intact)
        {
            return new NotAllowed(RefusalCode.NoIntactCopy);
        }

        if (work.Case.Documents.FirstOrDefault(item => item.Id == seen.Id && item.HasContent && item.FileId == seen.FileId) is not { } document)
        {
            return new NotFound(RefusalCode.DocumentNotFound);
        }

        document.RecordProof(proof, work.Now, work.Now + options.ProveEvery);
        work.Case.Touch(work.Now);
        work.Touch(work.Case.LiveWorkItem?.Queue);
        work.Record(new AuditEntry("Document.Restore") { Details = $$"""{"document":"{{document.Id:N}}","kind":"{{document.Kind}}"}""" });
        return null;
    }
}
