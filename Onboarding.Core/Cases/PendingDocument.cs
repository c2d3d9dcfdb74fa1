using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;

namespace Onboarding.Core.Cases;

/// <summary>
/// A document uploaded before its registration is sent in. It waits under the submission's key and becomes part of
/// the case with it; what is never sent in is removed with the draft of its form, or after a day where there is none.
/// </summary>
public sealed class PendingDocument : KeptDocument
{
    private PendingDocument()
    {
    }

    internal PendingDocument(Guid id, Guid submissionKey, DocumentKind kind, string fileName, TakenDocument taken, Guid? uploadId, DateTimeOffset at)
        : base(id, kind, fileName, taken, uploadId, at) => SubmissionKey = submissionKey;

    /// <summary>Key of the submission it belongs to.</summary>
    public Guid SubmissionKey { get; private set; }
}
