using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Documents.Quarantine;

/// <summary>Tim IT deletes the content of a document in quarantine. Its entry stays, so that the case shows what happened.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Reason">Why; required.</param>
public sealed record DeleteQuarantined(Guid DocumentId, string Reason);

/// <summary>Handles <see cref="DeleteQuarantined"/>.</summary>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="writer">The gate to a case.</param>
/// <param name="unitOfWork">The write path of documents without a case.</param>
/// <param name="storage">Document storage.</param>
/// <param name="clock">Clock.</param>
public sealed class DeleteQuarantinedHandler(
    OnboardingContextFactory contexts, CaseWriter writer, UnitOfWork unitOfWork, IDocumentStorage storage, TimeProvider clock) : IUseCase
{
    /// <summary>Deletes it, with an audit event in the trail of its case, or of the portal when it has none yet.</summary>
    public async Task<Result<Done>> HandleAsync(DeleteQuarantined command, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.InformationTechnology))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        if (FreeText.Refuse(nameof(DeleteQuarantined.Reason), command.Reason, isRequired: true) is { } invalid)
        {
            return invalid;
        }

        await using var context = contexts.CreateDbContext();
        var caseId = await context.Documents.AsNoTracking()
            .Where(document => document.Id == command.DocumentId).Select(document => (Guid?)document.CaseId).SingleOrDefaultAsync(cancellationToken);
        var deleted = caseId is { } owner
            ? await DeleteInCaseAsync(command, owner, actor, cancellationToken)
            : await DeleteInFormAsync(command, actor, cancellationToken);
        if (!deleted.IsDone)
        {
            return deleted.Refusal;
        }

        await storage.DeleteAsync(deleted.Value, CancellationToken.None);
        return Done.Instance;
    }

    private async Task<Result<Guid>> DeleteInCaseAsync(DeleteQuarantined command, Guid caseId, Actor actor, CancellationToken cancellationToken)
    {
        var fileId = Guid.Empty;
        var acted = await writer.ActAsync(
            new CaseTarget(caseId, null),
            actor,
            work =>
            {
                var document = work.Case.Documents.FirstOrDefault(item => item.Id == command.DocumentId && item.State == DocumentState.Quarantined);
                if (document is null)
                {
                    return new NotFound(RefusalCode.DocumentNotFound);
                }

                fileId = document.FileId;
                document.RemoveContent(null);
                work.Case.Touch(work.Now);
                work.Touch(work.Case.LiveWorkItem?.Queue);
                work.Record(Entry(document, command));
                return null;
            },
            cancellationToken);
        return acted.IsDone ? fileId : acted.Refusal;
    }

    private Task<Result<Guid>> DeleteInFormAsync(DeleteQuarantined command, Actor actor, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<Guid>(
            async scope =>
            {
                var document = await scope.Context.PendingDocuments.SingleOrDefaultAsync(
                    item => item.Id == command.DocumentId && item.State == DocumentState.Quarantined, cancellationToken);
                if (document is null)
                {
                    return new NotFound(RefusalCode.DocumentNotFound);
                }

                document.RemoveContent(null);
                await scope.RecordAsync(Entry(document, command), actor, SequentialId.New(clock), Instant.Now(clock), cancellationToken);
                return document.FileId;
            },
            cancellationToken);

    private static AuditEntry Entry(KeptDocument document, DeleteQuarantined command) => new("Document.DeleteQuarantined")
    {
        Reason = FreeText.Clean(command.Reason),
        Details = $$"""{"document":"{{document.Id:N}}","kind":"{{document.Kind}}","finding":"{{document.Finding}}"}""",
    };
}
