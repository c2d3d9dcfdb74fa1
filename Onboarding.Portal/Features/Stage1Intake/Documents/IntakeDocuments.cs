using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Features.Stage1Intake.Documents;

/// <summary>
/// The documents of a registration that staff types: beside the form until it is first saved, in its draft afterwards. The form
/// saves itself while files arrive, and both make a new version of the case, so they take turns.
/// </summary>
/// <param name="uploads">Keeps files beside the form.</param>
/// <param name="documents">Adds files to the draft.</param>
/// <param name="removals">Takes them out of the draft.</param>
/// <param name="submissionKey">The key of the form.</param>
/// <param name="actor">Who acts, asked anew each time.</param>
public sealed class IntakeDocuments(
    UploadPendingDocumentHandler uploads, AddDocumentHandler documents, RemoveDraftDocumentHandler removals, Guid submissionKey, Func<Task<Actor>> actor)
    : DocumentTray, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <inheritdoc />
    public override bool CanRemove => true;

    /// <summary>The draft in its present version, or null while there is none.</summary>
    public CaseTarget? Target { get; private set; }

    /// <summary>Goes on with a draft.</summary>
    public void Show(OnboardingCase owner)
    {
        Target = new CaseTarget(owner.Id, owner.Version);
        Fill(owner.Documents.Select(document => new TrayDocument(document.Id, document.Kind, document.FileName, document.Size, document.State)));
    }

    /// <summary>Saves or sends while no file is under way; the draft that comes of it is the one that files go into.</summary>
    /// <param name="save">Gets the draft, or null while there is none.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    public async Task<Result<CaseState>> SaveAsync(Func<CaseTarget?, Task<Result<CaseState>>> save, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            Result<CaseState> result = await save(Target);
            Take(result);
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    /// <inheritdoc />
    protected override async Task<Result<TrayDocument>> StoreAsync(DocumentKind kind, string fileName, Stream content, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return Target is { } draft
                ? await AddAsync(draft, kind, fileName, content, cancellationToken)
                : await KeepAsync(kind, fileName, content, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    protected override async Task<Refusal?> DeleteAsync(TrayDocument document, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (Target is not { } draft)
            {
                return (await uploads.RemoveAsync(submissionKey, document.Id, cancellationToken)).Refusal;
            }

            Result<CaseState> result = await removals.HandleAsync(new RemoveDraftDocument(draft, document.Id), await actor(), cancellationToken);
            Take(result);
            return result.Refusal;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Result<TrayDocument>> AddAsync(CaseTarget draft, DocumentKind kind, string fileName, Stream content, CancellationToken cancellationToken)
    {
        CountingStream counted = new(content);
        Result<AddedDocument> result = await documents.HandleAsync(new AddDocument(draft, kind, fileName), counted, await actor(), cancellationToken);
        if (!result.IsDone)
        {
            return result.Refusal;
        }

        Take(result.Value.Case);
        return new TrayDocument(result.Value.Id, kind, fileName, counted.Position, result.Value.State);
    }

    private async Task<Result<TrayDocument>> KeepAsync(DocumentKind kind, string fileName, Stream content, CancellationToken cancellationToken)
    {
        Result<PendingDocumentInfo> result = await uploads.HandleAsync(new UploadPendingDocument(submissionKey, kind, fileName), content, cancellationToken);
        return result.IsDone
            ? new TrayDocument(result.Value.Id, result.Value.Kind, result.Value.FileName, result.Value.Size, result.Value.State)
            : result.Refusal;
    }

    private void Take(Result<CaseState> result)
    {
        if (result.IsDone)
        {
            Target = new CaseTarget(result.Value.CaseId, result.Value.Version);
        }
    }
}
