using Microsoft.Playwright;

namespace Onboarding.Tests.Support;

/// <summary>What a test asks of any page of the portal.</summary>
public static class PageExtensions
{
    /// <summary>
    /// Goes to an address and waits until the page answers to clicks. Before that it shows the same markup, but a click is lost.
    /// </summary>
    public static async Task GotoInteractive(this IPage page, string address)
    {
        ArgumentNullException.ThrowIfNull(page);
        await page.GotoAsync(address);
        await page.Locator("[data-interactive]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    /// <summary>Opens a menu of the portal's bars by its name.</summary>
    public static Task OpenMenu(this IPage page, string name)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Locator("summary").Filter(new() { HasText = name }).ClickAsync();
    }
}
