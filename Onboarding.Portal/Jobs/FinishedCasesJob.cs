using Onboarding.Core.Stages.Stage5FollowUp;

namespace Onboarding.Portal.Jobs;

/// <summary>Completes cases of which nothing is left to do (SOP stage 5).</summary>
internal sealed class FinishedCasesJob(CompleteFinishedCasesHandler handler, JobHistory history, ILogger<FinishedCasesJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => CompleteFinishedCasesHandler.BatchSize;

    /// <inheritdoc />
    protected override Task<int> RunAsync(CancellationToken cancellation) => handler.HandleAsync(cancellation);
}
