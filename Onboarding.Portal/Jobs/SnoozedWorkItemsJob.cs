using Onboarding.Core.Queues;

namespace Onboarding.Portal.Jobs;

/// <summary>Brings back work that was put aside until now.</summary>
internal sealed class SnoozedWorkItemsJob(WakeSnoozedWorkItemsHandler handler, JobHistory history, ILogger<SnoozedWorkItemsJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => WakeSnoozedWorkItemsHandler.BatchSize;

    /// <inheritdoc />
    protected override Task<int> RunAsync(CancellationToken cancellation) => handler.HandleAsync(cancellation);
}
