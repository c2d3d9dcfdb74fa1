using Onboarding.Core.Documents;
using Onboarding.Core.Stages.Stage1Intake;

namespace Onboarding.Portal.Jobs;

/// <summary>Removes documents that were uploaded for a form that was never sent in: personal data nobody asked us to keep.</summary>
internal sealed class AbandonedUploadsJob(
    UploadPendingDocumentHandler handler, IDocumentStorage storage, TimeProvider clock, JobHistory history, ILogger<AbandonedUploadsJob> log)
    : BatchJob(history, log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <inheritdoc />
    protected override int BatchSize => UploadPendingDocumentHandler.BatchSize;

    /// <inheritdoc />
    protected override async Task<int> RunAsync(CancellationToken cancellation)
    {
        DateTimeOffset before = clock.GetUtcNow() - Patience;
        (storage as FileDocumentStorage)?.RemoveAbandonedUploads(before);
        return await handler.RemoveAbandonedAsync(before, cancellation);
    }
}
