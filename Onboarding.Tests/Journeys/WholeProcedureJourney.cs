using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage5FollowUp;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Tests.Core.Documents;
using Onboarding.Tests.Journeys.Pages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>
/// The whole SOP by clicks: an applicant registers, each team works its stage in a browser of its own, the service is
/// activated, the notice is sent, the follow-up is made and the customer gives feedback.
/// </summary>
public sealed partial class WholeProcedureJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task One_registration_walks_all_five_stages_through_five_roles()
    {
        PortalHost portal = UsePortal(Demo.Enabled);
        string number = await RegisterAsync(await OpenPage(portal));

        await TakeInAsync(await OpenPage(portal), number);
        await VerifyAsync(await OpenPage(portal), await FileAsync(portal, number));
        await StoreAsync(await OpenPage(portal), number);
        await ApproveAsync(await OpenPage(portal), number);
        await FollowUpAsync(portal, number);

        OnboardingCase owner = (await FileAsync(portal, number)).Case;
        owner.Status.ShouldBe(CaseStatus.Completed);
        owner.Feedback!.Satisfaction.ShouldBe(5);
        (await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(null, TestContext.Current.CancellationToken)).IsIntact.ShouldBeTrue();
    }

    private static async Task<string> RegisterAsync(IPage page)
    {
        RegistrationPage form = new(page);
        RegistrationInput input = RegistrationInput.From(Registrations.Person(), "INTERNET-RUMAH", Guid.Empty);
        await form.OpenAsync("INTERNET-RUMAH", CustomerKind.Person);
        await form.NextAsync(nameof(PersonData.FullName));
        await form.FillAsync(input, FieldPaths.Identity(input));
        await form.NextAsync(nameof(ApplicantData.Phone));
        await form.FillAsync(input, FieldPaths.Contact(input));
        await form.NextAsync(FieldPaths.Document(DocumentKind.IdentityCard));
        await form.UploadAsync(DocumentKind.IdentityCard, "ktp.jpg", TestFiles.Jpeg());
        await form.NextAsync(FieldPaths.Consent);
        await form.Field(FieldPaths.Consent).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = PublicText.Submit }).ClickAsync();
        await page.ArriveAtAsync("**/registered/**");
        string number = CaseNumberPattern().Match(await page.InnerTextAsync("main")).Value;
        number.ShouldNotBeEmpty();
        return number;
    }

    private static async Task TakeInAsync(IPage page, string number)
    {
        // From the queue, as a day begins.
        await page.SignInAs(Demo.Account(ActorRole.CustomerService));
        await page.GotoInteractive(QueueUrls.Of(ActorRole.CustomerService));
        ILocator row = page.Locator("[data-queue-row]").Filter(new() { HasText = number });
        await row.Locator("[data-claim]").ClickAsync();
        await row.Locator("[data-open]").ClickAsync();
        await page.ArriveAtAsync($"**/cases/{number}");

        await page.GetByLabel(DomainTexts.Of(ChecklistItem.ProductExplained), new() { Exact = true }).CheckAsync();
        await new StaffDesk(page).DoAsync(CaseAction.CompleteIntake);
    }

    private static async Task<CaseFile> FileAsync(PortalHost portal, string number) =>
        (await portal.Services.GetRequiredService<CaseFileReader>().ReadAsync(number, Staff.Maya, TestContext.Current.CancellationToken)).ShouldBeDone();

    private static async Task VerifyAsync(IPage page, CaseFile file)
    {
        StaffDesk desk = await StaffDesk.OpenAsync(page, ActorRole.Administration, file.Case.Number);
        await desk.ClaimAsync();
        await desk.VerifyAsync(file);
        await desk.ClaimAsync();
        await desk.RecordCustomerAsync();
    }

    private static async Task StoreAsync(IPage page, string number)
    {
        StaffDesk desk = await StaffDesk.OpenAsync(page, ActorRole.InformationTechnology, number);
        await desk.ClaimAsync();
        await desk.ConfirmStorageAsync();
    }

    private static async Task ApproveAsync(IPage page, string number)
    {
        StaffDesk desk = await StaffDesk.OpenAsync(page, ActorRole.Supervisor, number);
        await desk.ClaimAsync();
        await desk.DoAsync(CaseAction.Approve);

        // The outbox switches the service on; the open page shows it by itself.
        await Assertions.Expect(page.GetByText(DomainTexts.Of(CaseStatus.Active), new() { Exact = true }).First).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    private async Task FollowUpAsync(PortalHost portal, string number)
    {
        await MailboxAssertions.EventuallyAsync(
            async () => (await portal.Services.MailsAsync()).Count >= 2, "the receipt and the activation notice are sent");
        portal.Clock.Advance(TimeSpan.FromDays(5));
        await portal.Services.GetRequiredService<OpenDueFollowUpsHandler>().HandleAsync(TestContext.Current.CancellationToken);

        IPage page = await OpenPage(portal);
        StaffDesk desk = await StaffDesk.OpenAsync(page, ActorRole.CustomerService, number);
        await desk.ClaimAsync();
        await page.GetByLabel(DomainTexts.Of(FollowUpOutcome.Understood), new() { Exact = true }).CheckAsync();
        await page.Locator("form[data-follow-up] button[type=submit]").ClickAsync();
        await desk.DoAsync(CaseAction.AskFeedback);
        await GiveFeedbackAsync(portal);

        // Nothing is left to do, so the portal completes the case by itself; the open page shows it.
        await portal.Services.GetRequiredService<CompleteFinishedCasesHandler>().HandleAsync(TestContext.Current.CancellationToken);
        await Assertions.Expect(page.GetByText(DomainTexts.Of(CaseStatus.Completed), new() { Exact = true }).First).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    private async Task GiveFeedbackAsync(PortalHost portal)
    {
        string address = "";
        await MailboxAssertions.EventuallyAsync(
            async () => (address = (await portal.Services.MailsAsync()).Select(mail => FeedbackPattern().Match(mail.Text).Value).FirstOrDefault(found => found.Length > 0, "")).Length > 0,
            "the customer is asked for feedback");
        IPage page = await OpenPage(portal);
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Group, new() { Name = PublicText.AskSatisfaction }).GetByRole(AriaRole.Radio).Nth(4).CheckAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = PublicText.AskEase }).GetByRole(AriaRole.Radio).Nth(3).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = PublicText.SendFeedback }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = PublicText.FeedbackThanksTitle }).WaitForAsync();
    }

    [GeneratedRegex("ONB-[0-9]{4}-[0-9]{6}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CaseNumberPattern();

    [GeneratedRegex("/feedback/[A-Za-z0-9_-]{43}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FeedbackPattern();
}
