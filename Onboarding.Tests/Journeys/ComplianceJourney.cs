using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Compliance;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>Tim Kepatuhan finds a case, holds it, sees it on the desk, and checks the audit trail.</summary>
public sealed class ComplianceJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_case_is_found_held_and_listed_and_the_trail_is_intact()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        CaseState state = await new CasesAt(host.Started()).InVerificationAsync();
        IPage page = await OpenPage(host);
        await page.SignInAs(Demo.Account(ActorRole.Compliance));
        await page.GotoInteractive(ComplianceUrls.Desk);
        ILocator number = page.GetByLabel(ComplianceText.NumberLabel, new() { Exact = true });

        await number.FillAsync("999999");
        await page.GetByRole(AriaRole.Button, new() { Name = ComplianceText.Find }).ClickAsync();
        await Assertions.Expect(page.GetByText(DomainTexts.Of(new NotFound(RefusalCode.CaseNotFound)))).ToBeVisibleAsync();

        await number.FillAsync(state.Number.ToLowerInvariant());
        await page.GetByRole(AriaRole.Button, new() { Name = ComplianceText.Find }).ClickAsync();
        await page.Locator("button[data-action=PlaceHold]").ClickAsync();
        await page.Locator("form[data-form=PlaceHold] textarea").FillAsync("Surat nomor 12.");
        await page.Locator("form[data-form=PlaceHold] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByText(CaseText.HoldTitle)).ToBeVisibleAsync();

        await page.GotoInteractive(ComplianceUrls.Desk);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = state.Number })).ToBeVisibleAsync();
        await page.Locator("[data-audit-check]").ClickAsync();
        await Assertions.Expect(page.GetByText(ComplianceText.IntactTitle)).ToBeVisibleAsync();
        await page.ShouldHaveNoBarriers();
    }
}
