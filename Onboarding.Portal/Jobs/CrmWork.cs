using Quartz;

namespace Onboarding.Portal.Jobs;

/// <summary>Lets the job of the external CRM look at once, rather than at its next minute.</summary>
/// <param name="schedulers">The scheduler.</param>
public sealed class CrmWork(ISchedulerFactory schedulers)
{
    /// <summary>Calls the job. While it runs, this call waits in the scheduler; it finds nothing to do then.</summary>
    public async Task WakeAsync(CancellationToken cancellation)
    {
        IScheduler scheduler = await schedulers.GetScheduler(cancellation);
        await scheduler.TriggerJob(new JobKey(nameof(CrmJob)), cancellation);
    }
}
