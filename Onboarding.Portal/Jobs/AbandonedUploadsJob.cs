using Onboarding.Core.Documents;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Tools;

namespace Onboarding.Portal.Jobs;

/// <summary>Removes documents that were uploaded for a form that was never sent in: personal data nobody asked us to keep.</summary>
internal sealed class AbandonedUploadsJob(
    UploadPendingDocumentHandler handler, IDocumentStorage storage, ToolRunner tools, TimeProvider clock, JobHistory history, ILogger<AbandonedUploadsJob> log)
    : BatchJob(history, log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    // Folders of the tools hold content unencrypted; what a killed process left of them goes sooner.
    private static readonly TimeSpan LongestCall = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override int BatchSize => UploadPendingDocumentHandler.BatchSize;

    /// <inheritdoc />
    protected override async Task<int> RunAsync(CancellationToken cancellation)
    {
        DateTimeOffset before = clock.GetUtcNow() - Patience;
        (storage as FileDocumentStorage)?.RemoveAbandonedUploads(before);
        tools.RemoveLeftovers(clock.GetUtcNow() - LongestCall);
        return await handler.RemoveAbandonedAsync(before, cancellation);
    }
}
