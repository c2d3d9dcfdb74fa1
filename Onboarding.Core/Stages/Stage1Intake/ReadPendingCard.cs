using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Reading;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>Reads the text of a KTP photo that lies beside a form which is not saved yet (stage 1).</summary>
/// <param name="SubmissionKey">Key of the form.</param>
/// <param name="DocumentId">The photo.</param>
public sealed record ReadPendingCard(Guid SubmissionKey, Guid DocumentId);

/// <summary>
/// Handles <see cref="ReadPendingCard"/>, for Customer Service alone, who types the form. There is no case yet whose trail could
/// tell of the reading, so that of the portal does.
/// </summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="storage">Document storage.</param>
/// <param name="pictures">Reads photos.</param>
/// <param name="clock">Clock.</param>
public sealed class ReadPendingCardHandler(UnitOfWork unitOfWork, IDocumentStorage storage, CardPictures pictures, TimeProvider clock) : IUseCase
{
    /// <summary>Reads the card.</summary>
    /// <param name="command">Which.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="progress">Told what is done now; may be null.</param>
    /// <param name="cancellationToken">Ends the work and the programs it started.</param>
    /// <returns>The proposals in the order of the card, or why there are none.</returns>
    public async Task<Result<CardReading>> HandleAsync(ReadPendingCard command, Actor actor, Action<CardReadingStep>? progress, CancellationToken cancellationToken)
    {
        if (!actor.Has(ActorRole.CustomerService))
        {
            return new NotAllowed(RefusalCode.RoleNotAllowed);
        }

        if (!pictures.IsAvailable)
        {
            return new NotAllowed(RefusalCode.CardReadingAbsent);
        }

        progress?.Invoke(CardReadingStep.Opening);
        var opened = await unitOfWork.WriteAsync<StoredDocument>(scope => NoteAsync(command, actor, scope, cancellationToken), cancellationToken);
        if (!opened.IsDone)
        {
            return opened.Refusal;
        }

        try
        {
            await using var content = await storage.OpenAsync(opened.Value, cancellationToken);
            return await pictures.ReadAsync(content, opened.Value.Type, progress, cancellationToken);
        }
        catch (DocumentUnreadableException)
        {
            return new NotAllowed(RefusalCode.DocumentNotOpenable);
        }
    }

    private async Task<Result<StoredDocument>> NoteAsync(ReadPendingCard command, Actor actor, WriteScope scope, CancellationToken cancellationToken)
    {
        var document = await scope.Context.PendingDocuments.AsNoTracking()
            .SingleOrDefaultAsync(item => item.Id == command.DocumentId && item.SubmissionKey == command.SubmissionKey, cancellationToken);
        if (document is null)
        {
            return new NotFound(RefusalCode.DocumentNotFound);
        }

        if (!document.IsUsable)
        {
            return new NotAllowed(RefusalCode.DocumentNotOpenable);
        }

        var entry = new AuditEntry("Document.Open") { Details = $$"""{"document":"{{document.Id:N}}","kind":"{{document.Kind}}"}""" };
        await scope.RecordAsync(entry, actor, SequentialId.New(clock), Instant.Now(clock), cancellationToken);
        return document.ToStored();
    }
}
