using Microsoft.Playwright;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Account;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

public sealed class AppearanceJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    [Fact]
    public async Task The_theme_changes_at_once_and_stays_for_the_next_page()
    {
        IPage page = await OpenPage(UsePortal(Demo.Enabled), new BrowserNewContextOptions { ColorScheme = ColorScheme.Light });
        await page.SignInAs(Demo.Account(ActorRole.Compliance));
        string light = await GroundAsync(page);

        await page.OpenMenu(LayoutText.Preferences);
        await page.GetByRole(AriaRole.Button, new() { Name = LayoutText.ThemeDark }).ClickAsync();

        (await GroundAsync(page)).ShouldNotBe(light);
        await page.ReloadAsync();
        (await page.Locator("html").GetAttributeAsync("data-theme")).ShouldBe("dark");
    }

    [Fact]
    public async Task The_system_decides_while_nobody_chose_a_theme()
    {
        PortalHost host = UsePortal();
        IPage light = await OpenPage(host, new BrowserNewContextOptions { ColorScheme = ColorScheme.Light });
        IPage dark = await OpenPage(host, new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });
        await light.GotoAsync(AccountUrls.SignIn);
        await dark.GotoAsync(AccountUrls.SignIn);

        (await GroundAsync(dark)).ShouldNotBe(await GroundAsync(light));
    }

    [Fact]
    public async Task The_language_changes_on_the_page_where_one_is()
    {
        IPage page = await OpenPage(UsePortal(Demo.Enabled));
        await page.SignInAs(Demo.Account(ActorRole.Administrator));
        await page.GetByRole(AriaRole.Link, new() { Name = LayoutText.Staff }).First.ClickAsync();
        await page.ArriveAtAsync("**/administration/staff");

        await page.OpenMenu(LayoutText.Preferences);
        await page.GetByRole(AriaRole.Button, new() { Name = LayoutText.LanguageEnglish }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Staff accounts");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        page.Url.ShouldEndWith("/administration/staff");
    }

    [Fact]
    public async Task On_a_phone_the_navigation_is_a_drawer_that_closes_with_escape()
    {
        IPage page = await OpenPage(UsePortal(Demo.Enabled), new BrowserNewContextOptions { ViewportSize = Phone, HasTouch = true });
        await page.SignInAs(Demo.Account(ActorRole.Administrator));
        ILocator link = page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = LayoutText.Staff });
        await Assertions.Expect(link).ToBeHiddenAsync();

        await page.GetByLabel(LayoutText.OpenNavigation).TapAsync();
        await Assertions.Expect(link).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(link).ToBeHiddenAsync();

        await page.GetByLabel(LayoutText.OpenNavigation).TapAsync();
        await link.TapAsync();
        await page.ArriveAtAsync("**/administration/staff");
        await Assertions.Expect(link).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(AccountUrls.SignIn)]
    [InlineData(AccountUrls.ChangePassword)]
    [InlineData("/administration/staff")]
    [InlineData("/start")]
    [InlineData("/")]
    public async Task Nothing_is_wider_than_a_phone(string address)
    {
        IPage page = await OpenPage(UsePortal(Demo.Enabled), new BrowserNewContextOptions { ViewportSize = Phone });
        await page.SignInAs(Demo.Account(ActorRole.Administrator));
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();

        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(Phone.Width);
    }

    [Fact]
    public async Task The_keyboard_can_skip_the_navigation()
    {
        IPage page = await OpenPage(UsePortal(Demo.Enabled));
        await page.SignInAs(Demo.Account(ActorRole.Administrator));
        await page.GotoInteractive("/administration/staff");

        await page.GetByText(LayoutText.SkipToContent).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
        page.Url.ShouldContain("/administration/staff");
    }

    private static Task<string> GroundAsync(IPage page) =>
        page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
}
