using Onboarding.Core.Reporting.Figures;

namespace Onboarding.Portal.Jobs;

/// <summary>Folds what the writes appended into the figures of the dashboards.</summary>
internal sealed class FiguresJob(FoldFiguresHandler handler, JobHistory history, ILogger<FiguresJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => FoldFiguresHandler.BatchSize;

    /// <inheritdoc />
    protected override Task<int> RunAsync(CancellationToken cancellation) => handler.HandleAsync(cancellation);
}
