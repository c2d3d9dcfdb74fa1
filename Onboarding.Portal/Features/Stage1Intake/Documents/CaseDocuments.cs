using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Features.Stage1Intake.Documents;

/// <summary>The documents of a case: what is added is a new version and stays.</summary>
/// <param name="documents">The core's use case.</param>
/// <param name="target">The case, in the version that is on the screen.</param>
/// <param name="actor">Who adds, asked anew for each file.</param>
/// <param name="mayUpload">Asked before each upload of somebody who is not signed in; null for staff.</param>
public sealed class CaseDocuments(AddDocumentHandler documents, CaseTarget target, Func<Task<Actor>> actor, Func<bool>? mayUpload = null) : DocumentTray
{
    /// <inheritdoc />
    public override bool CanRemove => false;

    /// <inheritdoc />
    public override bool MayAdd => mayUpload?.Invoke() ?? true;

    /// <summary>The case in its present version: each document makes a new one.</summary>
    public CaseTarget Target { get; private set; } = target;

    /// <summary>Shows what is in the case already.</summary>
    public void Show(OnboardingCase owner) =>
        Fill(owner.Documents.Select(document => new TrayDocument(document.Id, document.Kind, document.FileName, document.Size, document.State)));

    /// <summary>Takes over the version that another action made.</summary>
    public void Moved(CaseState state) => Target = Target with { Version = state.Version };

    /// <inheritdoc />
    protected override async Task<Result<TrayDocument>> StoreAsync(DocumentKind kind, string fileName, Stream content, CancellationToken cancellationToken)
    {
        CountingStream counted = new(content);
        Result<AddedDocument> result = await documents.HandleAsync(new AddDocument(Target, kind, fileName), counted, await actor(), cancellationToken);
        if (!result.IsDone)
        {
            return result.Refusal;
        }

        if (Target.Version is not null)
        {
            Moved(result.Value.Case);
        }

        return new TrayDocument(result.Value.Id, kind, fileName, counted.Position, result.Value.State);
    }

    /// <inheritdoc />
    protected override Task<Refusal?> DeleteAsync(TrayDocument document, CancellationToken cancellationToken) =>
        Task.FromResult<Refusal?>(new NotAllowed(RefusalCode.RoleNotAllowed));
}
