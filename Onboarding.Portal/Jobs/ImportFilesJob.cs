using Onboarding.Core.Imports;

namespace Onboarding.Portal.Jobs;

/// <summary>Removes files of imports that rest for too long.</summary>
internal sealed class ImportFilesJob(SweepImportFilesHandler handler, JobHistory history, ILogger<ImportFilesJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => SweepImportFilesHandler.BatchSize;

    /// <inheritdoc />
    protected override Task<int> RunAsync(CancellationToken cancellation) => handler.HandleAsync(cancellation);
}
