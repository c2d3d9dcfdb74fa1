using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Uploading;

namespace Onboarding.Portal.Features.Stage1Intake.Documents;

/// <summary>
/// The documents of a registration that staff types. They arrive beside the form, and each saving takes them into its draft, so
/// that a file under way never makes the form's own version of the case outdated. Saving and removing take turns.
/// </summary>
/// <param name="uploads">Keeps files beside the form.</param>
/// <param name="removals">Takes them out of the draft.</param>
/// <param name="submissionKey">The key of the form.</param>
/// <param name="actor">Who acts, asked anew each time.</param>
public sealed class IntakeDocuments(UploadPendingDocumentHandler uploads, RemoveDraftDocumentHandler removals, Guid submissionKey, Func<Task<Actor>> actor)
    : FormDocuments(uploads, submissionKey, new UploadPlace(UploadDoor.Intake, submissionKey)), IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The draft in its present version, or null while there is none.</summary>
    public CaseTarget? Target { get; private set; }

    /// <summary>Goes on with a draft.</summary>
    public Task ShowAsync(OnboardingCase owner, CancellationToken cancellationToken)
    {
        Target = new CaseTarget(owner.Id, owner.Version);
        return RefreshAsync(cancellationToken);
    }

    /// <summary>Saves or sends; the draft that comes of it is the one that is saved next.</summary>
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
    protected override async Task<Refusal?> DeleteAsync(TrayDocument document, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // Beside the form, or in its draft since it was last saved.
            Refusal? refusal = await base.DeleteAsync(document, cancellationToken);
            if (refusal is not NotFound || Target is not { } draft)
            {
                return refusal;
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

    private void Take(Result<CaseState> result)
    {
        if (result.IsDone)
        {
            Target = new CaseTarget(result.Value.CaseId, result.Value.Version);
        }
    }
}
