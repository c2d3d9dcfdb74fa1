using System.Diagnostics;
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

        using (Process first = Start(database, data, acknowledged))
        {
            await MailboxAssertions.EventuallyAsync(() => Task.FromResult(first.HasExited || Lines(acknowledged).Length >= ActionsBeforeTheKill), "the driver acts");
            first.HasExited.ShouldBeFalse();
            first.Kill();
            await first.WaitForExitAsync(Token);
        }

        using Process second = Start(database, data, acknowledged: null);
        try
        {
            await MailboxAssertions.EventuallyAsync(async () => await WaitingAsync(contexts) == 0, "the outbox is empty");
        }
        finally
        {
            second.Kill();
            await second.WaitForExitAsync(Token);
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

    // The portal's own program, with the tests' assembly among those that it can load.
    private static Process Start(TestDatabase database, TemporaryFolder data, string? acknowledged)
    {
        string folder = AppContext.BaseDirectory;
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList =
            {
                "exec", "--depsfile", Path.Combine(folder, "Onboarding.Tests.deps.json"), "--runtimeconfig", Path.Combine(folder, "Onboarding.Tests.runtimeconfig.json"),
                Path.Combine(folder, "Onboarding.Portal.dll"), "--urls", "http://127.0.0.1:0",
            },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["Data__Folder"] = data.Path;
        start.Environment["Outbox__LeaseSeconds"] = "5";
        start.Environment["Database__Provider"] = database.Kind.ToString();
        start.Environment["Database__ConnectionString"] = database.ConnectionString;
        if (acknowledged is not null)
        {
            start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = "Onboarding.Tests";
            start.Environment[CrashDriver.Variable] = acknowledged;
        }

        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
