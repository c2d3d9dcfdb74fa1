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

/// <summary>Orders to a real HTTP endpoint that behaves and that does not.</summary>
public sealed class HttpActivationTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const string Key = "a key of the tests, long enough";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Makes_the_case_active_when_the_endpoint_confirms(DatabaseKind kind)
    {
        await using ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(kind));
        CaseState state = await core.Cases.ActivatingAsync();
        LeasedMessage message = await TakeAsync(core);

        (await Delivery(core, endpoint).SwitchOnAsync(message, Token)).ShouldBeOfType<Delivered>();

        OnboardingCase owner = await core.Cases.LoadAsync(state.CaseId);
        owner.Status.ShouldBe(CaseStatus.Active);
        owner.ActivationReference.ShouldBe("EXT-1");
        ReceivedOrder order = endpoint.Orders.ShouldHaveSingleItem();
        order.Body.ShouldContain(state.Number);
        order.Body.ShouldNotContain("Budi");
        long time = long.Parse(order.Signature.Split(',')[0][2..], CultureInfo.InvariantCulture);
        order.Signature.ShouldBe(HttpServiceActivation.Sign(Key, time, Encoding.UTF8.GetBytes(order.Body)));
    }

    [Theory]
    [InlineData(500, "oops", "Http500")]
    [InlineData(302, "", "Http302")]
    [InlineData(200, "<html>", "NonsenseAnswer")]
    [InlineData(200, "", "NonsenseAnswer")]
    [InlineData(200, "null", "NonsenseAnswer")]
    [InlineData(200, "{\"reference\":\"\"}", "NonsenseAnswer")]
    [InlineData(200, "{\"reference\":\"<b>x</b>\"}", "NonsenseAnswer")]
    public async Task Takes_any_other_answer_as_a_failure(int status, string body, string code)
    {
        await using ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        endpoint.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return context.Response.WriteAsync(body);
        };

        (await Should.ThrowAsync<ActivationFailedException>(() => Activation(endpoint).SwitchOnAsync(Order(), Token))).Code.ShouldBe(code);
        endpoint.Orders.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Gives_up_on_an_endpoint_that_says_nothing_or_too_much_or_is_gone()
    {
        ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        endpoint.Answer = context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        (await Should.ThrowAsync<ActivationFailedException>(() => Activation(endpoint).SwitchOnAsync(Order(), Token))).Code.ShouldBe("Timeout");

        endpoint.Answer = context => context.Response.WriteAsync(new string('x', 200_000));
        (await Should.ThrowAsync<ActivationFailedException>(() => Activation(endpoint).SwitchOnAsync(Order(), Token))).Code.ShouldBe("NonsenseAnswer");

        HttpServiceActivation activation = Activation(endpoint);
        await endpoint.DisposeAsync();
        (await Should.ThrowAsync<ActivationFailedException>(() => activation.SwitchOnAsync(Order(), Token))).Code.ShouldBe("Unreachable");
    }

    [Theory, DatabaseProviders]
    public async Task Carries_the_same_key_when_the_answer_was_lost_and_activates_once(DatabaseKind kind)
    {
        await using ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(kind));
        CaseState state = await core.Cases.ActivatingAsync();
        LeasedMessage message = await TakeAsync(core);
        endpoint.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        (await Delivery(core, endpoint).SwitchOnAsync(message, Token)).ShouldBe(new DeliveryFailed("Unreachable"));
        endpoint.Answer = context => context.Response.WriteAsync("""{"reference":"EXT-1"}""");
        (await Delivery(core, endpoint).SwitchOnAsync(message, Token)).ShouldBeOfType<Delivered>();
        (await Delivery(core, endpoint).SwitchOnAsync(message, Token)).ShouldBeOfType<NotNeeded>();

        endpoint.Orders.Select(order => order.IdempotencyKey).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        endpoint.Orders.Count.ShouldBe(2);
        (await core.Cases.LoadAsync(state.CaseId)).FollowUps.Count.ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task Gives_a_work_item_to_it_after_the_fifth_failure(DatabaseKind kind)
    {
        await using ActivationEndpoint endpoint = await ActivationEndpoint.StartAsync();
        await using CoreHost core = await CoreHost.StartAsync(await databases.Fresh(kind));
        CaseState state = await core.Cases.ActivatingAsync();
        LeasedMessage message = await TakeAsync(core);
        endpoint.Answer = context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };

        (await Delivery(core, endpoint).SwitchOnAsync(message with { FailedAttempts = 3 }, Token)).ShouldBe(new DeliveryFailed("Http503"));
        (await Delivery(core, endpoint).SwitchOnAsync(message with { FailedAttempts = 4 }, Token)).ShouldBeOfType<Delivered>();

        OnboardingCase owner = await core.Cases.LoadAsync(state.CaseId);
        owner.Status.ShouldBe(CaseStatus.Activating);
        owner.LiveWorkItem.ShouldNotBeNull().Queue.ShouldBe(WorkQueue.ActivationFailure);
    }

    private static ActivationDelivery Delivery(CoreHost core, ActivationEndpoint endpoint) => new(
        core.Get<ActivationOrders>(), Activation(endpoint), core.Get<ConfirmActivationHandler>(), core.Get<ReportActivationFailureHandler>());

    private static HttpServiceActivation Activation(ActivationEndpoint endpoint) => new(
        new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }),
        new ActivationSettings { Endpoint = endpoint.Address, Key = Key, TimeoutSeconds = 2 },
        TimeProvider.System);

    private static ActivationOrder Order() =>
        new(Guid.CreateVersion7(CoreHost.Start), Guid.CreateVersion7(CoreHost.Start), "ONB-2026-000001", "INTERNET-RUMAH", "CUS-2026-000001", IsOnHold: false);

    private static async Task<LeasedMessage> TakeAsync(CoreHost core)
    {
        OutboxQueue queue = core.Get<OutboxQueue>();
        await queue.FinishAsync((await queue.TakeAsync(1, TimeSpan.FromMinutes(1), Token)).Single(), Token);
        LeasedMessage message = (await queue.TakeAsync(1, TimeSpan.FromMinutes(1), Token)).Single();
        message.Kind.ShouldBe(OutboxKind.ActivateService);
        return message;
    }
}
