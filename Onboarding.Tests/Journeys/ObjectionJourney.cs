using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>A supervisor rejects, the applicant objects, and another supervisor answers.</summary>
public sealed class ObjectionJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_rejected_applicant_objects_and_reads_the_answer_of_a_supervisor_who_did_not_reject()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        CaseState state = await new CasesAt(host.Started()).AwaitingApprovalAsync();
        DemoAccount[] supervisors = [.. DemoAccounts.All.Where(account => account.Role == ActorRole.Supervisor)];
        string token = await host.Services.GetRequiredService<PublicLinks>().StatusTokenAsync(state.CaseId, TestContext.Current.CancellationToken);

        IPage first = await OpenAsync(host, state, supervisors[0]);
        await first.Locator("[data-work-item=Claim]").ClickAsync();
        await first.Locator("button[data-action=Reject]").ClickAsync();
        await first.Locator("[data-category]").SelectOptionAsync("NOT_COVERED");
        await first.Locator("form[data-form=Reject] button[type=submit]").ClickAsync();
        await Assertions.Expect(first.Locator("form[data-form=Reject]")).ToHaveCountAsync(0);

        IPage applicant = await OpenPage(host);
        await applicant.GotoAsync(PublicUrls.Status(token));
        await applicant.GetByRole(AriaRole.Link, new() { Name = PublicText.ObjectionOpen }).ClickAsync();
        await applicant.ShouldHaveNoBarriers();
        await applicant.Locator("#objection-text").FillAsync("Tetangga saya sudah berlangganan.");
        await applicant.Locator("main form button[type=submit]").ClickAsync();
        await Assertions.Expect(applicant.GetByText(PublicText.ObjectionReceived)).ToBeVisibleAsync();

        await Assertions.Expect(first.Locator("[data-concern=Objection]")).ToBeVisibleAsync();
        await Assertions.Expect(first.Locator("[data-concern=Objection] button")).ToHaveCountAsync(0);
        IPage second = await OpenAsync(host, state, supervisors[1]);
        ILocator concern = second.Locator("[data-concern=Objection]");
        await Assertions.Expect(concern).ToContainTextAsync("Tetangga saya sudah berlangganan.");
        await concern.Locator("[data-work-item=Claim]").ClickAsync();
        await concern.Locator("[data-work-item=Resolve]").ClickAsync();
        await concern.Locator("textarea").FillAsync("Jaringan baru tiba tahun depan.");
        await concern.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(second.Locator("[data-concern=Objection]")).ToHaveCountAsync(0);

        await applicant.GotoAsync(PublicUrls.Status(token));
        await Assertions.Expect(applicant.GetByText("Jaringan baru tiba tahun depan.")).ToBeVisibleAsync();
    }

    private async Task<IPage> OpenAsync(PortalHost host, CaseState state, DemoAccount person)
    {
        IPage page = await OpenPage(host);
        await page.SignInAs(person);
        await page.GotoInteractive(CaseUrls.Of(state.Number));
        return page;
    }
}
