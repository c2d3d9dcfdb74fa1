using Microsoft.Playwright;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Administration.Staff;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

public sealed class RestartJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task An_open_page_says_that_the_connection_is_lost_and_comes_back_by_itself_after_a_restart()
    {
        ExpectedProblems.Add("ERR_CONNECTION_REFUSED");
        ExpectedProblems.Add("WebSocket");
        ExpectedProblems.Add("connection");
        ExpectedProblems.Add("Failed to");
        ExpectedProblems.Add("Error:");
        using TemporaryFolder data = new();
        (string, string)[] settings = [Demo.Enabled, ("Data:Folder", data.Path)];
        PortalHost before = UsePortal(settings);
        int port = before.Address.Port;
        IPage page = await OpenPage(before);
        await page.SignInAs(Demo.Account(ActorRole.Administrator));
        await page.GotoInteractive(StaffUrls.List);
        await page.EvaluateAsync("() => document.body.dataset.before = 'restart'");

        await before.DisposeAsync();
        await Assertions.Expect(page.GetByText(LayoutText.ReconnectTitle)).ToBeVisibleAsync();

        _ = UsePortal(port, settings).Address;

        await Assertions.Expect(page.Locator("body[data-before]")).ToHaveCountAsync(0, new() { Timeout = 15_000 });
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(StaffText.Title);
    }
}
