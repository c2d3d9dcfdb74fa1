using Microsoft.Playwright;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Features.Administration.Staff;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

public sealed class AccountAccessibility(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_account_pages_have_no_barriers(ColorScheme scheme)
    {
        ExpectedProblems.Add("404");
        IPage page = await OpenPage(UsePortal(Demo.Enabled), new BrowserNewContextOptions { ColorScheme = scheme });

        foreach (string address in (string[])["/", AccountUrls.SignIn, "/no-such-page"])
        {
            await page.GotoAsync(address);
            await page.ShouldHaveNoBarriers();
        }

        await page.GotoAsync(AccountUrls.SignIn);
        await page.GetByLabel(AccountText.UserName, new() { Exact = true }).FillAsync("nobody");
        await page.GetByLabel(AccountText.Password, new() { Exact = true }).FillAsync("nothing");
        await page.GetByRole(AriaRole.Button, new() { Name = AccountText.SignInButton, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        await page.ShouldHaveNoBarriers();

        await page.SignInAs(Demo.Account(ActorRole.Administrator));
        await page.ShouldHaveNoBarriers();
        await page.OpenMenu(LayoutText.Preferences);
        await page.ShouldHaveNoBarriers();
        await page.GotoAsync(AccountUrls.ChangePassword);
        await page.ShouldHaveNoBarriers();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_administration_of_accounts_has_no_barriers(ColorScheme scheme)
    {
        IPage page = await OpenPage(UsePortal(Demo.Enabled), new BrowserNewContextOptions { ColorScheme = scheme });
        await page.SignInAs(Demo.Account(ActorRole.Administrator));
        await page.GotoInteractive(StaffUrls.List);
        await page.GetByRole(AriaRole.Button, new() { Name = StaffText.New }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();

        await page.ShouldHaveNoBarriers();
    }
}
