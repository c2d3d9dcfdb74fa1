using Microsoft.Playwright;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

public sealed class SignInJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Somebody_who_signs_in_sees_their_name_and_can_sign_out()
    {
        DemoAccount account = Demo.Account(ActorRole.CustomerService);
        IPage page = await OpenPage(UsePortal(Demo.Enabled));

        await page.SignInAs(account);
        await page.GotoInteractive(AccountUrls.StaffHome);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(account.DisplayName);

        await page.OpenMenu(LayoutText.Account);
        await page.GetByRole(AriaRole.Button, new() { Name = LayoutText.SignOut }).ClickAsync();

        await page.WaitForURLAsync("**/account/sign-in");
    }
}
