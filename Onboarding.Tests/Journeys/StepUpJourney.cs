using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Account;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Stage4Approval;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>Where settings ask for it, a supervisor types the password once more before the first decision.</summary>
public sealed class StepUpJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task The_password_is_asked_for_once_and_then_several_cases_are_approved_in_one_go()
    {
        PortalHost host = UsePortal(Demo.Enabled, ("Approval:StepUp", "Password"));
        CasesAt cases = new(host.Started());
        CaseState first = await cases.AwaitingApprovalAsync();
        CaseState second = await cases.AwaitingApprovalAsync();
        IPage page = await OpenPage(host);
        await page.SignInAs(Demo.Account(ActorRole.Supervisor));
        await page.GotoInteractive(CaseUrls.Of(first.Number));
        await page.Locator("[data-work-item=Claim]").ClickAsync();
        await page.Locator("button[data-action=Approve]").ClickAsync();
        await page.Locator("form[data-form=Approve] button[type=submit]").ClickAsync();

        ILocator prompt = page.Locator("form[data-step-up]");
        await Assertions.Expect(prompt).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("form[data-form=Approve] [aria-invalid=true]")).ToHaveCountAsync(0);
        await prompt.Locator("input").FillAsync("salah");
        await prompt.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(prompt.GetByText(AccountText.StepUpWrong)).ToBeVisibleAsync();
        await page.ShouldHaveNoBarriers();
        await prompt.Locator("input").FillAsync(DemoAccounts.Password);
        await prompt.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("form[data-form=Approve]")).ToHaveCountAsync(0);

        await page.GotoInteractive(ApprovalUrls.List);
        await page.Locator("[data-choose-all]").ClickAsync();
        await page.ShouldHaveNoBarriers();
        await page.Locator("[data-approve-chosen]").ClickAsync();

        await Assertions.Expect(page.Locator("[data-result=done]")).ToHaveCountAsync(1);
        (await cases.LoadAsync(second.CaseId)).Decisions.ShouldHaveSingleItem().Outcome.ShouldBe(DecisionOutcome.Approved);
    }
}
