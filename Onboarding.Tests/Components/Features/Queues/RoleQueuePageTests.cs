using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security;
using Onboarding.Tests.Support;
using Radzen;

namespace Onboarding.Tests.Components.Features.Queues;

public sealed class RoleQueuePageTests(TestDatabases databases) : IClassFixture<TestDatabases>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly BunitContext _context = new();
    private readonly ChangeFeed _feed = new(NullLogger<ChangeFeed>.Instance);
    private CoreHost _core = default!;

    public async ValueTask InitializeAsync()
    {
        _core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.JSInterop.SetupModule(_ => true);
        _context.Services
            .AddSingleton(_feed)
            .AddSingleton<TimeProvider>(_core.Clock)
            .AddSingleton(_core.Get<QueueReader>())
            .AddSingleton(_core.Get<WorkItemHandler>())
            .AddSingleton(_core.Get<Onboarding.Core.Catalog.ProductReader>())
            .AddSingleton(_core.Get<Onboarding.Core.Queues.Views.QueueViewReader>())
            .AddSingleton(_core.Get<Onboarding.Core.Queues.Views.SaveQueueViewHandler>())
            .AddSingleton(_core.Get<Onboarding.Core.Queues.Views.DeleteQueueViewHandler>())
            .AddScoped<QueueMemory>()
            .AddQueueWork(_core)
            .AddSingleton(_core.Get<Onboarding.Core.Sla.SlaPolicyProvider>())
            .AddSingleton(Onboarding.Core.Sla.WorkingHours.Default)
            .AddScoped<DisplayTime>()
            .AddScoped<PageClock>()
            .AddScoped<CurrentActor>()
            .AddRadzenComponents()
            .AddPresence();
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _core.DisposeAsync();
    }

    [Fact]
    public async Task Renders_the_changed_row_alone_when_somebody_claims_it()
    {
        var first = await _core.Cases.ReceivedAsync();
        var second = await _core.Cases.ReceivedAsync();
        await _core.Cases.ReceivedAsync();
        var page = await OpenAsync(Staff.Sari, rows: 3);
        var before = RenderCounts(page);

        await _core.Cases.ClaimAsync(second, Staff.Bayu);
        PublishAll();

        page.WaitForAssertion(() => Row(page, second.Number).TextContent.ShouldContain(Staff.Bayu.Name), Patience);
        var after = RenderCounts(page);
        after.Where(entry => entry.Value != before[entry.Key]).Select(entry => entry.Key).ShouldBe([second.Number]);
        after[second.Number].ShouldBe(before[second.Number] + 1);
        Row(page, first.Number).TextContent.ShouldContain(QueueText.Nobody);
    }

    [Fact]
    public async Task A_row_that_changes_where_it_stands_is_drawn_without_the_page_around_it()
    {
        var state = await _core.Cases.ReceivedAsync();
        await _core.Cases.ReceivedAsync();
        var page = await OpenAsync(Staff.Sari, rows: 2);
        var (bar, tabs) = (page.FindComponent<QueueBar>().RenderCount, page.FindComponent<QueueTabs>().RenderCount);

        await _core.Cases.ClaimAsync(state, Staff.Bayu);
        PublishAll();

        page.WaitForAssertion(() => Row(page, state.Number).TextContent.ShouldContain(Staff.Bayu.Name), Patience);
        page.WaitForAssertion(() => page.Find("[data-announcement]").TextContent.ShouldBe(QueueText.OneChange), Patience);
        page.FindComponent<QueueBar>().RenderCount.ShouldBe(bar);
        page.FindComponent<QueueTabs>().RenderCount.ShouldBe(tabs);
    }

    [Fact]
    public async Task The_clock_of_a_row_goes_on_without_the_rows_and_the_page_around_it()
    {
        var late = await _core.Cases.ReceivedAsync();
        _core.Clock.Advance(TimeSpan.FromHours(3));
        var other = await _core.Cases.ReceivedAsync();
        var page = await OpenAsync(Staff.Sari, rows: 2);
        var (bar, before) = (page.FindComponent<QueueBar>().RenderCount, RenderCounts(page));
        Row(page, late.Number).QuerySelector(".sla")!.GetAttribute("data-tone").ShouldBe(nameof(Tone.Warning));

        _core.Clock.Advance(TimeSpan.FromMinutes(70));

        page.WaitForAssertion(() => Row(page, late.Number).QuerySelector(".sla")!.GetAttribute("data-tone").ShouldBe(nameof(Tone.Danger)), Patience);
        RenderCounts(page)[late.Number].ShouldBeGreaterThan(before[late.Number]);
        Row(page, other.Number).QuerySelector(".sla")!.GetAttribute("data-tone").ShouldBe(nameof(Tone.Neutral));
        page.FindComponent<QueueBar>().RenderCount.ShouldBe(bar);
    }

    [Fact]
    public async Task A_new_registration_appears_without_rendering_the_rows_that_were_there()
    {
        await _core.Cases.ReceivedAsync();
        var page = await OpenAsync(Staff.Sari, rows: 1);
        var before = RenderCounts(page);

        var added = await _core.Cases.ReceivedAsync();
        PublishAll();

        page.WaitForAssertion(() => Row(page, added.Number).HasAttribute("data-new").ShouldBeTrue(), Patience);
        var after = RenderCounts(page);
        before.ShouldAllBe(entry => after[entry.Key] == entry.Value);
        page.Find("[data-announcement]").TextContent.ShouldBe(QueueText.OneChange);
    }

    [Fact]
    public async Task A_row_that_another_claimed_first_stays_and_the_page_says_who_it_was()
    {
        var state = await _core.Cases.ReceivedAsync();
        var page = await OpenAsync(Staff.Sari, rows: 1);
        await _core.Cases.ClaimAsync(state, Staff.Bayu);

        // Without a notice: the page still shows the row as free, as it does in the moment before the notice comes.
        await Row(page, state.Number).QuerySelector("[data-claim]")!.PressAsync();

        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.ShouldContain(Staff.Bayu.Name), Patience);
        Row(page, state.Number).TextContent.ShouldContain(Staff.Bayu.Name);
        page.FindAll("[data-claim]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Claimed_work_can_be_released_again()
    {
        var state = await _core.Cases.ReceivedAsync();
        var page = await OpenAsync(Staff.Sari, rows: 1);

        await page.Find("[data-claim]").PressAsync();
        PublishAll();
        page.WaitForElement("[data-release]", Patience);
        Row(page, state.Number).TextContent.ShouldContain(QueueText.You);
        await page.Find("[data-release]").PressAsync();
        PublishAll();

        page.WaitForElement("[data-claim]", Patience);
    }

    [Theory]
    [InlineData(QueueRowOffer.ReleasePress)]
    [InlineData(QueueRowOffer.AssignPress)]
    [InlineData("delete")]
    public async Task What_a_row_does_not_offer_cannot_be_pressed_whatever_the_browser_says(string press)
    {
        var state = await _core.Cases.ReceivedAsync();
        await _core.Cases.ClaimAsync(state, Staff.Bayu);
        var page = await OpenAsync(Staff.Sari, rows: 1);

        await Row(page, state.Number).PressAsync(press);

        (await _core.Cases.LoadAsync(state.CaseId)).LiveWorkItem!.AssigneeId.ShouldBe(Staff.Bayu.Id);
        page.FindAll("[role=alert], [role=dialog]").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_somebody_does_is_said_by_number_and_not_again_as_a_change()
    {
        var state = await _core.Cases.ReceivedAsync();
        var other = await _core.Cases.ReceivedAsync();
        var page = await OpenAsync(Staff.Sari, rows: 2);

        await Row(page, state.Number).QuerySelector("[data-claim]")!.PressAsync();
        PublishAll();
        page.WaitForElement("[data-release]", Patience);
        page.Find("[data-announcement]").TextContent.ShouldBe(QueueText.Claimed.With(state.Number));

        _core.Changes.Clear();
        await page.Find("[data-release]").PressAsync();
        PublishAll();
        page.WaitForAssertion(() => page.FindAll("[data-release]").ShouldBeEmpty(), Patience);
        page.Find("[data-announcement]").TextContent.ShouldBe(QueueText.Released.With(state.Number));

        _core.Changes.Clear();
        await _core.Cases.ClaimAsync(other, Staff.Bayu);
        PublishAll();
        page.WaitForAssertion(() => page.Find("[data-announcement]").TextContent.ShouldBe(QueueText.OneChange), Patience);
    }

    [Fact]
    public async Task Work_of_another_stage_leaves_the_queue()
    {
        var state = await _core.Cases.ReceivedAsync();
        var page = await OpenAsync(Staff.Sari, rows: 1);

        await _core.Cases.ToVerificationAsync(state);
        PublishAll();

        page.WaitForAssertion(() => page.FindAll("[data-queue-row]").ShouldBeEmpty(), Patience);
        page.Markup.ShouldContain(QueueText.EmptyTitle);
    }

    [Fact]
    public async Task An_empty_queue_says_so()
    {
        var page = await OpenAsync(Staff.Sari, rows: 0);

        page.Markup.ShouldContain(QueueText.EmptyTitle);
    }

    [Fact]
    public async Task A_person_of_another_team_sees_no_row()
    {
        await _core.Cases.ReceivedAsync();

        var page = await OpenAsync(Staff.Rudi, rows: 0);

        page.Markup.ShouldContain(QueueText.NoQueueTitle);
    }

    [Fact]
    public async Task A_supervisor_may_assign_but_not_claim_the_work_of_a_team()
    {
        await _core.Cases.ReceivedAsync();

        var page = await OpenAsync(Staff.Maya, rows: 1, "supervisor");

        page.FindAll("[data-assign]").Count.ShouldBe(1);
        page.FindAll("[data-claim]").ShouldBeEmpty();
    }

    private static IElement Row(IRenderedComponent<RoleQueuePage> page, string number) => page.Find($"[data-queue-row='{number}']");

    private static Dictionary<string, int> RenderCounts(IRenderedComponent<RoleQueuePage> page) =>
        page.FindComponents<QueueRowView>().ToDictionary(row => row.Instance.Entry.Row.Number, row => row.RenderCount, StringComparer.Ordinal);

    private async Task<IRenderedComponent<RoleQueuePage>> OpenAsync(Actor actor, int rows, string slug = "customer-service")
    {
        _core.Changes.Clear();
        _context.Services.AddSingleton<AuthenticationStateProvider>(new SignedInAs(actor));
        var page = _context.Render<RoleQueuePage>(parameters => parameters.Add(one => one.Slug, slug));
        await page.WaitForStateAsync(() => page.FindAll(".loading").Count == 0, Patience);
        page.FindAll("[data-queue-row]").Count.ShouldBe(rows);
        return page;
    }

    private void PublishAll()
    {
        foreach (var change in _core.Changes.All)
        {
            _feed.Publish(change);
        }
    }
}
