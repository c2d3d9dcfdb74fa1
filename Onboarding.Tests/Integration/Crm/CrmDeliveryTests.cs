using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Outbox;
using Onboarding.Portal.Integrations.Activation;
using Onboarding.Portal.Integrations.Crm;
using Onboarding.Portal.Integrations.Outbox;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Crm;

/// <summary>Customer records to a CRM that is real and misbehaves (SOP stage 3: Sistem CRM).</summary>
public sealed class CrmDeliveryTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task The_mapped_record_arrives_signed_under_its_number(DatabaseKind kind)
    {
        await using CrmEndpoint endpoint = await CrmEndpoint.StartAsync();
        await using CoreHost core = await CrmSupport.StartAsync(await databases.Fresh(kind));
        (Guid id, LeasedMessage message) = await ChangedAsync(core);
        using CrmBench bench = new(core, endpoint);

        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBeOfType<Delivered>();

        CrmLink link = await CrmSupport.LinkAsync(core, id);
        (link.State, link.ExternalId, link.SentVersion, link.Reason).ShouldBe((CrmState.Sent, $"EXT-{link.Number}", 2, null));
        CrmRequest put = endpoint.Puts.ShouldHaveSingleItem();
        put.Target.ShouldBe($"/api/customers/{link.Number}?tenant=1");
        put.IdempotencyKey.ShouldBe($"{id:N}-2");
        long time = long.Parse(put.Signature.Split(',')[0][2..], CultureInfo.InvariantCulture);
        put.Signature.ShouldBe(ActivationSignature.Sign(CrmBench.Key, time, Encoding.UTF8.GetBytes(put.Body)));
        CrmHeld held = endpoint.Held[link.Number];
        held.Hash.ShouldBe(link.SentHash);
        ((string?)held.Customer!["status"], (string?)held.Customer["fields"]!["email"]).ShouldBe(("Active", "baru@contoh.example"));
        put.Body.ShouldNotContain(Registrations.Person(9801).Nik!);
    }

    [Theory]
    [InlineData(500, "oops", CrmReason.ServerError, "Http500")]
    [InlineData(404, "", CrmReason.ServerError, "Http404")]
    [InlineData(302, "", CrmReason.ServerError, "Http302")]
    [InlineData(401, "", CrmReason.KeyNotAccepted, "Http401")]
    [InlineData(200, "<html>", CrmReason.NonsenseAnswer, "NonsenseAnswer")]
    [InlineData(200, "", CrmReason.NonsenseAnswer, "NonsenseAnswer")]
    [InlineData(200, "null", CrmReason.NonsenseAnswer, "NonsenseAnswer")]
    [InlineData(200, "{\"id\":\"EXT-1\"}", CrmReason.NonsenseAnswer, "NonsenseAnswer")]
    [InlineData(200, "{\"id\":\"EXT-1\",\"version\":1}", CrmReason.NonsenseAnswer, "NonsenseAnswer")]
    [InlineData(200, "{\"id\":\"<b>\",\"version\":2}", CrmReason.NonsenseAnswer, "NonsenseAnswer")]
    [InlineData(204, "", CrmReason.NonsenseAnswer, "NonsenseAnswer")]
    public async Task Any_other_answer_is_a_failure_that_is_tried_again_and_set_aside_at_last(int status, string body, CrmReason reason, string code)
    {
        await using CrmEndpoint endpoint = await CrmEndpoint.StartAsync();
        await using CoreHost core = await CrmSupport.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        (Guid id, LeasedMessage message) = await ChangedAsync(core);
        endpoint.Answer = status == 204
            ? context =>
            {
                context.Response.StatusCode = 204;
                return Task.CompletedTask;
            }
            : CrmEndpoint.Says(status, body);
        using CrmBench bench = new(core, endpoint);

        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBe(new DeliveryFailed(code));
        CrmLink link = await CrmSupport.LinkAsync(core, id);
        (link.State, link.Reason, link.SentVersion).ShouldBe((CrmState.Pending, reason, null), "it is tried again by itself");

        (await bench.Delivery.DeliverAsync(message with { FailedAttempts = OutboxMessage.MaxAttempts - 1 }, Token)).ShouldBe(new DeliveryFailed(code));
        link = await CrmSupport.LinkAsync(core, id);
        (link.State, link.Reason, link.HttpStatus).ShouldBe((CrmState.Failed, reason, code.StartsWith("Http", StringComparison.Ordinal) ? status : null));
        endpoint.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    public async Task What_the_crm_refuses_for_what_it_says_is_not_sent_again_by_itself(int status)
    {
        await using CrmEndpoint endpoint = await CrmEndpoint.StartAsync();
        await using CoreHost core = await CrmSupport.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        (Guid id, LeasedMessage message) = await ChangedAsync(core);
        endpoint.Answer = CrmEndpoint.Says(status, "{\"detail\":\"Budi Santoso is not welcome\"}");
        using CrmBench bench = new(core, endpoint);

        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBeOfType<NotNeeded>();

        CrmLink link = await CrmSupport.LinkAsync(core, id);
        (link.State, link.Reason, link.HttpStatus).ShouldBe((CrmState.Failed, CrmReason.RecordRefused, status));
        bench.Circuit.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task A_crm_that_says_nothing_or_too_much_or_is_gone_is_a_failure()
    {
        CrmEndpoint endpoint = await CrmEndpoint.StartAsync();
        await using CoreHost core = await CrmSupport.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        (_, LeasedMessage message) = await ChangedAsync(core);
        using CrmBench bench = new(core, endpoint);
        endpoint.Answer = context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBe(new DeliveryFailed("TimedOut"));

        endpoint.Answer = context => context.Response.WriteAsync(new string('x', 200_000));
        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBe(new DeliveryFailed("NonsenseAnswer"));

        await endpoint.DisposeAsync();
        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBe(new DeliveryFailed("Unreachable"));
    }

    [Theory, DatabaseProviders]
    public async Task An_answer_that_was_lost_and_a_message_twice_leave_one_record(DatabaseKind kind)
    {
        await using CrmEndpoint endpoint = await CrmEndpoint.StartAsync();
        await using CoreHost core = await CrmSupport.StartAsync(await databases.Fresh(kind));
        (Guid id, LeasedMessage message) = await ChangedAsync(core);
        using CrmBench bench = new(core, endpoint);
        endpoint.Answer = endpoint.KeepAndBreakAsync;
        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBe(new DeliveryFailed("Unreachable"));
        endpoint.Held.Count.ShouldBe(1, "it was taken, and nobody heard of it");

        endpoint.Answer = endpoint.KeepAsync;
        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBeOfType<Delivered>();
        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBeOfType<Delivered>();

        // The same once more, long after, by a sender that had lost it: what is there stays in step.
        endpoint.Answer = CrmEndpoint.Says(422);
        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBeOfType<NotNeeded>();

        endpoint.Held.Count.ShouldBe(1);
        endpoint.Puts.Select(put => put.IdempotencyKey).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        (await CrmSupport.LinkAsync(core, id)).State.ShouldBe(CrmState.Sent);
    }

    [Theory, DatabaseProviders]
    public async Task A_change_while_it_is_sent_keeps_the_message_until_the_newer_version_is_there(DatabaseKind kind)
    {
        await using CrmEndpoint endpoint = await CrmEndpoint.StartAsync();
        await using CoreHost core = await CrmSupport.StartAsync(await databases.Fresh(kind));
        (Guid id, LeasedMessage message) = await ChangedAsync(core);
        using CrmBench bench = new(core, endpoint);
        endpoint.Answer = async context =>
        {
            await CrmSupport.EditAsync(core, id, "tengah@contoh.example");
            await endpoint.KeepAsync(context);
        };
        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBe(new DeliveryDeferred(TimeSpan.Zero));
        (await CrmSupport.LinkAsync(core, id)).State.ShouldBe(CrmState.Pending);

        endpoint.Answer = endpoint.KeepAsync;
        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBeOfType<Delivered>();
        CrmLink link = await CrmSupport.LinkAsync(core, id);
        (link.State, link.SentVersion, (string?)endpoint.Held[link.Number].Customer!["fields"]!["email"]).ShouldBe((CrmState.Sent, 3, "tengah@contoh.example"));
    }

    [Theory, DatabaseProviders]
    public async Task A_later_version_there_is_a_difference_that_a_person_may_overwrite(DatabaseKind kind)
    {
        await using CrmEndpoint endpoint = await CrmEndpoint.StartAsync();
        await using CoreHost core = await CrmSupport.StartAsync(await databases.Fresh(kind));
        (Guid id, LeasedMessage message) = await ChangedAsync(core);
        CrmLink link = await CrmSupport.LinkAsync(core, id);
        endpoint.Held[link.Number] = new CrmHeld(9, "x", null);
        using CrmBench bench = new(core, endpoint);

        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBeOfType<NotNeeded>();
        await core.Get<OutboxQueue>().FinishAsync(message, Token);
        link = await CrmSupport.LinkAsync(core, id);
        (link.State, link.Reason).ShouldBe((CrmState.Differs, CrmReason.NewerThere));

        (await core.Get<ResendToCrmHandler>().HandleAsync(new([id]), Staff.Rudi, Token)).ShouldBeDone().ShouldBe(1);
        (await core.Get<ResendToCrmHandler>().HandleAsync(new([id]), Staff.Rudi, Token)).ShouldBeDone().ShouldBe(0, "it is on its way already");
        (await bench.Delivery.DeliverAsync(await CrmSupport.TakeAsync(core), Token)).ShouldBeOfType<Delivered>();
        endpoint.Held[link.Number].Version.ShouldBe(2);
        (await CrmSupport.LinkAsync(core, id)).Overwrites.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_asks_for_a_pause_gets_it_and_no_attempt_is_counted()
    {
        await using CrmEndpoint endpoint = await CrmEndpoint.StartAsync();
        await using CoreHost core = await CrmSupport.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        (Guid id, LeasedMessage message) = await ChangedAsync(core);
        using CrmBench bench = new(core, endpoint);

        endpoint.Answer = CrmEndpoint.Says(429, retryAfter: "90");
        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBe(new DeliveryDeferred(TimeSpan.FromSeconds(90)));
        CrmLink link = await CrmSupport.LinkAsync(core, id);
        (link.State, link.Reason, link.HttpStatus).ShouldBe((CrmState.Pending, CrmReason.AskedToWait, 429));
        endpoint.Answer = CrmEndpoint.Says(503, retryAfter: "9999999");
        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBe(new DeliveryDeferred(TimeSpan.FromHours(1)));
        endpoint.Answer = CrmEndpoint.Says(429);
        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBe(new DeliveryDeferred(RetryPlan.Delay(1)));
        bench.Circuit.IsOpen.ShouldBeFalse();

        core.Clock.Advance(TimeSpan.FromDays(2));
        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBe(new DeliveryFailed("Http429"), "a pause of days is an outage");
    }

    [Fact]
    public async Task A_crm_that_fails_in_a_row_is_spared_and_no_attempt_is_counted_meanwhile()
    {
        await using CrmEndpoint endpoint = await CrmEndpoint.StartAsync();
        await using CoreHost core = await CrmSupport.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        (Guid id, LeasedMessage message) = await ChangedAsync(core);
        TestClock clock = new(CoreHost.Start);
        endpoint.Answer = CrmEndpoint.Says(500);
        using CrmBench bench = new(core, endpoint, clock);
        for (int attempt = 0; attempt < bench.Settings.BreakerFailures; attempt++)
        {
            (await bench.Delivery.DeliverAsync(message, Token)).ShouldBe(new DeliveryFailed("Http500"));
        }

        (await bench.Delivery.DeliverAsync(message with { FailedAttempts = 9 }, Token)).ShouldBe(new DeliveryDeferred(bench.Settings.Break));
        endpoint.Puts.Count.ShouldBe(bench.Settings.BreakerFailures, "nothing was sent");
        bench.Circuit.IsOpen.ShouldBeTrue();

        clock.Advance(bench.Settings.Break);
        endpoint.Answer = endpoint.KeepAsync;
        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBeOfType<Delivered>();
        (await CrmSupport.LinkAsync(core, id)).State.ShouldBe(CrmState.Sent);
    }

    [Fact]
    public async Task A_slow_crm_never_takes_all_the_places_of_the_outbox()
    {
        await using CrmEndpoint endpoint = await CrmEndpoint.StartAsync();
        await using CoreHost core = await CrmSupport.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        (_, LeasedMessage message) = await ChangedAsync(core);
        using CrmBench bench = new(core, endpoint);
        TaskCompletionSource arrived = new();
        TaskCompletionSource goesOn = new();
        int waiting = 0;
        endpoint.Answer = async context =>
        {
            if (Interlocked.Increment(ref waiting) == 3)
            {
                arrived.SetResult();
            }

            await goesOn.Task;
            await endpoint.KeepAsync(context);
        };
        Task<DeliveryOutcome>[] sending = [.. Enumerable.Range(0, 3).Select(_ => bench.Delivery.DeliverAsync(message, Token))];
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);

        (await bench.Delivery.DeliverAsync(message, Token)).ShouldBeOfType<DeliveryDeferred>();

        goesOn.SetResult();
        (await Task.WhenAll(sending)).ShouldAllBe(outcome => outcome is Delivered);
    }

    [Fact]
    public async Task What_waits_when_the_connector_is_switched_off_is_given_up_and_shown()
    {
        await using CrmEndpoint endpoint = await CrmEndpoint.StartAsync();
        await using CoreHost core = await CrmSupport.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        (Guid id, LeasedMessage message) = await ChangedAsync(core);
        using CrmBench bench = new(core, endpoint);
        using CrmDelivery off = new(core.Get<CrmDocuments>(), bench.Crm, core.Get<CrmLinks>(), new CrmSettings(), core.Clock);

        (await off.DeliverAsync(message, Token)).ShouldBeOfType<NotNeeded>();

        endpoint.Requests.ShouldBeEmpty();
        (await CrmSupport.LinkAsync(core, id)).Reason.ShouldBe(CrmReason.SwitchedOff);
    }

    private static async Task<(Guid Id, LeasedMessage Message)> ChangedAsync(CoreHost core)
    {
        Guid id = (await CrmSupport.AddAsync(core, 9801))[0];
        await CrmSupport.EditAsync(core, id, "baru@contoh.example");
        return (id, await CrmSupport.TakeAsync(core));
    }
}
