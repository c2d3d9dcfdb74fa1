using System.Diagnostics;
using Microsoft.Playwright;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Dashboard;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

public sealed class LiveQueueJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task What_one_does_the_other_sees_within_a_second_and_only_in_that_row()
    {
        PortalHost portal = UsePortal(Demo.Enabled);
        CasesAt cases = new(portal.Started());
        var first = await cases.InVerificationAsync();
        var other = await cases.InVerificationAsync();
        IPage budi = await OpenQueue(portal, DemoAccounts.All.First(one => one.Role == ActorRole.Administration));
        IPage ratna = await OpenQueue(portal, DemoAccounts.All.Last(one => one.Role == ActorRole.Administration));
        await WatchRows(ratna);

        long clicked = Stopwatch.GetTimestamp();
        await Row(budi, first.Number).GetByRole(AriaRole.Button, new() { Name = QueueText.ClaimOf.With(first.Number) }).ClickAsync();
        await Assertions.Expect(Row(ratna, first.Number)).ToContainTextAsync("Budi Santoso", new() { Timeout = 10_000 });
        TestContext.Current.SendDiagnosticMessage($"Shown in the other browser {Stopwatch.GetElapsedTime(clicked).TotalMilliseconds:0} ms after the click began.");

        await Assertions.Expect(Row(ratna, first.Number).Locator("[data-claim]")).ToHaveCountAsync(0);
        string[] changed = await ratna.EvaluateAsync<string[]>("() => [...window.changedRows]");
        changed.ShouldBe([first.Number]);
        await Assertions.Expect(Row(ratna, other.Number)).ToContainTextAsync(QueueText.Nobody);
    }

    [Fact]
    public async Task A_new_registration_appears_and_a_finished_one_goes_without_a_reload()
    {
        PortalHost portal = UsePortal(Demo.Enabled);
        CasesAt cases = new(portal.Started());
        var first = await cases.ReceivedAsync();
        IPage sari = await OpenQueue(portal, Demo.Account(ActorRole.CustomerService));
        await Assertions.Expect(sari.Locator("[data-queue-row]")).ToHaveCountAsync(1);

        var second = await cases.ReceivedAsync();
        await Assertions.Expect(Row(sari, second.Number)).ToBeVisibleAsync();
        await cases.ToVerificationAsync(first);

        await Assertions.Expect(Row(sari, first.Number)).ToHaveCountAsync(0);
        await Assertions.Expect(Row(sari, second.Number)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_queue_is_worked_with_the_keyboard_alone()
    {
        PortalHost portal = UsePortal(Demo.Enabled);
        CasesAt cases = new(portal.Started());
        var first = await cases.ReceivedAsync();
        var second = await cases.ReceivedAsync();
        IPage sari = await OpenQueue(portal, Demo.Account(ActorRole.CustomerService));

        await Assertions.Expect(sari.Locator("html[data-queue-keys]")).ToBeAttachedAsync();

        await sari.Keyboard.PressAsync("j");
        await Assertions.Expect(Row(sari, first.Number).Locator("[data-open]")).ToBeFocusedAsync();
        await sari.Keyboard.PressAsync("j");
        await Assertions.Expect(Row(sari, second.Number).Locator("[data-open]")).ToBeFocusedAsync();
        await sari.Keyboard.PressAsync("c");
        await Assertions.Expect(Row(sari, second.Number)).ToContainTextAsync(QueueText.You);
        await Assertions.Expect(Row(sari, second.Number).Locator("[data-open]")).ToBeFocusedAsync();
        await sari.Keyboard.PressAsync("r");
        await Assertions.Expect(Row(sari, second.Number)).ToContainTextAsync(QueueText.Nobody);
        await sari.Keyboard.PressAsync("k");
        await sari.Keyboard.PressAsync("Enter");

        await sari.ArriveAtAsync($"**/cases/{first.Number}");
    }

    [Fact]
    public async Task The_supervisor_assigns_work_and_the_dashboard_counts_it()
    {
        PortalHost portal = UsePortal(Demo.Enabled);
        CasesAt cases = new(portal.Started());
        var state = await cases.InVerificationAsync();
        IPage dashboard = await OpenPage(portal);
        await dashboard.SignInAs(DemoAccounts.All.Last(one => one.Role == ActorRole.Supervisor));
        await dashboard.GotoInteractive(DashboardUrls.Page);
        ILocator row = dashboard.Locator($"[data-queue='{WorkQueue.Verification}'] td");
        await Assertions.Expect(row).ToHaveTextAsync(["1", "0", "0", "0", "0"]);
        IPage supervisor = await OpenQueue(portal, Demo.Account(ActorRole.Supervisor));

        await Row(supervisor, state.Number).Locator("[data-assign]").ClickAsync();
        await supervisor.GetByRole(AriaRole.Button, new() { Name = "Ratna Kusumawati" }).ClickAsync();

        await Assertions.Expect(Row(supervisor, state.Number)).ToContainTextAsync("Ratna Kusumawati");
        await Assertions.Expect(row).ToHaveTextAsync(["0", "1", "0", "0", "0"]);
        await Assertions.Expect(dashboard.GetByText("Ratna Kusumawati")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Queues_and_dashboard_are_accessible(int width, ColorScheme scheme)
    {
        PortalHost portal = UsePortal(Demo.Enabled);
        CasesAt cases = new(portal.Started());
        await cases.ReceivedAsync();
        await cases.ClaimAsync(await cases.InVerificationAsync(), Staff.Dewi);
        await cases.AwaitingApprovalAsync();
        IPage page = await OpenPage(portal, new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        await page.SignInAs(Demo.Account(ActorRole.Supervisor));

        foreach (string address in new[] { QueueUrls.Of(ActorRole.Supervisor), QueueUrls.Of(ActorRole.Supervisor, mine: true), DashboardUrls.Page })
        {
            await page.GotoInteractive(address);
            await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("main .loading")).ToHaveCountAsync(0);
            await page.ShouldHaveNoBarriers();
        }
    }

    private static ILocator Row(IPage page, string number) => page.Locator($"[data-queue-row='{number}']");

    private async Task<IPage> OpenQueue(PortalHost portal, DemoAccount account)
    {
        IPage page = await OpenPage(portal);
        await page.SignInAs(account);
        await Assertions.Expect(page.Locator("[data-queue-row]").First).ToBeVisibleAsync();
        return page;
    }

    // Which rows the page touches, seen from the browser: whatever Blazor renders anew without need would show here too.
    private static async Task WatchRows(IPage page) => await page.EvaluateAsync(
        """
        () => {
          window.changedRows = new Set();
          new MutationObserver((changes) => {
            for (const change of changes) {
              const node = change.target instanceof Element ? change.target : change.target.parentElement;
              const row = node?.closest("[data-queue-row]");
              if (row) {
                window.changedRows.add(row.dataset.queueRow);
              }
            }
          }).observe(document.querySelector("[data-queue-list]"), { subtree: true, childList: true, attributes: true, characterData: true });
        }
        """);
}
