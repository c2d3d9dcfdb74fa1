using Bunit;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Stages.Stage5FollowUp;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Dashboard;
using Onboarding.Tests.Components.Features.Customers;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Dashboard;

/// <summary>The cards of the dashboard: each number leads to its list, with the filter in the address, and is written out beside its drawing.</summary>
public sealed class DashboardCardTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly FigureFilter Filter = new(new(2026, 11, 1), new(2026, 11, 30), Channel: Channel.Online);

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_number_leads_to_its_list_and_a_zero_leads_nowhere()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        await core.Cases.ReceivedAsync();
        await core.Cases.ReceivedAsync();
        using RegisterBench bench = new(core, Staff.Maya);
        Overview figures = await ReadAsync(core);

        IRenderedComponent<StageBoard> board = bench.Render<StageBoard>(parameters => parameters.AddCascadingValue(Filter).Add(card => card.ByStatus, figures.Now.ByStatus));

        AngleSharp.Dom.IElement received = board.Find("[data-status='Received'] a");
        received.TextContent.ShouldBe("2");
        received.GetAttribute("href").ShouldBe("/dashboard/list?from=2026-11-01&to=2026-11-30&channel=Online&figure=Status&of=Received");
        board.FindAll("[data-status='Draft'] a").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_queue_without_work_has_no_row_of_zeros_and_is_named_below()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        await core.Cases.ReceivedAsync();
        using RegisterBench bench = new(core, Staff.Maya);
        Overview figures = await ReadAsync(core);

        IRenderedComponent<QueueLoadCard> queues = bench.Render<QueueLoadCard>(parameters => parameters.AddCascadingValue(Filter).Add(card => card.Queues, figures.Now.Queues));

        queues.FindAll("[data-queue]").Select(row => row.GetAttribute("data-queue")).ShouldBe([nameof(WorkQueue.Intake)]);
        queues.Find("[data-idle]").TextContent.ShouldContain(DomainTexts.Of(WorkQueue.Verification));
    }

    [Fact]
    public async Task The_latest_of_many_late_tasks_are_shown_and_the_rest_has_its_list()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        using RegisterBench bench = new(core, Staff.Maya);
        LateItem[] late = [.. Enumerable.Range(1, 12).Select(number => new LateItem(new Guid(number, 0, 0, new byte[8]), $"ONB-2026-{number:D6}", WorkQueue.Intake, null, core.Clock.GetUtcNow()))];

        IRenderedComponent<LateCard> card = bench.Render<LateCard>(parameters => parameters.AddCascadingValue(Filter).Add(one => one.Late, late).Add(one => one.Count, 30));

        card.FindAll(".late > li").Count.ShouldBe(8);
        card.Find("[data-late-all]").GetAttribute("href").ShouldBe("/dashboard/list?from=2026-11-01&to=2026-11-30&channel=Online&figure=Late");
    }

    [Fact]
    public async Task The_drawing_of_the_flow_is_also_a_table()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        await core.Cases.ReceivedAsync();
        using RegisterBench bench = new(core, Staff.Maya);

        Overview figures = await ReadAsync(core);

        IRenderedComponent<FlowCard> flow = bench.Render<FlowCard>(parameters => parameters.Add(card => card.Trend, figures.Trend));

        flow.Find("svg").GetAttribute("aria-hidden").ShouldBe("true");
        flow.FindAll("tbody tr").Count.ShouldBe(30);
        flow.FindAll("tbody tr")[22].TextContent.ShouldContain("23/11/2026");
        flow.FindAll("tbody tr")[22].QuerySelector("td")!.TextContent.ShouldBe("1");
    }

    [Fact]
    public async Task Load_and_pace_stand_beside_the_name_of_the_person()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(), Staff.Dewi);
        using RegisterBench bench = new(core, Staff.Maya);
        Overview figures = await ReadAsync(core);

        IRenderedComponent<PeopleCard> people = bench.Render<PeopleCard>(parameters => parameters
            .AddCascadingValue(Filter).Add(card => card.People, figures.People).Add(card => card.Names, new DashboardNames([], [], [])));

        people.Find($"[data-person='{Staff.Dewi.Id}']").TextContent.ShouldContain(Staff.Dewi.Name);
        people.Find($"[data-person='{Staff.Dewi.Id}'] [data-figure-link='Claimed']").TextContent.ShouldBe("1");
        people.Find($"[data-person='{Staff.Sari.Id}'] [data-figure-link='DoneBy']").TextContent.ShouldBe("1");
    }

    [Fact]
    public async Task The_own_work_follows_the_own_claims()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ReceivedAsync();
        core.Changes.Clear();
        using RegisterBench bench = new(core, Staff.Sari);
        IRenderedComponent<PersonalCard> card = bench.Render<PersonalCard>();
        card.WaitForElement("[data-own]", TimeSpan.FromSeconds(10));
        card.Find("[data-figure='own-claimed'] .value").TextContent.ShouldContain("0");

        await core.Cases.ClaimAsync(state, Staff.Sari);
        core.Clock.Advance(TimeSpan.FromSeconds(2));
        bench.PublishAll();
        core.Clock.Advance(TimeSpan.FromSeconds(2));

        card.WaitForAssertion(() => card.Find("[data-figure='own-claimed'] .value").TextContent.ShouldContain("1"), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task What_customers_say_is_of_the_period_of_the_dashboard_and_appears_while_it_is_open()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.FeedbackAskedAsync();
        DateOnly today = DateOnly.FromDateTime(core.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);
        core.Changes.Clear();
        using RegisterBench bench = new(core, Staff.Maya);
        IRenderedComponent<FeedbackCard> card = bench.Render<FeedbackCard>(parameters => parameters.Add(shown => shown.Filter, new FigureFilter(today, today)));
        card.WaitForAssertion(() => card.FindComponents<EmptyState>().Count.ShouldBe(1), TimeSpan.FromSeconds(10));

        (await core.Get<GiveFeedbackHandler>().HandleAsync(new(state.CaseId, 5, 4, "Cepat"), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();
        bench.PublishAll();
        core.Clock.Advance(TimeSpan.FromSeconds(2));
        card.WaitForAssertion(() => card.Find("[data-feedback] blockquote").TextContent.ShouldBe("Cepat"), TimeSpan.FromSeconds(10));

        card.Render(parameters => parameters.Add(shown => shown.Filter, new FigureFilter(today.AddDays(-9), today.AddDays(-1))));
        card.WaitForAssertion(() => card.FindAll("[data-feedback]").ShouldBeEmpty(), TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("2026-11-01", "2026-11-30", "Online", "31", true)]
    [InlineData("2026-11-31", "2026-11-30", null, null, false)]
    [InlineData("2026-11-30", "2026-11-01", null, null, false)]
    [InlineData("0001-01-01", "9999-12-31", null, null, false)]
    [InlineData(null, null, "Pigeon", null, false)]
    [InlineData(null, null, null, "%' OR '1'='1", false)]
    [InlineData(null, null, "99", null, false)]
    [InlineData(null, null, null, null, true)]
    public void What_an_address_does_not_say_well_is_left_out_and_told(string? from, string? to, string? channel, string? region, bool isUnderstood)
    {
        DashboardQuery query = DashboardQuery.Read(new(2026, 11, 23), from, to, null, channel, region);

        query.IsUnderstood.ShouldBe(isUnderstood);
        query.Filter.IsValid.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("x-y")]
    [InlineData("99999999999999999-00000000000000000000000000000000")]
    [InlineData("-5-00000000000000000000000000000000")]
    public void A_forged_place_in_a_list_is_none(string text) => DashboardUrls.ReadKey(text).ShouldBeNull();

    private static async Task<Overview> ReadAsync(CoreHost core) =>
        (await core.Get<OverviewReader>().ReadAsync(Filter with { Channel = null }, Staff.Maya, Token)).ShouldBeDone();
}
