using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>A supervisor decides on a phone: the decision is near the top, the evidence one tap away.</summary>
public sealed class ApprovalOnPhoneJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    [Fact]
    public async Task The_evidence_is_folded_and_a_figure_leads_to_what_it_counts()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        CaseState state = await new CasesAt(host.Started()).AwaitingApprovalAsync();
        IPage page = await OpenPage(host, new() { ViewportSize = Phone, HasTouch = true });
        await page.SignInAs(Demo.Account(ActorRole.Supervisor));
        await page.GotoInteractive(CaseUrls.Of(state.Number));

        ILocator checks = page.Locator("#verification .checks");
        ILocator record = page.Locator("#record .body").First;
        await Assertions.Expect(checks).ToBeHiddenAsync();
        (await page.Locator("[data-work-item=Claim]").BoundingBoxAsync())!.Y.ShouldBeLessThan(2 * Phone.Height);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight")).ShouldBeLessThan(4 * Phone.Height);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBe(Phone.Width);
        await page.ShouldHaveNoBarriers();

        await page.Locator("a[data-figure=verification]").ClickAsync();
        await Assertions.Expect(checks).ToBeVisibleAsync();
        await Assertions.Expect(record).ToBeHiddenAsync();

        await page.Locator("#verification [data-fold]").ClickAsync();
        await Assertions.Expect(checks).ToBeHiddenAsync();
    }
}
