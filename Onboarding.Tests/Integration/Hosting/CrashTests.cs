using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Outbox;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Hosting;

/// <summary>A portal process that is killed in the middle of its writes (signal 9), and started again.</summary>
public sealed class CrashTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const int ActionsBeforeTheKill = 12;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Loses_no_acknowledged_action_and_sends_every_message_after_the_restart(DatabaseKind kind)
    {
        TestDatabase database = await databases.Fresh(kind);
        using TemporaryFolder data = new();
        string acknowledged = data.Combine("acknowledged.txt");
        OnboardingContextFactory contexts = new(new DatabaseSettings(
            kind == DatabaseKind.Sqlite ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql, database.ConnectionString));

        await using (PortalProcess first = PortalProcess.Start(
            database, data, ("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "Onboarding.Tests"), (CrashDriver.Variable, acknowledged)))
        {
            await MailboxAssertions.EventuallyAsync(() => Task.FromResult(first.HasExited || Lines(acknowledged).Length >= ActionsBeforeTheKill), "the driver acts");
            first.HasExited.ShouldBeFalse();
            await first.KillAsync();
        }

        await using (PortalProcess.Start(database, data))
        {
            await MailboxAssertions.EventuallyAsync(async () => await WaitingAsync(contexts) == 0, "the outbox is empty");
        }

        await using OnboardingContext context = contexts.CreateDbContext();
        Dictionary<Guid, int> versions = await context.Cases.ToDictionaryAsync(item => item.Id, item => item.Version, Token);
        foreach (string line in Lines(acknowledged))
        {
            string[] parts = line.Split(' ');
            versions.ShouldContainKey(Guid.ParseExact(parts[0], "N"));
            versions[Guid.ParseExact(parts[0], "N")].ShouldBeGreaterThanOrEqualTo(int.Parse(parts[1], CultureInfo.InvariantCulture));
        }

        List<OutboxMessage> messages = await context.OutboxMessages.AsNoTracking().ToListAsync(Token);
        messages.ShouldAllBe(message => message.FinishedAt != null);
        string[] mails = [.. data.Files.Where(file => file.EndsWith(".eml", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file))];
        mails.ShouldBe(messages.Where(message => message.Kind != OutboxKind.ActivateService).Select(message => message.Id.ToString("N")), ignoreOrder: true);
        (await context.Cases.CountAsync(item => item.Status == CaseStatus.Activating, Token)).ShouldBe(0);
        (await new AuditVerifier(contexts).VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    private static async Task<int> WaitingAsync(OnboardingContextFactory contexts)
    {
        await using OnboardingContext context = contexts.CreateDbContext();
        return await context.OutboxMessages.CountAsync(message => message.FinishedAt == null, Token);
    }

    private static string[] Lines(string file) =>
        File.Exists(file) ? [.. File.ReadAllText(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Length > 33)] : [];
}
