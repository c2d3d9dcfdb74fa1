using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Documents;
using Onboarding.Core.Outbox;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Hosting;

/// <summary>What the portal says of itself.</summary>
public sealed class ReadyHealthTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Is_ready_with_a_database_a_scheduler_and_an_empty_outbox(DatabaseKind kind)
    {
        await using PortalHost host = await databases.PortalAsync(kind);

        // The scheduler starts after the server: until then the portal is not ready, and says so.
        await MailboxAssertions.EventuallyAsync(async () => (await AskAsync(host)).Status == HttpStatusCode.OK, "the portal is ready");

        (_, JsonElement report) = await AskAsync(host);
        foreach (string check in new[] { "database", "scheduler", "jobs", "outbox", "documents" })
        {
            Status(report, check).ShouldBe("healthy");
        }

        report.ToString().ShouldNotContain("Data Source");
        report.ToString().ShouldNotContain("Host=");
    }

    [Fact]
    public async Task Is_degraded_while_a_message_is_set_aside_and_still_answers_200()
    {
        await using PortalHost host = await databases.PortalAsync(DatabaseKind.Sqlite, ("Mail:Host", "127.0.0.1"), ("Mail:Port", "1"), ("Mail:StartTls", "false"));
        await new CasesAt(host.Services).ReceivedAsync();
        OutboxQueue queue = host.Services.GetRequiredService<OutboxQueue>();
        OutboxReader reader = host.Services.GetRequiredService<OutboxReader>();
        OutboxRow row = (await reader.ListAsync(1, Token)).Single();
        for (int attempt = 0; attempt < OutboxMessage.MaxAttempts + 1; attempt++)
        {
            row = (await reader.ListAsync(1, Token)).Single();
            await queue.FailAsync(new LeasedMessage(row.Id, default, row.Kind, null, row.Attempts, row.NextAttemptAt), "SmtpUnreachable", Token);
        }

        (HttpStatusCode status, JsonElement report) = await AskAsync(host);

        status.ShouldBe(HttpStatusCode.OK);
        Status(report, "outbox").ShouldBe("degraded");
        report.GetProperty("checks").GetProperty("outbox").GetProperty("setAside").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Is_unhealthy_when_documents_cannot_be_stored()
    {
        await using PortalHost host = await databases.PortalAsync(DatabaseKind.Sqlite);
        string folder = host.Services.GetRequiredService<DocumentStorageOptions>().Folder;
        Directory.Delete(folder, recursive: true);

        // Whoever asks for the folder first would make it anew.
        await File.WriteAllTextAsync(folder, "in the way", Token);

        (HttpStatusCode status, JsonElement report) = await AskAsync(host);

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        Status(report, "documents").ShouldBe("unhealthy");
    }

    [Fact]
    public async Task Is_degraded_while_a_folder_for_copies_is_away()
    {
        using TemporaryFolder copies = new();
        await using PortalHost host = await databases.PortalAsync(
            DatabaseKind.Sqlite, ("Documents:Mirrors:0", copies.Path), ("Documents:Mirrors:1", copies.Combine("not-mounted")));

        (HttpStatusCode status, JsonElement report) = await AskAsync(host);

        status.ShouldBe(HttpStatusCode.OK);
        Status(report, "documents").ShouldBe("degraded");
        report.GetProperty("checks").GetProperty("documents").GetProperty("mirrorsAway").GetInt32().ShouldBe(1);
        Directory.EnumerateFileSystemEntries(copies.Path).ShouldBeEmpty("the probe leaves nothing behind");
    }

    private static async Task<(HttpStatusCode Status, JsonElement Report)> AskAsync(PortalHost host)
    {
        using HttpClient client = new() { BaseAddress = host.Address };
        using HttpResponseMessage answer = await client.GetAsync("/health/ready", Token);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement);
    }

    private static string? Status(JsonElement report, string check) => report.GetProperty("checks").GetProperty(check).GetProperty("status").GetString();
}
