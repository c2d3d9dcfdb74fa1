using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Integrations.Activation;
using Onboarding.Portal.Integrations.Outbox;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Activation;

/// <summary>Orders to an activation system that is real and misbehaves (SOP stage 4).</summary>
public sealed class HttpActivationTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Makes_the_case_active_when_the_endpoint_confirms(DatabaseKind kind)
    {
        await using ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(kind));
        (CaseState state, LeasedMessage message) = await ActivationBench.OrderedAsync(core);

        (await new ActivationBench(core, endpoint).Delivery.SwitchOnAsync(message, Token)).ShouldBeOfType<Delivered>();

        OnboardingCase owner = await core.Cases.LoadAsync(state.CaseId);
        owner.Status.ShouldBe(CaseStatus.Active);
        owner.ActivationReference.ShouldBe("EXT-1");
        ReceivedOrder order = endpoint.Orders.ShouldHaveSingleItem();
        order.Body.ShouldContain(state.Number);
        order.Body.ShouldNotContain("Budi");
        long time = long.Parse(order.Signature.Split(',')[0][2..], CultureInfo.InvariantCulture);
        order.Signature.ShouldBe(ActivationSignature.Sign(ActivationBench.Key, time, Encoding.UTF8.GetBytes(order.Body)));
    }

    [Theory]
    [InlineData(500, "oops", "Http500")]
    [InlineData(302, "", "Http302")]
    [InlineData(200, "<html>", "NonsenseAnswer")]
    [InlineData(200, "", "NonsenseAnswer")]
    [InlineData(200, "null", "NonsenseAnswer")]
    [InlineData(200, "{\"reference\":\"\"}", "NonsenseAnswer")]
    [InlineData(200, "{\"reference\":\"<b>x</b>\"}", "NonsenseAnswer")]
    [InlineData(202, "", "NonsenseAnswer")]
    public async Task Takes_any_other_answer_as_a_failure(int status, string body, string code)
    {
        await using ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        endpoint.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return context.Response.WriteAsync(body);
        };

        (await FailsAsync(new ActivationBench(core, endpoint))).ShouldBe(code);
        endpoint.Orders.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Gives_up_on_an_endpoint_that_says_nothing_or_too_much_or_is_gone()
    {
        ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        endpoint.Answer = context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        (await FailsAsync(new ActivationBench(core, endpoint))).ShouldBe("Timeout");

        endpoint.Answer = context => context.Response.WriteAsync(new string('x', 200_000));
        (await FailsAsync(new ActivationBench(core, endpoint))).ShouldBe("NonsenseAnswer");

        ActivationBench bench = new(core, endpoint);
        await endpoint.DisposeAsync();
        (await FailsAsync(bench)).ShouldBe("Unreachable");
    }

    [Theory, DatabaseProviders]
    public async Task Carries_the_same_key_when_the_answer_was_lost_and_activates_once(DatabaseKind kind)
    {
        await using ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(kind));
        (CaseState state, LeasedMessage message) = await ActivationBench.OrderedAsync(core);
        ActivationDelivery delivery = new ActivationBench(core, endpoint).Delivery;
        endpoint.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        (await delivery.SwitchOnAsync(message, Token)).ShouldBe(new DeliveryFailed("Unreachable"));
        endpoint.Answer = context => context.Response.WriteAsync("""{"reference":"EXT-1"}""");
        (await delivery.SwitchOnAsync(message, Token)).ShouldBeOfType<Delivered>();
        (await delivery.SwitchOnAsync(message, Token)).ShouldBeOfType<NotNeeded>();

        endpoint.Orders.Select(order => order.IdempotencyKey).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        endpoint.Orders.Count.ShouldBe(2);
        (await core.Cases.LoadAsync(state.CaseId)).FollowUps.Count.ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task Gives_a_work_item_to_it_after_the_fifth_failure(DatabaseKind kind)
    {
        await using ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(kind));
        (CaseState state, LeasedMessage message) = await ActivationBench.OrderedAsync(core);
        endpoint.Answer = Refuse(503);
        ActivationDelivery delivery = new ActivationBench(core, endpoint).Delivery;

        (await delivery.SwitchOnAsync(message with { FailedAttempts = 3 }, Token)).ShouldBe(new DeliveryFailed("Http503"));
        (await delivery.SwitchOnAsync(message with { FailedAttempts = 4 }, Token)).ShouldBeOfType<Delivered>();

        OnboardingCase owner = await core.Cases.LoadAsync(state.CaseId);
        owner.Status.ShouldBe(CaseStatus.Activating);
        owner.LiveWorkItem.ShouldNotBeNull().Queue.ShouldBe(WorkQueue.ActivationFailure);
    }

    [Theory, DatabaseProviders]
    public async Task Waits_for_a_callback_where_the_order_was_only_taken_and_asks_again_under_the_same_key(DatabaseKind kind)
    {
        await using ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(kind));
        (CaseState state, LeasedMessage message) = await ActivationBench.OrderedAsync(core);
        endpoint.Answer = Refuse(202);
        ActivationBench bench = new(core, endpoint, takesCallbacks: true);

        (await bench.Delivery.SwitchOnAsync(message, Token)).ShouldBe(new DeliveryDeferred(bench.Settings.CallbackWindow));
        (await bench.Delivery.SwitchOnAsync(message, Token)).ShouldBe(new DeliveryDeferred(bench.Settings.CallbackWindow));
        (await core.Cases.LoadAsync(state.CaseId)).ActivationFailed.ShouldBeFalse();
        (await bench.Delivery.SwitchOnAsync(message, Token)).ShouldBeOfType<Delivered>();

        (await core.Cases.LoadAsync(state.CaseId)).ActivationFailed.ShouldBeTrue("three orders were taken and nobody called back");
        endpoint.Orders.Select(order => order.IdempotencyKey).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Spares_a_system_that_fails_in_a_row_and_counts_no_attempt_meanwhile()
    {
        await using ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        (CaseState state, LeasedMessage message) = await ActivationBench.OrderedAsync(core);
        TestClock clock = new(CoreHost.Start);
        endpoint.Answer = Refuse(500);
        ActivationBench bench = new(core, endpoint, clock);
        for (int attempt = 0; attempt < 3; attempt++)
        {
            (await bench.Delivery.SwitchOnAsync(message, Token)).ShouldBe(new DeliveryFailed("Http500"));
        }

        (await bench.Delivery.SwitchOnAsync(message with { FailedAttempts = 9 }, Token)).ShouldBe(new DeliveryDeferred(bench.Settings.Break));
        endpoint.Orders.Count.ShouldBe(3, "nothing was sent");

        core.Clock.Advance(TimeSpan.FromMinutes(31));
        (await bench.Delivery.SwitchOnAsync(message, Token)).ShouldBeOfType<Delivered>();
        (await core.Cases.LoadAsync(state.CaseId)).ActivationFailed.ShouldBeTrue("IT gets to know of it all the same");

        clock.Advance(bench.Settings.Break);
        endpoint.Answer = context => context.Response.WriteAsync("""{"reference":"EXT-1"}""");
        (await bench.Activation.SwitchOnAsync(ActivationBench.Order(), Token)).ShouldBe(new ActivationConfirmed("EXT-1"), "one order finds out that it is back");
    }

    [Theory, DatabaseProviders]
    public async Task Keeps_every_exchange_without_secrets_for_it_alone(DatabaseKind kind)
    {
        await using ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(kind));
        (CaseState state, LeasedMessage message) = await ActivationBench.OrderedAsync(core);
        ActivationDelivery delivery = new ActivationBench(core, endpoint).Delivery;
        endpoint.Answer = context =>
        {
            context.Response.StatusCode = 500;
            return context.Response.WriteAsync(new string('x', 5000));
        };
        await delivery.SwitchOnAsync(message, Token);
        core.Clock.Advance(TimeSpan.FromSeconds(15));
        endpoint.Answer = context => context.Response.WriteAsync("""{"reference":"EXT-1"}""");
        await delivery.SwitchOnAsync(message, Token);
        ActivationExchanges exchanges = core.Get<ActivationExchanges>();

        IReadOnlyList<ShownExchange> shown = await exchanges.ListAsync(state.CaseId, Staff.Rudi, Token);

        shown.Select(entry => (entry.Exchange.Outcome, entry.Exchange.HttpStatus, entry.Exchange.Error)).ShouldBe(
            [(ExchangeOutcome.Done, 200, null), (ExchangeOutcome.Failed, 500, "Http500")]);
        shown[0].Content!.Sent.ShouldContain(state.Number);
        shown[0].Content!.Received.ShouldBe("""{"reference":"EXT-1"}""");
        shown[1].Content!.Received.Length.ShouldBe(ExchangeContent.MaxLength + 1);
        shown.ShouldAllBe(entry => entry.Content!.Sent.Contains("X-Onboarding-Signature: ***") && !entry.Content.Sent.Contains("v1=") && !entry.Content.Sent.Contains("of-the-address"));
        (await exchanges.ListAsync(state.CaseId, Staff.Maya, Token)).Select(entry => entry.Content).ShouldBe([null, null], "the words are for IT alone");
        (await exchanges.ListAsync(state.CaseId, Staff.Person("admin", "Admin", ActorRole.Administrator), Token)).ShouldBeEmpty();
    }

    private static Func<HttpContext, Task> Refuse(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private static async Task<string> FailsAsync(ActivationBench bench) =>
        (await Should.ThrowAsync<ActivationFailedException>(() => bench.Activation.SwitchOnAsync(ActivationBench.Order(), Token))).Code;
}
