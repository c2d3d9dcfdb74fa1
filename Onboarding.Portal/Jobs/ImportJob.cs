using Onboarding.Core.Imports;

namespace Onboarding.Portal.Jobs;

/// <summary>
/// Works on imports, one at a time on all nodes together. A page that uploads or starts one calls the job at once
/// (<see cref="ImportWork"/>); its schedule is for what a crash interrupted. Each row waits for its turn to write like everybody
/// else, so people who work meanwhile wait for one row at most. When the portal stops, so does it, after the row at hand.
/// </summary>
internal sealed class ImportJob(RunImportsHandler handler, IHostApplicationLifetime lifetime, JobHistory history, ILogger<ImportJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => 1;

    /// <inheritdoc />
    protected override async Task<int> RunAsync(CancellationToken cancellation)
    {
        using CancellationTokenSource stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        try
        {
            return await handler.HandleAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The rows say how far it is; the next start goes on.
            return 0;
        }
    }
}
