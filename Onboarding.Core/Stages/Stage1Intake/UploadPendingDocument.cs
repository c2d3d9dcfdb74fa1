using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage1Intake;

/// <summary>A document uploaded while the form is being filled.</summary>
/// <param name="SubmissionKey">Key of the form; only who has it adds to it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FileName">Name under which it was chosen.</param>
public sealed record UploadPendingDocument(Guid SubmissionKey, DocumentKind Kind, string FileName)
{
    /// <summary>The sender's number of this upload: sent again, because the answer was lost, it is the same document. Null where nobody sends again.</summary>
    public Guid? UploadId { get; init; }
}

/// <summary>What the form shows of an uploaded document.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="State">What is known of its content.</param>
public sealed record PendingDocumentInfo(Guid Id, DocumentKind Kind, string FileName, long Size, DocumentState State)
{
    /// <summary>The other documents as which the same file was uploaded (<see cref="RepeatedFiles"/>); only a list of the whole form knows them.</summary>
    public IReadOnlyList<DocumentKind> AlsoUploadedAs { get; init; } = [];

    /// <summary>SHA-256 of the content.</summary>
    internal byte[] Sha256 { get; init; } = [];
}

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

        // Before the content is read: what is known, or not wanted, need not travel.
        await using var context = contexts.CreateDbContext();
        if (await AnswerAsync(context, command, cancellationToken) is { } answer)
        {
            return answer;
        }

        return await intake.TakeAsync<PendingDocumentInfo>(
            content,
            async taken =>
            {
                var kept = await KeepAsync(command, taken, cancellationToken);
                if (kept.IsDone && kept.Value.Id != taken.Stored.Id)
                {
                    // The same upload came over another connection and was faster.
                    await storage.DeleteAsync(taken.Stored.Id, CancellationToken.None);
                }

                return kept;
            },
            cancellationToken);
    }

    // The document that this upload has made already; a refusal when the form was sent in; null when the content is wanted.
    private static async Task<Result<PendingDocumentInfo>?> AnswerAsync(OnboardingContext context, UploadPendingDocument command, CancellationToken cancellationToken)
    {
        if (command.UploadId is { } upload
            && (await Shown(context.PendingDocuments.Where(document => document.SubmissionKey == command.SubmissionKey && document.UploadId == upload)).SingleOrDefaultAsync(cancellationToken)
                ?? await Shown(context.Documents.Where(document => document.UploadId == upload
                    && context.Cases.Any(owner => owner.Id == document.CaseId && owner.SubmissionKey == command.SubmissionKey))).SingleOrDefaultAsync(cancellationToken)) is { } known)
        {
            return known;
        }

        if (await context.Cases.AnyAsync(owner => owner.SubmissionKey == command.SubmissionKey && owner.Status != CaseStatus.Draft, cancellationToken))
        {
            return new NotFound(RefusalCode.LinkNotValid);
        }

        return null;
    }

    private static IQueryable<PendingDocumentInfo> Shown(IQueryable<KeptDocument> documents) => documents.AsNoTracking()
        .OrderBy(document => document.Id)
        .Select(document => new PendingDocumentInfo(document.Id, document.Kind, document.FileName, document.Size, document.State) { Sha256 = document.Sha256 });

    private Task<Result<PendingDocumentInfo>> KeepAsync(UploadPendingDocument command, TakenDocument taken, CancellationToken cancellationToken) =>
        unitOfWork.WriteAsync<PendingDocumentInfo>(
            async scope =>
            {
                await scope.LockSubmissionAsync(command.SubmissionKey, cancellationToken);
                if (await AnswerAsync(scope.Context, command, cancellationToken) is { } answer)
                {
                    return answer;
                }

                if (await scope.Context.PendingDocuments.CountAsync(document => document.SubmissionKey == command.SubmissionKey, cancellationToken) >= MostDocuments)
                {
                    return new NotAllowed(RefusalCode.TooManyDocuments, MostDocuments.ToString(System.Globalization.CultureInfo.InvariantCulture));
                }

                var document = new PendingDocument(
                    taken.Stored.Id, command.SubmissionKey, command.Kind, FileNames.Shown(command.FileName), taken, command.UploadId, Instant.Now(clock));
                scope.Context.PendingDocuments.Add(document);
                return new PendingDocumentInfo(document.Id, document.Kind, document.FileName, document.Size, document.State);
            },
            cancellationToken);

    /// <summary>The documents uploaded for a form so far: those that wait beside it, and those that were saved with its draft.</summary>
    public async Task<IReadOnlyList<PendingDocumentInfo>> ListAsync(Guid submissionKey, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var saved = await Shown(context.Documents
            .Where(document => context.Cases.Any(owner => owner.Id == document.CaseId && owner.SubmissionKey == submissionKey && owner.Status == CaseStatus.Draft)))
            .ToListAsync(cancellationToken);
        List<PendingDocumentInfo> all = [.. saved, .. await Shown(context.PendingDocuments.Where(document => document.SubmissionKey == submissionKey)).ToListAsync(cancellationToken)];
        return all.ConvertAll(document => document with
        {
            AlsoUploadedAs = RepeatedFiles.OtherKinds(document.Kind, document.Sha256, all.Select(other => (other.Kind, other.Sha256))),
        });
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

    /// <summary>Removes what was uploaded before the instant and never sent in; answers how many. What waits for a reply that is still awaited, or beside a form that is still kept, stays.</summary>
    public async Task<int> RemoveAbandonedAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var context = contexts.CreateDbContext();
        var abandoned = await context.PendingDocuments.AsNoTracking()
            .Where(document => document.UploadedAt < before)
            .Where(document => !context.Clarifications.Any(round => round.ClosedAt == null && round.Items.Any(item => item.Id == document.SubmissionKey)))
            .Where(document => !context.RegistrationDrafts.Any(draft => draft.SubmissionKey == document.SubmissionKey))
            .Where(document => !context.Cases.Any(draft => draft.SubmissionKey == document.SubmissionKey && draft.Status == CaseStatus.Draft))
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
