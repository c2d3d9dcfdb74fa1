using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>An opened document.</summary>
/// <param name="Content">The content, to be disposed of by the caller.</param>
/// <param name="Type">Type found from the content.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Version">Which version of its kind.</param>
/// <param name="Part">Which part of that version.</param>
public sealed record OpenedDocument(Stream Content, DocumentType Type, DocumentKind Kind, int Version, int Part);

/// <summary>Opens one document of one case.</summary>
/// <param name="Number">Number of the case; a document of another case is not found.</param>
/// <param name="DocumentId">The document.</param>
public sealed record OpenDocument(string Number, Guid DocumentId);

/// <summary>Opens a document for a member of staff; one that was not found harmless is opened by nobody. Each opening is an audit event (UU PDP Pasal 31 and 39).</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="storage">Document storage.</param>
public sealed class OpenDocumentHandler(CaseWriter writer, OnboardingContextFactory contexts, IDocumentStorage storage) : IUseCase
{
    /// <summary>Writes the audit event first: nobody sees a document without a trace.</summary>
    public async Task<Result<OpenedDocument>> HandleAsync(OpenDocument command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsStaff || !CaseAccess.MayRead(actor))
        {
            return new NotFound(RefusalCode.DocumentNotFound);
        }

        await using var context = contexts.CreateDbContext();
        var document = await context.Documents.AsNoTracking()
            .Where(item => item.Id == command.DocumentId)
            .Join(
                context.Cases.Where(owner => owner.Number == command.Number).Where(CaseAccess.ReadableBy(actor)),
                item => item.CaseId, owner => owner.Id, (item, _) => item)
            .SingleOrDefaultAsync(cancellationToken);
        if (document is null)
        {
            return new NotFound(RefusalCode.DocumentNotFound);
        }

        if (!document.IsUsable)
        {
            return new NotAllowed(RefusalCode.DocumentNotOpenable);
        }

        var noted = await writer.ActAsync(
            new CaseTarget(document.CaseId, null),
            actor,
            work =>
            {
                // Who still has to type values from the identity card does not read them off a form of the portal (blind re-entry, stage 2).
                if (document.Kind == DocumentKind.IssuedForm && Reentries.HiddenFrom(actor, work.Case, work.Data, work.Form).Count > 0)
                {
                    return new NotAllowed(RefusalCode.FormCovered);
                }

                work.Record(new AuditEntry("Document.Open") { Details = $$"""{"document":"{{command.DocumentId:N}}","kind":"{{document.Kind}}"}""" });
                return null;
            },
            cancellationToken);
        if (!noted.IsDone)
        {
            return noted.Refusal;
        }

        try
        {
            return new OpenedDocument(await storage.OpenAsync(document.ToStored(), cancellationToken), document.Type, document.Kind, document.Version, document.Part);
        }
        catch (DocumentUnreadableException)
        {
            // Missing, altered, or under a key that is gone: IT finds it by reading the storage back (stage 3).
            return new NotAllowed(RefusalCode.DocumentNotOpenable);
        }
    }
}
