using Onboarding.Core.Stages.Stage3Recording;

namespace Onboarding.Portal.Jobs;

/// <summary>Reads stored documents back when they are due (SOP stage 3, "memastikan keamanan data").</summary>
internal sealed class StoredDocumentsJob(ProveStoredDocumentsHandler handler, JobHistory history, ILogger<StoredDocumentsJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => ProveStoredDocumentsHandler.BatchSize;

    /// <inheritdoc />
    protected override Task<int> RunAsync(CancellationToken cancellation) => handler.HandleAsync(cancellation);
}
