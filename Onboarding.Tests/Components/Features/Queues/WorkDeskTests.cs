using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Onboarding.Core.Cases;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Features.Queues.Work;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Live;
using Onboarding.Portal.Security;
using Onboarding.Tests.Support;
using Radzen;

namespace Onboarding.Tests.Components.Features.Queues;

/// <summary>Working many rows of a queue page at once, and the next one without choosing.</summary>
public sealed class WorkDeskTests(TestDatabases databases) : IClassFixture<TestDatabases>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly BunitContext _context = new();
    private CoreHost _core = default!;

    public async ValueTask InitializeAsync()
    {
        _core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.JSInterop.SetupModule(_ => true);
        _context.Services
            .AddSingleton(new ChangeFeed(NullLogger<ChangeFeed>.Instance))
            .AddSingleton<TimeProvider>(_core.Clock)
            .AddSingleton(_core.Get<QueueReader>())
            .AddQueueWork(_core)
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
    public async Task Chosen_rows_are_claimed_each_refusal_is_told_and_all_of_it_can_be_undone()
    {
        var first = await _core.Cases.ReceivedAsync();
        var second = await _core.Cases.ReceivedAsync();
        var others = await _core.Cases.ReceivedAsync();
        var page = await OpenAsync(Staff.Sari, rows: 3);
        await _core.Cases.ClaimAsync(others, Staff.Bayu);
        page.FindAll("[data-selection]").ShouldBeEmpty();

        await ChooseAsync(page, first, second, others);
        page.Find("[data-selection]").TextContent.ShouldContain(WorkText.Chosen.With(3));
        await page.Find($"[data-bulk={WorkItemAction.Claim}]").ClickAsync(new());

        var refused = page.WaitForElement("[data-outcome] [data-refused]", Patience);
        refused.GetAttribute("data-refused").ShouldBe(nameof(RefusalCode.WorkedByAnother));
        refused.TextContent.ShouldContain(others.Number);
        refused.TextContent.ShouldContain(Staff.Bayu.Name);
        page.FindAll("[data-selection]").ShouldBeEmpty("what was done is done");
        page.Find("[data-work-said]").TextContent.ShouldBe(WorkText.OutcomeSaid.With(2, 3));

        await page.Find("[data-undo]").ClickAsync(new());

        page.WaitForAssertion(() => page.Find("[data-work-said]").TextContent.ShouldBe(WorkText.Undone.With(2)), Patience);
        (await _core.Cases.LoadAsync(first.CaseId)).LiveWorkItem!.AssigneeId.ShouldBeNull();
        (await _core.Cases.LoadAsync(others.CaseId)).LiveWorkItem!.AssigneeId.ShouldBe(Staff.Bayu.Id);
        page.FindAll("[data-undo]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Choosing_a_row_renders_no_other_row()
    {
        var first = await _core.Cases.ReceivedAsync();
        var other = await _core.Cases.ReceivedAsync();
        var page = await OpenAsync(Staff.Sari, rows: 2);
        var row = page.FindComponents<QueueRowView>().Single(one => one.Instance.Entry.Row.Number == other.Number);
        var before = row.RenderCount;

        await ChooseAsync(page, first);

        page.Find("[data-selection]").TextContent.ShouldContain(WorkText.Chosen.With(1));
        row.RenderCount.ShouldBe(before);
    }

    [Fact]
    public async Task With_shift_everything_between_is_chosen_and_escape_gives_it_up()
    {
        var states = new List<CaseState>();
        for (var number = 0; number < 5; number++)
        {
            states.Add(await _core.Cases.ReceivedAsync());
            _core.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var page = await OpenAsync(Staff.Sari, rows: 5);

        await ChooseAsync(page, states[1]);
        await Box(page, states[3]).PressAsync(shift: true);
        page.Find("[data-selection]").TextContent.ShouldContain(WorkText.Chosen.With(3));

        await page.Find("[data-key=Escape]").ClickAsync(new());
        page.FindAll("[data-selection]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Take_next_claims_the_most_urgent_and_opens_it()
    {
        var first = await _core.Cases.ReceivedAsync();
        _core.Clock.Advance(TimeSpan.FromMinutes(1));
        await _core.Cases.ReceivedAsync();
        var page = await OpenAsync(Staff.Sari, rows: 2);

        await page.Find("[data-take-next]").ClickAsync(new());

        var navigation = _context.Services.GetRequiredService<NavigationManager>();
        page.WaitForAssertion(() => new Uri(navigation.Uri).AbsolutePath.ShouldBe(CaseUrls.Of(first.Number)), Patience);
        (await _core.Cases.LoadAsync(first.CaseId)).LiveWorkItem!.AssigneeId.ShouldBe(Staff.Sari.Id);
    }

    [Fact]
    public async Task The_rule_of_the_order_is_told_and_only_who_works_a_queue_may_take_from_it()
    {
        await _core.Cases.ReceivedAsync();
        var page = await OpenAsync(Staff.Ratna, rows: 1);

        page.FindAll("[data-take-next]").ShouldBeEmpty();
        page.Markup.ShouldContain(WorkText.RuleNoStarving);
    }

    [Fact]
    public async Task A_row_that_is_put_aside_says_until_when_and_can_be_brought_back()
    {
        var state = await _core.Cases.ReceivedAsync();
        var until = _core.Clock.GetUtcNow().AddHours(3);
        (await _core.Get<SnoozeWorkItemHandler>().HandleAsync(new(await _core.Cases.LiveWorkItemAsync(state.CaseId), until, "Menunggu telepon"), Staff.Sari, Xunit.TestContext.Current.CancellationToken)).ShouldBeDone();
        var page = await OpenAsync(Staff.Sari, rows: 1);
        page.Find("[data-queue-row]").TextContent.ShouldContain("Menunggu telepon");

        await page.Find("[data-queue-row] [data-row-key=s]").PressAsync();

        page.WaitForAssertion(() => page.Find("[data-work-said]").TextContent.ShouldBe(WorkText.OutcomeSaid.With(1, 1)), Patience);
        (await _core.Cases.LoadAsync(state.CaseId)).LiveWorkItem!.SnoozedUntil.ShouldBeNull();
        page.FindAll("[data-outcome]").ShouldBeEmpty("the row itself shows it");
    }

    [Fact]
    public void Changes_of_others_are_told_at_once_and_then_together()
    {
        var said = _context.Render<LiveAnnouncement>(parameters => parameters.Add(one => one.News, 1));
        said.Find("[data-announcement]").TextContent.ShouldBe(QueueText.OneChange);

        said.Render(parameters => parameters.Add(one => one.News, 4));
        said.Render(parameters => parameters.Add(one => one.News, 8));
        said.Find("[data-announcement]").TextContent.ShouldBe(QueueText.OneChange, "not while it is being read");

        _core.Clock.Advance(TimeSpan.FromSeconds(5));
        said.WaitForAssertion(() => said.Find("[data-announcement]").TextContent.ShouldBe(QueueText.Changes.With(7)), Patience);

        said.Render(parameters => parameters.Add(one => one.News, 8).Add(one => one.Own, "Tugas diambil."));
        said.Find("[data-announcement]").TextContent.ShouldBe("Tugas diambil.");
    }

    [Fact]
    public async Task Putting_aside_asks_for_a_reason_and_a_time_to_come()
    {
        DialogService dialogs = _context.Services.GetRequiredService<DialogService>();
        Task<dynamic?> answer = dialogs.OpenAsync<SnoozeDialog>("");
        var dialog = _context.Render<SnoozeDialog>(parameters => parameters.Add(one => one.EarliestDue, _core.Clock.GetUtcNow().AddHours(2)));
        dialog.WaitForElement("input[type=radio]", Patience);
        dialog.Markup.ShouldContain(WorkText.SnoozeLate[..10], customMessage: "the time proposed first is after it is due");

        dialog.Find("form").Submit();
        dialog.Markup.ShouldContain(WorkText.SnoozeReasonRequired);
        dialog.Find("textarea").Input("Menunggu telepon");
        dialog.FindAll("input[type=radio]")[^1].Change(true);
        dialog.Find("[data-day]").Change("20/11/2026");
        dialog.Find("[data-time]").Change("10.00");
        dialog.Find("form").Submit();
        dialog.Markup.ShouldContain(WorkText.SnoozePast);
        dialog.Find("[data-day]").Change("31/11/2026");
        dialog.Find("form").Submit();
        dialog.Markup.ShouldContain(ControlsText.DayNotRead);
        answer.IsCompleted.ShouldBeFalse("there is no such day");
        dialog.Find("[data-day]").Change("24/11/2026");
        dialog.Find("form").Submit();

        // Ten o'clock in the office's zone, which is seven hours ahead.
        ((object?)await answer).ShouldBe(new SnoozeAnswer(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero), "Menunggu telepon"));
    }

    private static IElement Box(IRenderedComponent<RoleQueuePage> page, CaseState state) => page.Find($"[data-queue-row='{state.Number}'] [data-row-key=x]");

    private static async Task ChooseAsync(IRenderedComponent<RoleQueuePage> page, params CaseState[] states)
    {
        foreach (var state in states)
        {
            await Box(page, state).PressAsync();
        }
    }

    private async Task<IRenderedComponent<RoleQueuePage>> OpenAsync(Actor actor, int rows)
    {
        _context.Services.AddSingleton<AuthenticationStateProvider>(new SignedInAs(actor));
        var page = _context.Render<RoleQueuePage>(parameters => parameters.Add(one => one.Slug, "customer-service"));
        await page.WaitForStateAsync(() => page.FindAll(".loading").Count == 0, Patience);
        page.FindAll("[data-queue-row]").Count.ShouldBe(rows);
        return page;
    }
}
