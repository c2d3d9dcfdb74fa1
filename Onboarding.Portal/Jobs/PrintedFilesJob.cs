using Onboarding.Core.Reporting.Printing;

namespace Onboarding.Portal.Jobs;

/// <summary>Removes the files of bulk prints that are past their time.</summary>
internal sealed class PrintedFilesJob(SweepPrintsHandler handler, JobHistory history, ILogger<PrintedFilesJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => SweepPrintsHandler.BatchSize;

    /// <inheritdoc />
    protected override Task<int> RunAsync(CancellationToken cancellation) => handler.HandleAsync(cancellation);
}
