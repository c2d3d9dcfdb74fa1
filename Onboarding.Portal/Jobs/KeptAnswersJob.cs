using Onboarding.Core.Partners;

namespace Onboarding.Portal.Jobs;

/// <summary>Forgets answers to partners whose time is over.</summary>
internal sealed class KeptAnswersJob(SweepKeptAnswersHandler handler, JobHistory history, ILogger<KeptAnswersJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => SweepKeptAnswersHandler.BatchSize;

    /// <inheritdoc />
    protected override Task<int> RunAsync(CancellationToken cancellation) => handler.HandleAsync(cancellation);
}
