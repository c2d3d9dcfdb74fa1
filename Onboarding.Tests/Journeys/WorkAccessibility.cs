using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Reporting.Wallboards;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Features.Administration.Escalation;
using Onboarding.Portal.Features.Dashboard;
using Onboarding.Portal.Features.Notices;
using Onboarding.Portal.Features.Queues;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>Queues with everything that opens on them, notices, figures and the screen on the wall, in both schemes and on a phone.</summary>
public sealed class WorkAccessibility(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1024, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task What_opens_on_a_queue_has_no_barriers(int width, ColorScheme scheme)
    {
        (_, IPage page) = await OpenAsync(width, scheme, ActorRole.Supervisor);
        await page.GotoInteractive(QueueUrls.Of(ActorRole.Supervisor));
        await page.Locator("[data-queue-row]").First.WaitForAsync();

        await page.Locator("[data-toggle-filters]").ClickAsync();
        await page.Locator("[data-queue-filters]").WaitForAsync();
        await page.ShouldHaveNoBarriers();
        await page.Locator("[data-columns-menu] > summary").ClickAsync();
        await page.ShouldHaveNoBarriers();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("[data-queue-row] input[type=checkbox]").First.CheckAsync();
        await page.Locator("[data-selection]").WaitForAsync();
        await page.ShouldHaveNoBarriers();
        await page.Locator("[data-reassign-load]").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await page.ShouldHaveNoBarriers();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Start_notices_and_figures_have_no_barriers(int width, ColorScheme scheme)
    {
        (PortalHost portal, IPage page) = await OpenAsync(width, scheme, ActorRole.Supervisor);
        string[] addresses =
        [
            AccountUrls.StaffHome, QueueUrls.Mine, NoticeUrls.List, NoticeUrls.Preferences, DashboardUrls.Page, DashboardUrls.Screens,
            $"{DashboardUrls.ListPage}?figure=InProgress",
        ];
        foreach (string address in addresses)
        {
            await page.GotoInteractive(address);
            await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("main .loading")).ToHaveCountAsync(0);
            await page.ShouldHaveNoBarriers();
            (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, address);
        }

        string token = (await portal.Services.GetRequiredService<WallScreensHandler>().CreateAsync("Lobi", Staff.Maya, TestContext.Current.CancellationToken)).ShouldBeDone();
        await page.GotoAsync(DashboardUrls.Wall(token));
        await page.Locator("[data-wallboard]").WaitForAsync();
        await page.ShouldHaveNoBarriers();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    public async Task The_steps_of_escalation_have_no_barriers(int width, ColorScheme scheme)
    {
        (_, IPage page) = await OpenAsync(width, scheme, ActorRole.Administrator);
        await page.GotoInteractive(EscalationUrls.Page);
        await Assertions.Expect(page.Locator("main .loading")).ToHaveCountAsync(0);
        await page.ShouldHaveNoBarriers();
    }

    private async Task<(PortalHost Portal, IPage Page)> OpenAsync(int width, ColorScheme scheme, ActorRole role)
    {
        PortalHost portal = UsePortal(Demo.Enabled);
        CasesAt cases = new(portal.Started());
        await cases.ReceivedAsync();
        await cases.ClaimAsync(await cases.InVerificationAsync(), Staff.Dewi);
        await cases.AwaitingApprovalAsync();
        IPage page = await OpenPage(portal, new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        await page.SignInAs(Demo.Account(role));
        return (portal, page);
    }
}
