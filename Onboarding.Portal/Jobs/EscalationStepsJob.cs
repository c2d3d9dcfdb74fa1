using Onboarding.Core.Queues;

namespace Onboarding.Portal.Jobs;

/// <summary>Tells people of work that takes long, by the steps that an administrator set (SOP: "pengawasan").</summary>
internal sealed class EscalationStepsJob(TakeEscalationStepsHandler handler, JobHistory history, ILogger<EscalationStepsJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => TakeEscalationStepsHandler.BatchSize;

    /// <inheritdoc />
    protected override Task<int> RunAsync(CancellationToken cancellation) => handler.HandleAsync(cancellation);
}
