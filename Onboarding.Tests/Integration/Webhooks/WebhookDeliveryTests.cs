using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Partners;
using Onboarding.Core.Persistence;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Webhooks;

/// <summary>Changes of status on their way to a partner's server, which is real and misbehaves.</summary>
public sealed class WebhookDeliveryTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Tells_the_partner_signed_and_without_personal_data(DatabaseKind kind)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var scene = await Scene.BeginAsync(databases, kind, receiver);

        await scene.WithdrawAsync();

        await scene.EventuallyAsync(() => receiver.Received.Count == 1, "the webhook arrived");
        var received = receiver.Received[0];
        Verify(received, scene.Secret).ShouldBeTrue();
        Verify(received with { Body = [.. received.Body, (byte)' '] }, scene.Secret).ShouldBeFalse();
        Verify(received with { Id = "msg_other" }, scene.Secret).ShouldBeFalse();
        var text = Encoding.UTF8.GetString(received.Body);
        text.ShouldNotContain("Budi");
        text.ShouldNotContain("3171");
        using var body = JsonDocument.Parse(text);
        body.RootElement.GetProperty("type").GetString().ShouldBe("registration.status_changed");
        body.RootElement.GetProperty("data").EnumerateObject().Select(property => $"{property.Name}={property.Value}")
            .ShouldBe([$"number={scene.Number}", "previousStatus=received", "status=withdrawn", "reason=withdrawn"]);
        var row = (await scene.EventuallyDeliveriesAsync(rows => rows is [{ State: DeliveryState.Finished }])).Single();
        row.Attempts.ShouldHaveSingleItem().HttpStatus.ShouldBe(204);
        received.Id.ShouldBe($"msg_{row.Id:N}");
    }

    [Theory]
    [InlineData("500", WebhookError.RefusedByReceiver, 500)]
    [InlineData("slow", WebhookError.TimedOut, null)]
    [InlineData("reset", WebhookError.ConnectionFailed, null)]
    [InlineData("redirect", WebhookError.Redirected, 302)]
    [InlineData("410", WebhookError.RefusedByReceiver, 410)]
    public async Task Notes_why_an_attempt_failed_and_delivers_under_the_same_id_when_sent_again(string misbehaviour, WebhookError error, int? status)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = context => MisbehaveAsync(context, misbehaviour, receiver.Address);
        await using var scene = await Scene.BeginAsync(databases, DatabaseKind.Sqlite, receiver);
        await scene.WithdrawAsync();

        var row = (await scene.EventuallyDeliveriesAsync(rows => rows is [{ Attempts.Count: 1 }])).Single();
        row.Attempts[0].Error.ShouldBe(error);
        row.Attempts[0].HttpStatus.ShouldBe(status);
        row.State.ShouldBe(DeliveryState.Waiting);

        receiver.Answer = context => context.Response.WriteAsync(new string('x', 5_000_000), Token);
        (await scene.Get<ReplayDeliveriesHandler>().ReplayAsync(row.Id, Staff.Rudi, Token)).ShouldBeDone().ShouldBe(1);
        scene.WakeDispatcher();

        await scene.EventuallyDeliveriesAsync(rows => rows is [{ State: DeliveryState.Finished }]);
        receiver.Received.Select(webhook => webhook.Id).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        receiver.Strays.ShouldBe(0);
    }

    [Fact]
    public async Task Keeps_the_order_within_a_case_and_never_holds_up_the_applicants_mail()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var isDown = true;
        receiver.Answer = context =>
        {
            context.Response.StatusCode = isDown ? 503 : 204;
            return Task.CompletedTask;
        };
        await using var scene = await Scene.BeginAsync(databases, DatabaseKind.Sqlite, receiver);
        await scene.EventuallyAsync(async () => (await scene.Services.MailsAsync()).Count == 1, "the mail of receipt lies in the folder");
        await scene.WithdrawAsync();

        await scene.EventuallyAsync(async () => (await scene.Services.MailsAsync()).Count == 2, "the mail of withdrawal is not held up");
        await scene.EventuallyDeliveriesAsync(rows => rows is [{ Attempts.Count: >= 1, State: DeliveryState.Waiting }]);
        isDown = false;
        scene.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        scene.WakeDispatcher();
        await scene.EventuallyDeliveriesAsync(rows => rows is [{ State: DeliveryState.Finished }]);
    }

    [Fact]
    public async Task Signs_with_both_secrets_while_they_overlap_and_with_the_new_one_after()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var scene = await Scene.BeginAsync(databases, DatabaseKind.Sqlite, receiver);
        var next = (await scene.Get<PartnerWebhookHandler>().RotateSecretAsync(scene.Partner.Id, Staff.Yusuf, Token)).ShouldBeDone();

        await scene.WithdrawAsync();
        await scene.EventuallyAsync(() => receiver.Received.Count == 1, "the webhook arrived");
        Verify(receiver.Received[0], scene.Secret).ShouldBeTrue();
        Verify(receiver.Received[0], next).ShouldBeTrue();

        scene.Host.Clock.Advance(PartnerWebhookHandler.Overlap + TimeSpan.FromMinutes(1));
        var row = (await scene.EventuallyDeliveriesAsync(rows => rows is [{ State: DeliveryState.Finished }])).Single();
        (await scene.Get<ReplayDeliveriesHandler>().ReplayAsync(row.Id, Staff.Yusuf, Token)).ShouldBeDone();
        scene.WakeDispatcher();
        await scene.EventuallyAsync(() => receiver.Received.Count == 2, "the webhook arrived again");
        Verify(receiver.Received[1], scene.Secret).ShouldBeFalse();
        Verify(receiver.Received[1], next).ShouldBeTrue();
    }

    [Fact]
    public async Task Sends_again_all_that_failed_for_good_and_writes_down_who_asked()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var scene = await Scene.BeginAsync(databases, DatabaseKind.Sqlite, receiver);
        receiver.Answer = context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await scene.WithdrawAsync();
        await scene.EventuallyDeliveriesAsync(rows => rows is [{ Attempts.Count: 1 }]);
        await scene.WriteAsync(context => context.OutboxMessages.Where(item => item.PartnerId != null)
            .ExecuteUpdateAsync(change => change.SetProperty(item => item.SetAsideAt, scene.Host.Clock.GetUtcNow()), Token));
        receiver.Answer = _ => Task.CompletedTask;
        (await scene.Get<OutboxReader>().StateAsync(Token)).SetAside.ShouldBe(0);

        (await scene.Get<ReplayDeliveriesHandler>().ReplaySetAsideAsync(Guid.Empty, Staff.Rudi, Token)).ShouldBeDone().ShouldBe(0);
        (await scene.Get<ReplayDeliveriesHandler>().ReplaySetAsideAsync(scene.Partner.Id, Staff.Rudi, Token)).ShouldBeDone().ShouldBe(1);
        scene.WakeDispatcher();

        await scene.EventuallyDeliveriesAsync(rows => rows is [{ State: DeliveryState.Finished }]);
        await using var read = scene.Get<OnboardingContextFactory>().CreateDbContext();
        (await read.AuditEvents.SingleAsync(item => item.Action == "Partner.Replay", Token)).ActorId.ShouldBe(Staff.Rudi.Id);
    }

    [Fact]
    public async Task Refuses_addresses_inside_our_own_network_after_looking_the_name_up()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var scene = await Scene.BeginAsync(databases, DatabaseKind.Sqlite, receiver);

        // As an address that passed when it was entered, and whose name changed its mind since.
        await scene.WriteAsync(context => context.Partners.ExecuteUpdateAsync(change => change.SetProperty(item => item.WebhookUrl, "http://10.255.255.1:9/hook"), Token));
        await scene.WithdrawAsync();

        var row = (await scene.EventuallyDeliveriesAsync(rows => rows is [{ Attempts.Count: 1 }])).Single();
        row.Attempts[0].Error.ShouldBe(WebhookError.AddressNotAllowed);
        receiver.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sends_nothing_to_a_partner_that_takes_no_webhooks()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var scene = await Scene.BeginAsync(databases, DatabaseKind.Sqlite, receiver);
        (await scene.Get<PartnerWebhookHandler>().SetAddressAsync(scene.Partner.Id, null, Staff.Yusuf, Token)).ShouldBeDone();

        await scene.WithdrawAsync();

        (await scene.EventuallyDeliveriesAsync(rows => rows is [{ State: DeliveryState.Finished }])).Single().Attempts.ShouldBeEmpty();
        receiver.Received.ShouldBeEmpty();
    }

    // Written from the public description alone, as a partner would: no code of the portal.
    private static bool Verify(ReceivedWebhook webhook, string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{webhook.Id}.{webhook.Timestamp}."), .. webhook.Body];
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
        var age = Math.Abs(DateTimeOffset.UnixEpoch.AddSeconds(long.Parse(webhook.Timestamp, CultureInfo.InvariantCulture)).Year - 2026);
        return age <= 50 && webhook.Signatures.Split(' ').Contains(expected);
    }

    private static async Task MisbehaveAsync(HttpContext context, string how, string elsewhere)
    {
        switch (how)
        {
            case "slow":
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "reset":
                context.Abort();
                break;
            case "redirect":
                context.Response.Redirect(elsewhere.Replace("/hook", "/elsewhere", StringComparison.Ordinal));
                break;
            default:
                context.Response.StatusCode = int.Parse(how, CultureInfo.InvariantCulture);
                break;
        }
    }

    private sealed class Scene : IAsyncDisposable
    {
        private Scene(PortalHost host, ApiPartner partner, string secret, string number)
        {
            Host = host;
            Partner = partner;
            Secret = secret;
            Number = number;
        }

        public PortalHost Host { get; }

        public ApiPartner Partner { get; }

        public string Secret { get; }

        public string Number { get; }

        public IServiceProvider Services => Host.Services;

        public static async Task<Scene> BeginAsync(TestDatabases databases, DatabaseKind kind, WebhookReceiver receiver)
        {
            var host = await databases.PortalAsync(kind, ("Webhooks:AllowLoopback", "true"), ("Webhooks:TimeoutSeconds", "1"));
            var partner = await ApiPartner.CreateAsync(host);
            var secret = (await host.Services.GetRequiredService<PartnerWebhookHandler>().SetAddressAsync(partner.Id, receiver.Address, Staff.Yusuf, Token)).ShouldBeDone();
            return new Scene(host, partner, secret.ShouldNotBeNull(), await partner.NumberOfNewAsync());
        }

        public async ValueTask DisposeAsync()
        {
            Partner.Dispose();
            await Host.DisposeAsync();
        }

        public T Get<T>()
            where T : notnull => Services.GetRequiredService<T>();

        public async Task WithdrawAsync()
        {
            var found = (await Get<PartnerCases>().FindAsync(Partner.Id, Number, Token)).ShouldBeDone();
            (await Get<WithdrawCaseHandler>().HandleAsync(new(new CaseTarget(found.CaseId, null), null), Actor.Applicant(found.CaseId), Token)).ShouldBeDone();
        }

        /// <summary>What another process wrote is seen by the timer; here a change wakes the sender at once.</summary>
        public void WakeDispatcher() => Get<Onboarding.Core.Queues.IChangePublisher>().Publish(new(Guid.Empty, Number, 0, []));

        public Task EventuallyAsync(Func<bool> condition, string what) => MailboxAssertions.EventuallyAsync(() => Task.FromResult(condition()), what);

        public Task EventuallyAsync(Func<Task<bool>> condition, string what) => MailboxAssertions.EventuallyAsync(condition, what);

        public async Task<IReadOnlyList<DeliveryRow>> EventuallyDeliveriesAsync(Func<IReadOnlyList<DeliveryRow>, bool> condition)
        {
            IReadOnlyList<DeliveryRow> rows = [];
            await EventuallyAsync(async () => condition(rows = await Get<DeliveryReader>().ListAsync(new DeliveryFilter(Partner.Id), Token)), "the delivery log shows it");
            return rows;
        }

        public async Task WriteAsync(Func<OnboardingContext, Task<int>> change)
        {
            await using var context = Get<OnboardingContextFactory>().CreateDbContext();
            (await change(context)).ShouldBe(1);
        }
    }
}
