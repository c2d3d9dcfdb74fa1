using Microsoft.Playwright;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Administration.Escalation;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Notices;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

public sealed class NoticesJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Work_that_a_supervisor_gives_rings_at_the_bell_of_the_other_and_opening_it_settles_it()
    {
        PortalHost portal = UsePortal(Demo.Enabled);
        var state = await new CasesAt(portal.Started()).InVerificationAsync();
        IPage ratna = await OpenPage(portal);
        await ratna.SignInAs(DemoAccounts.All.Last(one => one.Role == ActorRole.Administration));
        ILocator bell = ratna.Locator("[data-notice-bell]");
        await Assertions.Expect(bell).ToHaveAttributeAsync("data-count", "0");
        IPage supervisor = await OpenPage(portal);
        await supervisor.SignInAs(Demo.Account(ActorRole.Supervisor));
        await supervisor.GotoInteractive(QueueUrls.Of(ActorRole.Supervisor));

        await supervisor.Locator($"[data-queue-row='{state.Number}'] [data-assign]").ClickAsync();
        await supervisor.GetByRole(AriaRole.Button, new() { Name = "Ratna Kusumawati" }).ClickAsync();

        await Assertions.Expect(bell).ToHaveAttributeAsync("data-count", "1");
        await Assertions.Expect(ratna.Locator("[data-notice-news]")).ToContainTextAsync(state.Number);
        await Assertions.Expect(supervisor.Locator("[data-notice-bell]")).ToHaveAttributeAsync("data-count", "0");
        await bell.FocusAsync();
        await ratna.Keyboard.PressAsync("Enter");
        await ratna.Locator("[data-notice=Assigned]").FocusAsync();
        await ratna.Keyboard.PressAsync("Enter");
        await ratna.ArriveAtAsync($"**{CaseUrls.Of(state.Number)}");
        await Assertions.Expect(bell).ToHaveAttributeAsync("data-count", "0");
        await Assertions.Expect(ratna.Locator("details[data-menu][open]")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Bell_list_and_settings_are_accessible(int width, ColorScheme scheme)
    {
        PortalHost portal = UsePortal(Demo.Enabled);
        CasesAt cases = new(portal.Started());
        var state = await cases.InVerificationAsync();
        IPage supervisor = await OpenPage(portal);
        await supervisor.SignInAs(Demo.Account(ActorRole.Supervisor));
        await supervisor.GotoInteractive(QueueUrls.Of(ActorRole.Supervisor));
        await supervisor.Locator($"[data-queue-row='{state.Number}'] [data-assign]").ClickAsync();
        await supervisor.GetByRole(AriaRole.Button, new() { Name = "Ratna Kusumawati" }).ClickAsync();
        IPage page = await OpenPage(portal, new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        await page.SignInAs(DemoAccounts.All.Last(one => one.Role == ActorRole.Administration));
        foreach (string address in new[] { NoticeUrls.List, NoticeUrls.Preferences })
        {
            await page.GotoInteractive(address);
            await Assertions.Expect(page.Locator("main .loading")).ToHaveCountAsync(0);
            await page.ShouldHaveNoBarriers();
        }

        await page.Locator("[data-notice-bell]").ClickAsync();
        await Assertions.Expect(page.Locator("details[data-menu][open] [data-notice]")).ToBeVisibleAsync();
        await page.ShouldHaveNoBarriers();
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();

        IPage administrator = await OpenPage(portal, new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        await administrator.SignInAs(Demo.Account(ActorRole.Administrator));
        await administrator.GotoInteractive(EscalationUrls.Page);
        await Assertions.Expect(administrator.Locator("[data-step]")).ToHaveCountAsync(3);
        await administrator.ShouldHaveNoBarriers();
    }
}
