using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>Two people at the same case at the same time: one wins, the other is told.</summary>
public sealed class TwoSupervisorsJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Of_two_supervisors_who_claim_at_once_one_gets_the_case_and_the_other_reads_who_has_it()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        CasesAt cases = new(host.Started());
        CaseState state = await cases.AwaitingApprovalAsync();
        DemoAccount[] people = [.. DemoAccounts.All.Where(account => account.Role == ActorRole.Supervisor)];
        IPage[] pages = [await OpenAsync(host, state, people[0]), await OpenAsync(host, state, people[1])];

        // Without waiting for anything: the button of the slower one goes as soon as the faster one has the case.
        await Task.WhenAll(pages.Select(page => page.EvaluateAsync("document.querySelector('[data-work-item=Claim]')?.click()")));
        await Task.WhenAll(pages.Select(page => Assertions.Expect(page.Locator("[data-work-item=Claim]")).ToHaveCountAsync(0)));

        string winner = (await cases.LoadAsync(state.CaseId)).LiveWorkItem!.AssigneeName.ShouldNotBeNull();
        int won = Array.FindIndex(people, person => person.DisplayName == winner);
        await Assertions.Expect(pages[won].Locator("button[data-action=Approve]")).ToBeVisibleAsync();
        await Assertions.Expect(pages[1 - won].Locator("button[data-action=Approve]")).ToHaveCountAsync(0);
        await Assertions.Expect(pages[1 - won].GetByText(DomainTexts.Of(new NotAllowed(RefusalCode.WorkedByAnother, winner))).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Of_two_decisions_at_once_one_stands_and_the_other_is_told_without_losing_its_words()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        CasesAt cases = new(host.Started());
        CaseState state = await cases.AwaitingApprovalAsync();
        DemoAccount person = Demo.Account(ActorRole.Supervisor);
        IPage first = await OpenAsync(host, state, person);
        IPage second = await OpenAsync(host, state, person);
        await first.Locator("[data-work-item=Claim]").ClickAsync();
        await second.Locator("button[data-action=Reject]").ClickAsync();
        await second.Locator("form[data-form=Reject] textarea[data-reason]").FillAsync("Data tidak dapat dibuktikan.");

        await first.Locator("button[data-action=Approve]").ClickAsync();
        await first.Locator("form[data-form=Approve] button[type=submit]").ClickAsync();
        await Assertions.Expect(first.Locator("form[data-form=Approve]")).ToHaveCountAsync(0);
        await second.Locator("form[data-form=Reject] button[type=submit]").ClickAsync();

        await Assertions.Expect(second.Locator("[data-take]")).ToBeVisibleAsync();
        await Assertions.Expect(second.Locator("form[data-form=Reject] textarea[data-reason]")).ToHaveValueAsync("Data tidak dapat dibuktikan.");
        (await cases.LoadAsync(state.CaseId)).Decisions.ShouldHaveSingleItem().Outcome.ShouldBe(DecisionOutcome.Approved);
    }

    [Fact]
    public async Task An_administrator_who_types_the_address_of_a_case_is_turned_away()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        CaseState state = await new CasesAt(host.Started()).ReceivedAsync();
        IPage page = await OpenPage(host);
        await page.SignInAs(Demo.Account(ActorRole.Administrator));
        ExpectedProblems.Add("403");

        IResponse answer = (await page.GotoAsync(CaseUrls.Of(state.Number))).ShouldNotBeNull();

        answer.Status.ShouldBe(403);
        (await page.ContentAsync()).ShouldNotContain("Budi Santoso");
    }

    private async Task<IPage> OpenAsync(PortalHost host, CaseState state, DemoAccount person)
    {
        IPage page = await OpenPage(host);
        await page.SignInAs(person);
        await page.GotoInteractive(CaseUrls.Of(state.Number));
        return page;
    }
}
