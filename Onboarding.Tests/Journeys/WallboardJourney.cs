using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Reporting.Wallboards;
using Onboarding.Portal.Features.Dashboard;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

public sealed class WallboardJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_screen_on_the_wall_goes_on_by_itself_after_a_restart()
    {
        ExpectedProblems.Add("ERR_CONNECTION_REFUSED");
        ExpectedProblems.Add("Failed to");
        using TemporaryFolder data = new();
        (string, string)[] settings = [Demo.Enabled, ("Data:Folder", data.Path)];
        PortalHost before = UsePortal(settings);
        int port = before.Address.Port;
        string token = (await before.Services.GetRequiredService<WallScreensHandler>().CreateAsync("Lobi", Staff.Maya, TestContext.Current.CancellationToken)).ShouldBeDone();
        IPage page = await OpenPage(before);
        await page.GotoAsync(new Uri(before.Address, DashboardUrls.Wall(token)).ToString());
        ILocator received = page.Locator("[data-wall='in-progress'] dd");
        await Assertions.Expect(received).ToHaveTextAsync("0");
        await page.EvaluateAsync("() => document.body.dataset.before = 'restart'");

        await before.DisposeAsync();
        await Assertions.Expect(page.GetByText(DashboardText.WallLost)).ToBeVisibleAsync(new() { Timeout = 30_000 });

        PortalHost after = UsePortal(port, settings);
        await new CasesAt(after.Started()).ReceivedAsync();

        // The page was never loaded again: its own script took over the new figures.
        await Assertions.Expect(received).ToHaveTextAsync("1", new() { Timeout = 40_000 });
        await Assertions.Expect(page.GetByText(DashboardText.WallLost)).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("body[data-before]")).ToHaveCountAsync(1);
        (await page.Locator("[data-wallboard] > *").CountAsync()).ShouldBe(1);
    }
}
