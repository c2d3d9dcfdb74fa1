using Microsoft.Data.Sqlite;
using Npgsql;
using Onboarding.Core.Persistence;
using Onboarding.Core.Sla;
using Onboarding.Core.Time;
using Onboarding.Portal.Jobs;
using Quartz;

namespace Onboarding.Portal.Hosting;

/// <summary>The scheduler: jobs are kept in the portal's own database, so they survive a restart, and on PostgreSQL several nodes share them.</summary>
internal static class JobHosting
{
    private const string SchedulerName = "Onboarding";

    /// <summary>Registers the scheduler with every job of <see cref="JobSchedule"/>.</summary>
    public static void AddJobs(this WebApplicationBuilder builder, DatabaseSettings database)
    {
        builder.Services.AddSingleton<JobHistory>().AddSingleton<DocumentSweepHistory>().AddSingleton<ImportWork>().AddSingleton<CrmWork>();
        builder.Services.AddQuartz(scheduler =>
        {
            scheduler.ConfigureScheduler(options => options.InstanceName = SchedulerName);
            scheduler.UsePersistentStore(store => Use(store, database));
            foreach (ScheduledJob job in JobSchedule.All)
            {
                scheduler.AddJob(job.Type, configured => configured.WithIdentity(job.Name).WithDescription(job.Purpose).StoreDurably());
                scheduler.AddTrigger((services, trigger) => trigger
                    .ForJob(job.Name)
                    .WithIdentity(job.Name)
                    .WithCronSchedule(job.Cron, cron => cron
                        .InTimeZone(Office(services))
                        .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
                if (job.RunsAtStart)
                {
                    scheduler.AddTrigger(trigger => trigger.ForJob(job.Name).WithIdentity($"{job.Name}.Start").StartNow());
                }
            }
        });
        // What fell due while the portal was down runs once after the start: the new trigger goes on from the stored one.
        builder.Services.Configure<QuartzOptions>(options => options.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static void Use(IPersistentStoreBuilder store, DatabaseSettings database)
    {
        store.ProvisionSchema();
        switch (database.Provider)
        {
            case DatabaseProvider.Sqlite:
                store.UseSqlite(SqliteFactory.Instance, database.ConnectionString);
                break;
            case DatabaseProvider.PostgreSql:
                store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
                store.UseClustering();
                break;
        }
    }

    private static TimeZoneInfo Office(IServiceProvider services) =>
        TimeZoneInfo.FindSystemTimeZoneById(services.GetRequiredService<WorkingHours>().Zone.Id());
}
