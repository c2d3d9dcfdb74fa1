using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>A document uploaded while the form is being filled.</summary>
/// <param name="SubmissionKey">Key of the form; only who has it adds to it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FileName">Name under which it was chosen.</param>
public sealed record UploadPendingDocument(Guid SubmissionKey, DocumentKind Kind, string FileName);

/// <summary>What the form shows of an uploaded document.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="State">What is known of its content.</param>
public sealed record PendingDocumentInfo(Guid Id, DocumentKind Kind, string FileName, long Size, DocumentState State);

/// <summary>Stores, lists and removes the documents of a form that has not been sent in.</summary>
/// <param name="unitOfWork">The write path.</param>
/// <param name="contexts">Makes contexts for reading.</param>
/// <param name="intake">Takes the content in.</param>
/// <param name="storage">Document storage.</param>
/// <param name="clock">Clock.</param>
public sealed class UploadPendingDocumentHandler(
    UnitOfWork unitOfWork, OnboardingContextFactory contexts, DocumentIntake intake, IDocumentStorage storage, TimeProvider clock) : IUseCase
{
    /// <summary>More files than any registration needs; a form that asks for more is not one of ours.</summary>
    public const int MostDocuments = 20;

    /// <summary>At most this many are removed in one call; the caller calls again after a full batch.</summary>
    public const int BatchSize = 200;

    /// <summary>Stores the content and keeps it for the form.</summary>
    public async Task<Result<PendingDocumentInfo>> HandleAsync(UploadPendingDocument command, Stream content, CancellationToken cancellationToken)
    {
        if (command.Kind == DocumentKind.IssuedForm || !Enum.IsDefined(command.Kind))
        {
            return new Invalid(nameof(UploadPendingDocument.Kind), InputProblem.UnknownChoice);
        }

        return await intake.TakeAsync(content, taken => KeepAsync(command, taken, cancellationToken), cancellationToken);
    }

    private Task<Result<PendingDocumentInfo>> KeepAsync(UploadPendingDocument command, TakenDocument taken, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<PendingDocumentInfo>(
            async scope =>
            {
                if (await scope.Context.PendingDocuments.CountAsync(document => document.SubmissionKey == command.SubmissionKey, cancellationToken) >= MostDocuments)
                {
                    return new NotAllowed(RefusalCode.TooManyDocuments, MostDocuments.ToString(System.Globalization.CultureInfo.InvariantCulture));
                }

                var document = new PendingDocument(
                    taken.Stored.Id, command.SubmissionKey, command.Kind, FileNames.Shown(command.FileName), taken, Instant.Now(clock));
                scope.Context.PendingDocuments.Add(document);
                return new PendingDocumentInfo(document.Id, document.Kind, document.FileName, document.Size, document.State);
            },
            cancellationToken);

    /// <summary>The documents uploaded for a form so far.</summary>
    public async Task<IReadOnlyList<PendingDocumentInfo>> ListAsync(Guid submissionKey, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        return await context.PendingDocuments.AsNoTracking()
            .Where(document => document.SubmissionKey == submissionKey)
            .OrderBy(document => document.Id)
            .Select(document => new PendingDocumentInfo(document.Id, document.Kind, document.FileName, document.Size, document.State))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Takes a document out of the form again.</summary>
    public async Task<Result<Done>> RemoveAsync(Guid submissionKey, Guid documentId, CancellationToken cancellationToken)
    {
        var fileId = Guid.Empty;
        var removed = await unitOfWork.WriteAsync<Done>(
            async scope =>
            {
                var document = await scope.Context.PendingDocuments
                    .SingleOrDefaultAsync(item => item.Id == documentId && item.SubmissionKey == submissionKey, cancellationToken);
                if (document is null)
                {
                    return new NotFound(RefusalCode.DocumentNotFound);
                }

                fileId = document.FileId;
                scope.Context.PendingDocuments.Remove(document);
                return Done.Instance;
            },
            cancellationToken);
        if (removed.IsDone)
        {
            await storage.DeleteAsync(fileId, CancellationToken.None);
        }

        return removed;
    }

    /// <summary>Removes what was uploaded before the instant and never sent in; answers how many. What waits for a reply that is still awaited, or for a draft that is still kept, stays.</summary>
    public async Task<int> RemoveAbandonedAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var abandoned = await context.PendingDocuments.AsNoTracking()
            .Where(document => document.UploadedAt < before)
            .Where(document => !context.Clarifications.Any(round => round.ClosedAt == null && round.Items.Any(item => item.Id == document.SubmissionKey)))
            .Where(document => !context.RegistrationDrafts.Any(draft => draft.SubmissionKey == document.SubmissionKey))
            .Select(document => new { document.SubmissionKey, document.Id })
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        foreach (var document in abandoned)
        {
            await RemoveAsync(document.SubmissionKey, document.Id, cancellationToken);
        }

        return abandoned.Count;
    }
}
