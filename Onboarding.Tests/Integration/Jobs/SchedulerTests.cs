using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Persistence;
using Onboarding.Portal.Jobs;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Jobs;

/// <summary>Jobs are kept in the database and outlive the process that scheduled them.</summary>
public sealed class SchedulerTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Runs_after_a_restart_what_fell_due_while_the_portal_was_down(DatabaseKind kind)
    {
        TestDatabase database = await databases.Fresh(kind);
        await using (PortalHost first = database.Portal())
        {
            _ = first.Address;
            await MailboxAssertions.EventuallyAsync(async () => await CountAsync(first) == JobSchedule.All.Count, "the jobs are stored");
        }

        await using PortalHost second = database.Portal();
        long scheduled = TimeProvider.System.GetUtcNow().AddHours(-5).UtcTicks;
        await ExecuteAsync(
            database, $"UPDATE QRTZ_TRIGGERS SET START_TIME = {scheduled}, NEXT_FIRE_TIME = {scheduled} WHERE TRIGGER_NAME = '{nameof(AbandonedUploadsJob)}'");
        _ = second.Address;

        await MailboxAssertions.EventuallyAsync(
            () => Task.FromResult(second.Services.GetRequiredService<JobHistory>().Runs.ContainsKey(nameof(AbandonedUploadsJob))), "the hourly job runs");
    }

    [Fact]
    public void Lists_every_job_once_and_none_that_is_no_batch_job()
    {
        JobSchedule.All.Select(job => job.Name).ShouldBeUnique();
        typeof(BatchJob).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(BatchJob))).ShouldBe(JobSchedule.All.Select(job => job.Type), ignoreOrder: true);
    }

    private static async Task<int> CountAsync(PortalHost host)
    {
        await using OnboardingContext context = host.Services.GetRequiredService<OnboardingContextFactory>().CreateDbContext();
        await context.Database.OpenConnectionAsync(Token);
        await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM QRTZ_TRIGGERS";
        return Convert.ToInt32(await command.ExecuteScalarAsync(Token), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task ExecuteAsync(TestDatabase database, string statement)
    {
        OnboardingContextFactory contexts = new(new DatabaseSettings(
            database.Kind == DatabaseKind.Sqlite ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql, database.ConnectionString));
        await using OnboardingContext context = contexts.CreateDbContext();
        (await context.Database.ExecuteSqlRawAsync(statement, Token)).ShouldBe(1);
    }
}
