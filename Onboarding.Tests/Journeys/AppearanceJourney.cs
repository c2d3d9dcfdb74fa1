using Microsoft.Playwright;
using Onboarding.Portal.Components.Layout;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

public sealed class AppearanceJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task The_switch_turns_the_portal_dark()
    {
        IPage page = await OpenPage(UsePortal(), new BrowserNewContextOptions { ColorScheme = ColorScheme.Light });
        await page.GotoInteractive("/");

        await page.GetByTitle(LayoutText.SwitchAppearance).ClickAsync();

        await Assertions.Expect(page.Locator("link[href*='material-dark']")).ToHaveCountAsync(1);
    }
}
