using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;

namespace Onboarding.Portal.Features.Stage1Intake.Documents;

/// <summary>The documents of a form that has not been sent in.</summary>
/// <param name="uploads">The core's use case.</param>
/// <param name="submissionKey">The key of the form.</param>
/// <param name="mayUpload">Asked before each upload: false when this visitor has sent too much.</param>
public sealed class FormDocuments(UploadPendingDocumentHandler uploads, Guid submissionKey, Func<bool> mayUpload) : DocumentTray
{
    /// <inheritdoc />
    public override bool CanRemove => true;

    /// <inheritdoc />
    public override bool MayAdd => mayUpload();

    /// <summary>Reads what was uploaded for the form before its connection was lost.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken) =>
        Fill((await uploads.ListAsync(submissionKey, cancellationToken)).Select(Shown));

    /// <inheritdoc />
    public override Task RefreshAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    /// <inheritdoc />
    protected override async Task<Result<TrayDocument>> StoreAsync(DocumentKind kind, string fileName, Stream content, CancellationToken cancellationToken)
    {
        Result<PendingDocumentInfo> result = await uploads.HandleAsync(new UploadPendingDocument(submissionKey, kind, fileName), content, cancellationToken);
        return result.IsDone ? Shown(result.Value) : result.Refusal;
    }

    /// <inheritdoc />
    protected override async Task<Refusal?> DeleteAsync(TrayDocument document, CancellationToken cancellationToken) =>
        (await uploads.RemoveAsync(submissionKey, document.Id, cancellationToken)).Refusal;

    private static TrayDocument Shown(PendingDocumentInfo document) => new(document.Id, document.Kind, document.FileName, document.Size, document.State);
}
