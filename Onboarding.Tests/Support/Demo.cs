using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Security.Identity;

namespace Onboarding.Tests.Support;

/// <summary>The demo accounts, for tests that need somebody signed in.</summary>
public static class Demo
{
    /// <summary>The setting that makes the accounts.</summary>
    public static (string Key, string Value) Enabled { get; } = ("Demo:Enabled", "true");

    /// <summary>Every role that has a demo account: all of the staff's.</summary>
    public static IEnumerable<ActorRole> Roles => DemoAccounts.All.Select(account => account.Role).Distinct();

    /// <summary>The first demo account of a role.</summary>
    public static DemoAccount Account(ActorRole role) => DemoAccounts.All.First(account => account.Role == role);

    /// <summary>Signs in through the sign-in page and waits for the first page behind it.</summary>
    public static async Task SignInAs(this IPage page, DemoAccount account)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(account);
        await page.GotoAsync(AccountUrls.SignIn);
        await page.GetByLabel(AccountText.UserName, new() { Exact = true }).FillAsync(account.UserName);
        await page.GetByLabel(AccountText.Password, new() { Exact = true }).FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = AccountText.SignInButton, Exact = true }).ClickAsync();
        await page.LeaveAsync(new Regex(Regex.Escape(AccountUrls.SignIn), RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.Locator("[data-interactive]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }
}
