using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Notifications;
using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Notices;
using Onboarding.Tests.Components.Features.Customers;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Features.Notices;

/// <summary>The bell and the list behind it: live for the person they are for, and for nobody else.</summary>
public sealed class NoticeBellTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_and_says_politely_what_came_while_it_was_open_and_asks_the_browser_for_nothing()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.InVerificationAsync();
        RegisterBench bench = new(core, Staff.Dewi);
        IRenderedComponent<NoticeBell> bell = bench.Render<NoticeBell>();
        bell.Find("[data-notice-bell]").GetAttribute("data-count").ShouldBe("0");

        await AssignAsync(core, state, Staff.Dewi);
        bench.PublishAll();

        bell.WaitForAssertion(() => bell.Find("[data-notice-bell]").GetAttribute("data-count").ShouldBe("1"), Patience);
        AngleSharp.Dom.IElement news = bell.Find("[data-notice-news]");
        news.GetAttribute("role").ShouldBe("status");
        news.TextContent.ShouldContain(state.Number);
        bell.Find("[data-notice=Assigned]").GetAttribute("href").ShouldBe(CaseUrls.Of(state.Number));
        bench.JSInterop.Invocations.ShouldNotContain(call => call.Identifier == "ask");
    }

    [Fact]
    public async Task What_others_are_told_renders_nothing()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.InVerificationAsync();
        RegisterBench bench = new(core, Staff.Dewi);
        IRenderedComponent<NoticeBell> bell = bench.Render<NoticeBell>();
        int before = bell.RenderCount;

        await AssignAsync(core, state, Staff.Agus);
        bench.PublishAll();
        await AssignAsync(core, state, Staff.Dewi);
        bench.PublishAll();

        bell.WaitForAssertion(() => bell.Find("[data-notice-bell]").GetAttribute("data-count").ShouldBe("1"), Patience);
        bell.RenderCount.ShouldBe(before + 1);
    }

    [Fact]
    public async Task Opening_the_case_by_any_way_reads_what_there_was_to_tell_of_it()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        CaseState state = await core.Cases.InVerificationAsync();
        await AssignAsync(core, state, Staff.Dewi);
        core.Changes.Clear();
        RegisterBench bench = new(core, Staff.Dewi);
        IRenderedComponent<NoticeBell> bell = bench.Render<NoticeBell>();
        bell.Find("[data-notice-bell]").GetAttribute("data-count").ShouldBe("1");

        bench.Services.GetRequiredService<BunitNavigationManager>().NavigateTo(CaseUrls.Of(state.Number, "documents"));

        bell.WaitForAssertion(
            () =>
            {
                bench.PublishAll();
                bell.Find("[data-notice-bell]").GetAttribute("data-count").ShouldBe("0");
            },
            Patience);
        (await core.Get<NoticeReader>().BoardAsync(Staff.Dewi, Token)).Unread.ShouldBe(0);
    }

    [Fact]
    public async Task The_list_groups_by_case_and_marks_one_or_all()
    {
        CoreHost core = await cores.FreshAsync(DatabaseKind.Sqlite);
        CaseState first = await core.Cases.InVerificationAsync();
        CaseState second = await core.Cases.InVerificationAsync();
        await AssignAsync(core, first, Staff.Dewi);
        await AssignAsync(core, first, Staff.Agus);
        await AssignAsync(core, first, Staff.Dewi);
        await AssignAsync(core, second, Staff.Dewi);
        core.Changes.Clear();
        RegisterBench bench = new(core, Staff.Dewi);
        IRenderedComponent<NoticesPage> page = bench.Render<NoticesPage>();
        page.WaitForElement($"[data-notice-group='{first.Number}']", Patience);
        page.FindAll($"[data-notice-group='{first.Number}'] [data-notice]").Count.ShouldBe(2);

        await page.Find($"[data-notice-group='{first.Number}'] button").ClickAsync(new());
        bench.PublishAll();
        page.WaitForAssertion(() => page.FindAll($"[data-notice-group='{first.Number}'] button").ShouldBeEmpty(), Patience);
        page.FindAll($"[data-notice-group='{second.Number}'] button").Count.ShouldBe(1);

        await page.Find("[data-notices-read]").ClickAsync(new());
        bench.PublishAll();
        page.WaitForAssertion(() => page.FindAll("[data-unread]").ShouldBeEmpty(), Patience);
    }

    [Theory]
    [InlineData("cases/OB-2026-000123", "OB-2026-000123")]
    [InlineData("cases/OB-2026-000123/reports/x?y=1#z", "OB-2026-000123")]
    [InlineData("customers/PLG-1?from=PLG-2", "PLG-1")]
    [InlineData("customers", null)]
    [InlineData("queues/administration", null)]
    [InlineData("", null)]
    public void Knows_which_case_or_customer_a_page_is_about(string path, string? number) => NoticeUrls.SubjectOf(path).ShouldBe(number);

    private static async Task AssignAsync(CoreHost core, CaseState state, Actor person) =>
        (await core.Get<WorkItemHandler>().AssignAsync(await core.Cases.LiveWorkItemAsync(state.CaseId), person, Staff.Maya, Token)).ShouldBeDone();
}
