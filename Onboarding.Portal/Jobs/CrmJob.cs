using Onboarding.Portal.Integrations.Crm;

namespace Onboarding.Portal.Jobs;

/// <summary>
/// Works on comparisons with the external CRM and on repeated sendings, on one node at a time. A page that starts one calls the job at once
/// (<see cref="CrmWork"/>); its schedule is for what a restart interrupted, and for a CRM that was away. When the portal stops, so does it.
/// </summary>
internal sealed class CrmJob(CrmRunner runner, IHostApplicationLifetime lifetime, JobHistory history, ILogger<CrmJob> log) : BatchJob(history, log)
{
    /// <inheritdoc />
    protected override int BatchSize => 1;

    /// <inheritdoc />
    protected override async Task<int> RunAsync(CancellationToken cancellation)
    {
        using CancellationTokenSource stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        try
        {
            await runner.RunAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The run says how far it is; the next start goes on.
        }

        return 0;
    }
}
