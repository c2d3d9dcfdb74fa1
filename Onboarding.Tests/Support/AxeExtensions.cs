using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Onboarding.Tests.Support;

/// <summary>Looks for barriers on a page.</summary>
public static class AxeExtensions
{
    /// <summary>Fails with rule, element and remedy of each barrier that axe finds (WCAG 2.2 A and AA, and good practice).</summary>
    public static async Task ShouldHaveNoBarriers(this IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        // A colour on its way to another is not the colour that is read.
        await page.EvaluateAsync("() => Promise.all(document.getAnimations().filter(one => one.effect.getTiming().iterations !== Infinity).map(one => one.finished.catch(() => {})))");
        AxeResult result = await page.RunAxe();

        result.Violations
            .Select(barrier => $"{barrier.Id}: {barrier.Help}\n  {string.Join("\n  ", barrier.Nodes.Select(node => $"{node.Html}"))}")
            .ShouldBeEmpty(page.Url);
    }
}
