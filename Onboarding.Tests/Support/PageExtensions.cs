using System.Text.RegularExpressions;
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

    /// <summary>
    /// Waits until the page is at an address. It is asked for again and again: Playwright's own wait for a navigation now and then misses one that ends while it begins.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="address">The whole address; <c>**</c> stands for anything, <c>*</c> for anything without a slash.</param>
    /// <param name="patience">How long, in milliseconds.</param>
    public static Task ArriveAtAsync(this IPage page, string address, float patience = 30_000)
    {
        ArgumentNullException.ThrowIfNull(address);
        string pattern = Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        return page.ArriveAtAsync(new Regex($"^{pattern}$", RegexOptions.None, TimeSpan.FromSeconds(1)), patience);
    }

    /// <summary>The same for addresses that are alike.</summary>
    public static Task ArriveAtAsync(this IPage page, Regex address, float patience = 30_000) =>
        Assertions.Expect(page).ToHaveURLAsync(address, new() { Timeout = patience });

    /// <summary>Waits until the page is at no such address any more.</summary>
    public static Task LeaveAsync(this IPage page, Regex address, float patience = 30_000) =>
        Assertions.Expect(page).Not.ToHaveURLAsync(address, new() { Timeout = patience });

    /// <summary>Opens a menu of the portal's bars by its name.</summary>
    public static Task OpenMenu(this IPage page, string name)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Locator("summary").Filter(new() { HasText = name }).ClickAsync();
    }
}
