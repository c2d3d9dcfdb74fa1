using Microsoft.Playwright;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Features.Queues;
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

        await page.ArriveAtAsync($"**{AccountUrls.SignIn}**");
    }

    [Fact]
    public async Task Signing_out_in_one_tab_ends_the_others_and_no_other_browser()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        DemoAccount account = Demo.Account(ActorRole.CustomerService);
        IPage first = await OpenPage(host);
        await first.SignInAs(account);
        await first.GotoInteractive(AccountUrls.StaffHome);
        IPage second = await first.Context.NewPageAsync();
        await second.GotoInteractive(new Uri(host.Address, QueueUrls.Of(ActorRole.CustomerService)).ToString());
        IPage elsewhere = await OpenPage(host);
        await elsewhere.SignInAs(account);
        await elsewhere.GotoInteractive(AccountUrls.StaffHome);

        await first.OpenMenu(LayoutText.Account);
        await first.GetByRole(AriaRole.Button, new() { Name = LayoutText.SignOut }).ClickAsync();

        await second.ArriveAtAsync($"**{AccountUrls.SignIn}**");
        await elsewhere.GotoInteractive(AccountUrls.StaffHome);
        await Assertions.Expect(elsewhere.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(account.DisplayName);
    }
}
