using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Reports;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>The page that stands in for a PDF file where no browser prints on the server.</summary>
public sealed class ReportPageJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_report_without_a_printing_browser_opens_as_a_page_with_its_styles_and_a_print_button()
    {
        PortalHost portal = UsePortal(Demo.Enabled, (BrowserFinder.Setting, "/nowhere/chromium"));
        CaseState state = await new CasesAt(portal.Started()).ReceivedAsync();
        IPage page = await OpenPage(portal);
        await page.SignInAs(Demo.Account(ActorRole.Compliance));

        await page.GotoAsync(ReportUrls.VerificationReport(state.Number));

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = ReportText.VerificationReportTitle })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText(ReportText.PageInsteadOfFile)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = ReportText.Print })).ToBeVisibleAsync();
        (await page.EvaluateAsync<string>("getComputedStyle(document.body).fontFamily")).ShouldContain("Plus Jakarta Sans");
        await page.ShouldHaveNoBarriers();
    }
}
