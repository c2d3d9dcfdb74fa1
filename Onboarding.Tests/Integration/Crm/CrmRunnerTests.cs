using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Outbox;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Crm;

/// <summary>Comparisons and repeated sendings over the whole register, against a CRM that is real and misbehaves.</summary>
public sealed class CrmRunnerTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task What_was_never_sent_is_sent_found_in_step_and_what_was_tampered_with_is_found_and_mended(DatabaseKind kind)
    {
        await using CrmEndpoint endpoint = await CrmEndpoint.StartAsync();
        await using CoreHost core = await CrmSupport.StartAsync(await databases.Fresh(kind));
        await CrmSupport.AddAsync(core, 9811, 9812, 9813, 9814, 9815);
        using CrmBench bench = new(core, endpoint);
        await bench.Runner.RunAsync(Token);
        (await OverviewAsync(core)).Of(CrmState.NotSent).ShouldBe(5);

        await RunAsync(core, bench, CrmRunKind.Resend);
        endpoint.Held.Count.ShouldBe(5);
        (await OverviewAsync(core)).Of(CrmState.Sent).ShouldBe(5);
        (await CrmSupport.WaitingAsync(core)).ShouldBeEmpty("a run sends by itself and does not flood the outbox");

        await RunAsync(core, bench, CrmRunKind.Compare);
        CrmOverview compared = await OverviewAsync(core);
        (compared.Of(CrmState.Sent), compared.Run!.Handled, compared.Run.Found).ShouldBe((5, 5, 0));
        endpoint.Requests.Count(request => request.Method == "GET").ShouldBe(3, "two records a page");
        endpoint.Requests.Last().Target.ShouldStartWith("/api/customers?tenant=1&limit=2&after=CUS-");

        string[] numbers = [.. endpoint.Held.Keys.Order(StringComparer.Ordinal)];
        endpoint.Held.TryRemove(numbers[0], out _);
        endpoint.Held[numbers[1]] = endpoint.Held[numbers[1]] with { Hash = null };
        endpoint.Held["CUS-1999-000007"] = new CrmHeld(1, "x", null);
        await RunAsync(core, bench, CrmRunKind.Compare);
        compared = await OverviewAsync(core);
        (compared.Of(CrmState.Sent), compared.Of(CrmState.Differs), compared.Run!.Found, compared.Run.Unknown).ShouldBe((3, 2, 2, 1));

        await RunAsync(core, bench, CrmRunKind.Resend);
        (await OverviewAsync(core)).Of(CrmState.Sent).ShouldBe(5);
        endpoint.Held[numbers[0]].Hash.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"items\":[null],\"next\":null}")]
    [InlineData("{\"items\":[],\"next\":\"again\"}")]
    [InlineData("{\"items\":[{\"number\":\"CUS-2020-000001\",\"version\":0,\"id\":\"E\"}],\"next\":null}")]
    [InlineData("{\"items\":[{\"number\":\"CUS-2020-000001\",\"version\":1,\"id\":\"<b>\"}],\"next\":null}")]
    [InlineData("{\"items\":[{\"number\":\"A\",\"version\":1,\"id\":\"E\"},{\"number\":\"B\",\"version\":1,\"id\":\"E\"},{\"number\":\"C\",\"version\":1,\"id\":\"E\"}],\"next\":null}")]
    public async Task A_list_that_is_none_marks_nothing_and_the_comparison_waits(string body)
    {
        await using CrmEndpoint endpoint = await CrmEndpoint.StartAsync();
        await using CoreHost core = await CrmSupport.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await CrmSupport.AddAsync(core, 9821);
        using CrmBench bench = new(core, endpoint);
        await bench.Runner.RunAsync(Token);
        await RunAsync(core, bench, CrmRunKind.Resend);
        endpoint.Answer = CrmEndpoint.Says(200, body);

        await RunAsync(core, bench, CrmRunKind.Compare);

        CrmOverview overview = await OverviewAsync(core);
        (overview.Of(CrmState.Sent), overview.Run!.State, overview.Run.Reason, overview.Run.Failures).ShouldBe((1, CrmRunState.Running, CrmReason.NonsenseAnswer, 1));
    }

    [Theory, DatabaseProviders]
    public async Task A_comparison_goes_on_where_it_was_interrupted_and_gives_up_at_last(DatabaseKind kind)
    {
        await using CrmEndpoint endpoint = await CrmEndpoint.StartAsync();
        await using CoreHost core = await CrmSupport.StartAsync(await databases.Fresh(kind));
        await CrmSupport.AddAsync(core, 9831, 9832, 9833);
        using CrmBench first = new(core, endpoint);
        await first.Runner.RunAsync(Token);
        await RunAsync(core, first, CrmRunKind.Resend);
        endpoint.Answer = context => context.Request.Query.ContainsKey("after") ? CrmEndpoint.Says(500)(context) : endpoint.KeepAsync(context);
        await RunAsync(core, first, CrmRunKind.Compare);
        CrmRun stopped = (await OverviewAsync(core)).Run.ShouldNotBeNull();
        (stopped.State, stopped.Handled, stopped.Reason).ShouldBe((CrmRunState.Running, 2, CrmReason.ServerError));

        // As after a restart: nothing but the database knows.
        endpoint.Answer = endpoint.KeepAsync;
        using CrmBench second = new(core, endpoint);
        await second.Runner.RunAsync(Token);
        CrmRun ended = (await OverviewAsync(core)).Run.ShouldNotBeNull();
        (ended.Id, ended.State, ended.Handled, ended.Found, ended.Failures).ShouldBe((stopped.Id, CrmRunState.Done, 3, 0, 0));

        endpoint.Answer = CrmEndpoint.Says(500);
        await RunAsync(core, second, CrmRunKind.Compare);
        for (int minute = 1; minute < CrmRun.MostFailures; minute++)
        {
            await second.Runner.RunAsync(Token);
        }

        (await OverviewAsync(core)).Run.ShouldNotBeNull().State.ShouldBe(CrmRunState.Failed);
        (await OverviewAsync(core)).Of(CrmState.Sent).ShouldBe(3, "what could not be asked was not found missing");
    }

    [Theory, DatabaseProviders]
    public async Task A_sending_that_fails_in_between_leaves_the_record_to_the_outbox_and_goes_on_when_the_crm_is_back(DatabaseKind kind)
    {
        await using CrmEndpoint endpoint = await CrmEndpoint.StartAsync();
        await using CoreHost core = await CrmSupport.StartAsync(await databases.Fresh(kind));
        IReadOnlyList<Guid> ids = await CrmSupport.AddAsync(core, 9841, 9842, 9843, 9844, 9845, 9846, 9847, 9848);
        TestClock clock = new(CoreHost.Start);
        using CrmBench bench = new(core, endpoint, clock);
        await bench.Runner.RunAsync(Token);
        int answered = 0;
        endpoint.Answer = context => Interlocked.Increment(ref answered) switch
        {
            1 => CrmEndpoint.Says(422)(context),
            2 => endpoint.KeepAsync(context),
            _ => CrmEndpoint.Says(500)(context),
        };

        await RunAsync(core, bench, CrmRunKind.Resend);

        CrmOverview broken = await OverviewAsync(core);
        (broken.Of(CrmState.Failed), broken.Of(CrmState.Sent), broken.Of(CrmState.Pending), broken.Of(CrmState.NotSent)).ShouldBe((1, 1, 5, 1));
        (broken.Run!.State, broken.Run.Handled, broken.Run.Reason).ShouldBe((CrmRunState.Running, 7, CrmReason.CircuitOpen));
        (await CrmSupport.WaitingAsync(core)).Count.ShouldBe(5);
        (await CrmSupport.LinkAsync(core, ids[0])).Reason.ShouldBe(CrmReason.RecordRefused);

        clock.Advance(bench.Settings.Break);
        endpoint.Answer = endpoint.KeepAsync;
        await bench.Runner.RunAsync(Token);
        CrmOverview ended = await OverviewAsync(core);
        (ended.Run!.State, ended.Run.Handled, ended.Run.Found).ShouldBe((CrmRunState.Done, 8, 6));
        foreach (LeasedMessage message in await core.Get<OutboxQueue>().TakeAsync(20, TimeSpan.FromMinutes(1), Token))
        {
            (await bench.Delivery.DeliverAsync(message, Token)).ShouldBeOfType<Onboarding.Portal.Integrations.Outbox.Delivered>();
        }

        (await OverviewAsync(core)).Of(CrmState.Sent).ShouldBe(7);
    }

    private static async Task RunAsync(CoreHost core, CrmBench bench, CrmRunKind kind)
    {
        core.Clock.Advance(TimeSpan.FromSeconds(1));
        (await core.Get<StartCrmRunHandler>().HandleAsync(new(kind), Staff.Rudi, Token)).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromSeconds(1));
        await bench.Runner.RunAsync(Token);
    }

    private static async Task<CrmOverview> OverviewAsync(CoreHost core) => (await core.Get<CrmReader>().OverviewAsync(Staff.Rudi, Token)).ShouldBeDone();
}
