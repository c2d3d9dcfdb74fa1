using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Portal.Features.Uploading;

namespace Onboarding.Portal.Features.Stage1Intake.Documents;

/// <summary>The documents of a form that has not been sent in.</summary>
/// <param name="uploads">The core's use case.</param>
/// <param name="submissionKey">The key of the form, or of the item that was asked about.</param>
/// <param name="place">Where its files are sent; null where none are taken.</param>
public class FormDocuments(UploadPendingDocumentHandler uploads, Guid submissionKey, UploadPlace? place) : DocumentTray
{
    /// <inheritdoc />
    public override UploadPlace? Place => place;

    /// <summary>The key.</summary>
    protected Guid SubmissionKey => submissionKey;

    /// <inheritdoc />
    public override async Task RefreshAsync(CancellationToken cancellationToken) =>
        Fill((await uploads.ListAsync(submissionKey, cancellationToken))
            .Select(document => new TrayDocument(document.Id, document.Kind, document.FileName, document.Size, document.State) { AlsoGivenAs = document.AlsoUploadedAs }));

    /// <inheritdoc />
    protected override async Task<Refusal?> DeleteAsync(TrayDocument document, CancellationToken cancellationToken) =>
        (await uploads.RemoveAsync(submissionKey, document.Id, cancellationToken)).Refusal;
}
