using Onboarding.Core.Stages.Stage5FollowUp;

namespace Onboarding.Portal.Jobs;

/// <summary>Opens follow-ups that are due (SOP stage 5).</summary>
internal sealed class FollowUpJob(OpenDueFollowUpsHandler handler, JobHistory history, ILogger<FollowUpJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => OpenDueFollowUpsHandler.BatchSize;

    /// <inheritdoc />
    protected override Task<int> RunAsync(CancellationToken cancellation) => handler.HandleAsync(cancellation);
}
