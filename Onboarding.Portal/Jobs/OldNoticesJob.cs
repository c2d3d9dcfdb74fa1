using Onboarding.Core.Notifications;

namespace Onboarding.Portal.Jobs;

/// <summary>Removes notices that are past their time.</summary>
internal sealed class OldNoticesJob(RemoveOldNoticesHandler handler, JobHistory history, ILogger<OldNoticesJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => RemoveOldNoticesHandler.BatchSize;

    /// <inheritdoc />
    protected override Task<int> RunAsync(CancellationToken cancellation) => handler.HandleAsync(cancellation);
}
