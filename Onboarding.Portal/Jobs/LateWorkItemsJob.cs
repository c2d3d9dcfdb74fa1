using Onboarding.Core.Queues;

namespace Onboarding.Portal.Jobs;

/// <summary>Tells the supervisors of work items that are late (SOP: "pengawasan").</summary>
internal sealed class LateWorkItemsJob(EscalateLateWorkItemsHandler handler, JobHistory history, ILogger<LateWorkItemsJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => EscalateLateWorkItemsHandler.BatchSize;

    /// <inheritdoc />
    protected override Task<int> RunAsync(CancellationToken cancellation) => handler.HandleAsync(cancellation);
}
