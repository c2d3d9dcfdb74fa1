using Onboarding.Core.Documents.Inspection;

namespace Onboarding.Portal.Jobs;

/// <summary>Looks into documents that came while a tool or the virus scanner was away.</summary>
internal sealed class WaitingDocumentsJob(CheckWaitingDocumentsHandler handler, JobHistory history, ILogger<WaitingDocumentsJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => CheckWaitingDocumentsHandler.BatchSize;

    /// <inheritdoc />
    protected override Task<int> RunAsync(CancellationToken cancellation) => handler.HandleAsync(cancellation);
}
