using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Live;

public sealed class QueueHubTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private readonly PortalHost _portal = demo.Host;

    [Fact]
    public async Task Refuses_a_client_that_is_not_signed_in() =>
        (await HubClient.RefusedStatusAsync(_portal)).ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Refuses_an_administrator_who_has_no_part_in_cases() =>
        (await HubClient.RefusedStatusAsync(_portal, Demo.Account(ActorRole.Administrator))).ShouldBe(HttpStatusCode.Forbidden);

    [Theory]
    [InlineData(ActorRole.CustomerService)]
    [InlineData(ActorRole.Administration)]
    [InlineData(ActorRole.InformationTechnology)]
    [InlineData(ActorRole.Supervisor)]
    [InlineData(ActorRole.Compliance)]
    public async Task Tells_each_role_of_its_own_queues_only(ActorRole role)
    {
        await using HubClient client = await HubClient.ConnectAsync(_portal, Demo.Account(role));
        var visible = WorkQueues.VisibleTo(new HashSet<ActorRole> { role });

        // One case for each queue, and one that touches all: whoever hears of a foreign queue would hear of too many.
        foreach (var queue in Enum.GetValues<WorkQueue>())
        {
            Publish(Changes.Of((int)queue, 3, queue));
        }

        Publish(Changes.Of(99, 7, Enum.GetValues<WorkQueue>()));

        List<CaseChangedMessage> heard = [];
        do
        {
            heard.Add(await client.NextChangeAsync());
        }
        while (heard[^1].Version != 7);

        heard[..^1].SelectMany(message => message.Queues).ShouldBe(visible.Select(queue => queue.ToString()), ignoreOrder: true);
        heard[^1].Queues.ShouldBe(visible.Select(queue => queue.ToString()), ignoreOrder: true);
        heard[^1].Number.ShouldBe("ONB-2026-000099");
    }

    [Theory]
    [InlineData("""{"type":1,"invocationId":"1","target":"Subscribe","arguments":["Approval"]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"AddToGroupAsync","arguments":["x","queues:Approval"]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"OnConnectedAsync","arguments":[]}""")]
    public async Task Gives_nothing_to_a_client_that_asks_for_more(string request)
    {
        await using HubClient client = await HubClient.ConnectAsync(_portal, Demo.Account(ActorRole.CustomerService));

        await client.SendAsync(request);
        (await client.NextAsync()).GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
        Publish(Changes.Of(1, 1, WorkQueue.Approval));
        Publish(Changes.Of(2, 2, WorkQueue.Intake));

        (await client.NextChangeAsync()).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Ends_the_connection_of_a_client_that_sends_too_much()
    {
        await using HubClient client = await HubClient.ConnectAsync(_portal, Demo.Account(ActorRole.CustomerService));

        await client.SendAsync($$"""{"type":1,"target":"x","arguments":["{{new string('x', 4096)}}"]}""");

        await client.ClosedAsync();
    }

    [Fact]
    public async Task Says_that_changes_were_left_out_when_more_come_than_are_told_one_by_one()
    {
        await using HubClient client = await HubClient.ConnectAsync(_portal, Demo.Account(ActorRole.CustomerService));

        // So many at once that the feed keeps none of them: whoever keeps a list has to hear that it is not whole.
        for (int number = 1; number <= 5_000; number++)
        {
            Publish(Changes.Of(number, 1, WorkQueue.Intake));
        }

        JsonElement message;
        do
        {
            message = await client.NextAsync();
        }
        while (message.GetProperty("target").GetString() == QueueHub.CaseChanged);

        message.GetProperty("target").GetString().ShouldBe(QueueHub.ChangesMissed);
    }

    [Fact]
    public async Task A_client_that_sends_without_end_keeps_nobody_from_hearing()
    {
        await using HubClient flooding = await HubClient.ConnectAsync(_portal, Demo.Account(ActorRole.CustomerService));
        await using HubClient listening = await HubClient.ConnectAsync(_portal, Demo.Account(ActorRole.CustomerService));
        for (int number = 0; number < 20_000; number++)
        {
            await flooding.SendAsync("""{"type":1,"target":"Subscribe","arguments":["Approval"]}""");
        }

        Publish(Changes.Of(1, 41, WorkQueue.Intake));

        (await listening.NextChangeAsync()).Version.ShouldBe(41);
        (await flooding.NextChangeAsync()).Version.ShouldBe(41, "it is slow to itself alone");
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_let_go_and_keeps_nobody_from_hearing()
    {
        await using HubClient listening = await HubClient.ConnectAsync(_portal, Demo.Account(ActorRole.CustomerService));
        await using HubClient deaf = await HubClient.ConnectAsync(_portal, Demo.Account(ActorRole.Supervisor), isDeaf: true);
        QueueConnections open = _portal.Services.GetRequiredService<QueueConnections>();
        int version = 0;

        await MailboxAssertions.EventuallyAsync(
            async () =>
            {
                // What listens hears each round before the next one begins, however much waits for the other.
                version++;
                for (int number = 1; number <= 200; number++)
                {
                    Publish(Changes.Of(number, version, Enum.GetValues<WorkQueue>()));
                }

                for (int number = 1; number <= 200; number++)
                {
                    (await listening.NextChangeAsync()).Version.ShouldBe(version);
                }

                return open.Count == 1;
            },
            "the connection was ended",
            TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Ends_the_connection_of_a_person_whose_account_was_disabled()
    {
        DemoAccount account = DemoAccounts.All.Last(one => one.Role == ActorRole.Administration);
        await using HubClient client = await HubClient.ConnectAsync(_portal, account);
        await ChangeAsync(account, (staff, id) => staff.SetDisabledAsync("somebody", id, disabled: true));

        await RevalidateAsync();

        await client.ClosedAsync();
    }

    [Fact]
    public async Task Ends_the_connection_of_a_person_whose_roles_changed()
    {
        DemoAccount account = DemoAccounts.All.Last(one => one.Role == ActorRole.Supervisor);
        await using HubClient client = await HubClient.ConnectAsync(_portal, account);
        await ChangeAsync(account, (staff, id) => staff.SetRolesAsync("somebody", id, [ActorRole.CustomerService]));

        await RevalidateAsync();

        await client.ClosedAsync();
    }

    [Fact]
    public async Task Looks_again_every_minute_whether_who_listens_may_stay()
    {
        DemoAccount account = DemoAccounts.All.Last(one => one.Role == ActorRole.Administration);
        await ChangeAsync(account, (staff, id) => staff.SetDisabledAsync("somebody", id, disabled: false));
        await using HubClient client = await HubClient.ConnectAsync(_portal, account);
        using QueueHubFeed feed = new(
            _portal.Services.GetRequiredService<ChangeFeed>(),
            _portal.Services.GetRequiredService<IHubContext<QueueHub>>(),
            _portal.Services.GetRequiredService<QueueConnections>(),
            _portal.Services.GetRequiredService<SessionCheck>(),
            new HastyClock(),
            NullLogger<QueueHubFeed>.Instance);
        await ChangeAsync(account, (staff, id) => staff.SetDisabledAsync("somebody", id, disabled: true));

        await feed.StartAsync(TestContext.Current.CancellationToken);
        await client.ClosedAsync();

        await feed.StopAsync(TestContext.Current.CancellationToken);
        await ChangeAsync(account, (staff, id) => staff.SetDisabledAsync("somebody", id, disabled: false));
    }

    private Task RevalidateAsync() => _portal.Services.GetRequiredService<QueueConnections>()
        .EndWhereAsync(_portal.Services.GetRequiredService<SessionCheck>().MayStayAsync);

    private async Task ChangeAsync(DemoAccount account, Func<StaffDirectory, string, Task<StaffAccountProblem?>> change)
    {
        await using AsyncServiceScope scope = _portal.Services.CreateAsyncScope();
        StaffDirectory staff = scope.ServiceProvider.GetRequiredService<StaffDirectory>();
        StaffRow row = (await staff.ListAsync(TestContext.Current.CancellationToken)).Single(one => one.UserName == account.UserName);
        (await change(staff, row.Id)).ShouldBeNull();
    }

    private void Publish(Onboarding.Core.Queues.CaseChange change) => _portal.Services.GetRequiredService<ChangeFeed>().Publish(change);

    // A minute of its timers is a hundredth of a second.
    private sealed class HastyClock : TimeProvider
    {
        private const int Haste = 6000;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Shorten(dueTime), Shorten(period));

        private static TimeSpan Shorten(TimeSpan time) => time > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Max(1, time.TotalMilliseconds / Haste)) : time;
    }
}
