using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Public.Registration;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Tests.Core.Documents;
using Onboarding.Tests.Journeys.Pages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>An applicant whose connection breaks, who goes on with another device, and who presses the button twice.</summary>
public sealed class OnlineDraftJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    private const string Product = "INTERNET-RUMAH";
    private const string FullName = nameof(PersonData.FullName);
    private const string BirthPlace = nameof(PersonData.BirthPlace);
    private const string Sex = nameof(PersonData.Sex);
    private const string BusinessName = nameof(BusinessData.BusinessName);
    private const string Nib = nameof(BusinessData.Nib);

    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true };

    [Fact]
    public async Task A_form_begun_on_a_phone_survives_a_broken_network_and_is_sent_once_from_another_device()
    {
        ExpectBrokenNetwork();
        PortalHost portal = UsePortal();
        CutLine line = UseLine(portal);
        IPage phone = await OpenPage(line.Address, Phone);
        RegistrationPage form = new(phone);
        RegistrationInput input = RegistrationInput.From(Registrations.Person() with { FullName = "Siti Nur'aini" }, Product, Guid.Empty);
        await form.OpenAsync(Product, CustomerKind.Person);
        await form.NextAsync(FullName);
        await form.FillAsync(input, FieldPaths.Identity(input).Except([BirthPlace, Sex]));
        await Saved(phone);
        phone.Url.ShouldNotContain("Siti");

        // The network goes while somebody types: one goes on, and is told calmly. What was typed and chosen stays on the screen,
        // and is saved as soon as the network is back, although the field was not left.
        line.Cut();
        await phone.Context.SetOfflineAsync(true);
        ILocator sex = phone.Locator($"input[name='{FieldPaths.InputId(Sex)}'][value='{input[Sex]}']");
        await sex.CheckAsync();
        await form.Field(BirthPlace).FillAsync("Surabaya");
        await Assertions.Expect(phone.GetByText(PublicText.FormOffline)).ToBeVisibleAsync();
        await Assertions.Expect(form.Field(BirthPlace)).ToHaveValueAsync("Surabaya");
        await phone.Context.SetOfflineAsync(false);
        line.Mend();
        await Assertions.Expect(phone.GetByText(PublicText.FormOffline)).ToBeHiddenAsync(new() { Timeout = 30_000 });
        await phone.WaitForFunctionAsync("() => sessionStorage.getItem('registration-form') === null");
        await Saved(phone);
        await Assertions.Expect(sex).ToBeCheckedAsync();

        // A reload stands at the same step; the browser closed, so does the link in another one.
        await phone.ReloadAsync();
        await Assertions.Expect(form.Field(BirthPlace)).ToHaveValueAsync("Surabaya");
        string begun = new Uri(phone.Url).PathAndQuery;
        await phone.CloseAsync();
        IPage laptop = await OpenPage(portal);
        RegistrationPage other = new(laptop);
        await laptop.GotoAsync(begun);
        await Assertions.Expect(other.Field(FullName)).ToHaveValueAsync("Siti Nur'aini");
        await Assertions.Expect(other.Field(BirthPlace)).ToHaveValueAsync("Surabaya");
        await Assertions.Expect(laptop.Locator($"input[name='{FieldPaths.InputId(Sex)}'][value='{input[Sex]}']")).ToBeCheckedAsync();
        await other.NextAsync(nameof(ApplicantData.Phone));
        await other.FillAsync(input, FieldPaths.Contact(input));
        await other.NextAsync(FieldPaths.Document(DocumentKind.IdentityCard));
        await other.UploadAsync(DocumentKind.IdentityCard, "ktp.jpg", TestFiles.Jpeg());
        await other.NextAsync(FieldPaths.Consent);

        // The browser's back button moves between the steps.
        await laptop.GoBackAsync();
        await laptop.GetByText("ktp.jpg").WaitForAsync();
        await laptop.GoForwardAsync();
        await other.Field(FieldPaths.Consent).CheckAsync();
        string link = laptop.Url;
        await laptop.GetByRole(AriaRole.Button, new() { Name = PublicText.Submit }).DblClickAsync();
        await laptop.ArriveAtAsync("**/registered/**");

        await using OnboardingContext context = portal.Services.GetRequiredService<OnboardingContextFactory>().CreateDbContext();
        (await context.Cases.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await context.RegistrationDrafts.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);

        // The tab that sent it finds its confirmation again, should the answer have been lost; for everybody else the link is dead.
        ExpectedProblems.Add("404");
        await laptop.GotoAsync(link);
        await laptop.ArriveAtAsync("**/registered/**");
        IPage stranger = await OpenPage(portal, Phone);
        (await stranger.GotoAsync(link))!.Status.ShouldBe(404);
        await stranger.GetByRole(AriaRole.Heading, new() { Name = PublicText.FormNotHereTitle }).WaitForAsync();
    }

    [Fact]
    public async Task A_business_goes_on_on_another_device_and_the_stale_one_is_told_what_differs()
    {
        PortalHost portal = UsePortal();
        IPage phone = await OpenPage(portal, Phone);
        RegistrationPage form = new(phone);
        await phone.GotoAsync($"{PublicUrls.Register}?kind={CustomerKind.Business}");
        await Assertions.Expect(phone.Locator($"input[name=kind][value={CustomerKind.Business}]")).ToBeCheckedAsync();
        await phone.Locator("input[name=product][value=INTERNET-BISNIS]").CheckAsync();
        await form.NextAsync(BusinessName);
        await form.Field(BusinessName).FillAsync("PT Dari Ponsel");
        await form.Field(BusinessName).BlurAsync();
        await Saved(phone);
        IPage laptop = await OpenPage(portal);
        await laptop.GotoAsync(phone.Url);
        RegistrationPage other = new(laptop);
        await Assertions.Expect(other.Field(BusinessName)).ToHaveValueAsync("PT Dari Ponsel");
        await other.Field(BusinessName).FillAsync("PT Dari Laptop");
        await other.Field(BusinessName).BlurAsync();
        await Saved(laptop);
        await laptop.WaitForFunctionAsync("() => sessionStorage.getItem('registration-form') === null");

        // What is typed on the stale one stays on its screen; nothing is overwritten before somebody chooses.
        await form.Field(Nib).FillAsync("9900000000001");
        await form.Field(Nib).BlurAsync();
        ILocator notice = phone.Locator("[data-differing]");
        await Assertions.Expect(notice).ToContainTextAsync([DomainTexts.Field(BusinessName), DomainTexts.Field(Nib)]);
        await Assertions.Expect(notice.First).ToContainTextAsync("PT Dari Laptop");
        await Assertions.Expect(form.Field(Nib)).ToHaveValueAsync("9900000000001");
        await phone.ShouldHaveNoBarriers();
        await phone.GetByRole(AriaRole.Button, new() { Name = PublicText.TakeNewer }).ClickAsync();

        await Assertions.Expect(form.Field(BusinessName)).ToHaveValueAsync("PT Dari Laptop");
        await phone.GetByText(PublicText.ContinueLater).ClickAsync();
        await Assertions.Expect(phone.GetByAltText(PublicText.ContinueCode)).ToBeVisibleAsync();
        await phone.ShouldHaveNoBarriers();
    }

    [Fact]
    public async Task A_reload_does_not_answer_the_question_which_of_two_devices_is_right()
    {
        PortalHost portal = UsePortal();
        IPage phone = await OpenPage(portal, Phone);
        RegistrationPage form = new(phone);
        await form.OpenAsync(Product, CustomerKind.Person);
        await form.NextAsync(BirthPlace);
        await form.Field(FullName).FillAsync("Siti Nur'aini");
        await form.Field(FullName).BlurAsync();
        await Saved(phone);
        IPage laptop = await OpenPage(portal);
        RegistrationPage other = new(laptop);
        await laptop.GotoAsync(phone.Url);
        await TypeAsync(laptop, other, "Bandung");
        await form.Field(BirthPlace).FillAsync("Medan");
        await form.Field(BirthPlace).BlurAsync();
        ILocator question = phone.GetByText(PublicText.ElsewhereTitle);
        await question.WaitForAsync();

        // Not answered, it is asked again; nothing that the other device typed before or since is lost.
        await phone.ReloadAsync();
        await question.WaitForAsync();
        await Assertions.Expect(form.Field(BirthPlace)).ToHaveValueAsync("Medan");
        await TypeAsync(laptop, other, "Bandung Barat");
        await phone.ReloadAsync();
        await question.WaitForAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = IntakeText.Next, Exact = true }).ClickAsync();
        await form.Problems.WaitForAsync();
        await laptop.ReloadAsync();
        await Assertions.Expect(other.Field(BirthPlace)).ToHaveValueAsync("Bandung Barat");

        // Answered, it stays answered.
        await phone.GetByRole(AriaRole.Button, new() { Name = PublicText.TakeNewer }).ClickAsync();
        await question.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await phone.ReloadAsync();
        await Saved(phone);
        await Assertions.Expect(form.Field(BirthPlace)).ToHaveValueAsync("Bandung Barat");
        await Assertions.Expect(question).ToHaveCountAsync(0);
    }

    private static async Task TypeAsync(IPage page, RegistrationPage form, string birthPlace)
    {
        await form.Field(BirthPlace).FillAsync(birthPlace);
        await form.Field(BirthPlace).BlurAsync();
        await page.WaitForFunctionAsync("() => sessionStorage.getItem('registration-form') === null");
        await Saved(page);
    }

    [Fact]
    public async Task The_link_that_was_mailed_opens_the_form_on_another_device_until_it_is_called_back()
    {
        PortalHost portal = UsePortal();
        IPage phone = await OpenPage(portal, Phone);
        RegistrationPage form = new(phone);
        await form.OpenAsync(Product, CustomerKind.Person);
        await form.NextAsync(FullName);
        await form.Field(FullName).FillAsync("Siti Nur'aini");
        await form.Field(FullName).BlurAsync();
        await Saved(phone);
        await phone.GetByText(PublicText.ContinueLater).ClickAsync();
        await phone.GetByLabel(PublicText.MailLink, new() { Exact = true }).FillAsync("siti@contoh.co.id");
        await phone.GetByRole(AriaRole.Button, new() { Name = PublicText.MailLinkSend }).ClickAsync();
        await phone.GetByText(PublicText.MailLinkSent).WaitForAsync();
        await phone.ShouldHaveNoBarriers();
        await MailboxAssertions.EventuallyAsync(async () => (await portal.Services.MailsAsync()).Count == 1, "the mail lies in the folder");
        string link = (await portal.Services.MailsAsync()).Single().Text.Split('\n').Single(line => line.Contains("/register/", StringComparison.Ordinal)).Trim();

        IPage laptop = await OpenPage(portal);
        await laptop.GotoAsync(link);
        await Assertions.Expect(new RegistrationPage(laptop).Field(FullName)).ToHaveValueAsync("Siti Nur'aini");

        await phone.GetByRole(AriaRole.Button, new() { Name = PublicText.MailLinkRevoke }).ClickAsync();
        await phone.GetByText(PublicText.MailLinkRevoked).WaitForAsync();
        ExpectedProblems.Add("404");
        (await laptop.GotoAsync(link))!.Status.ShouldBe(404);
        await Assertions.Expect(form.Field(FullName)).ToHaveValueAsync("Siti Nur'aini");
    }

    private static ILocatorAssertions Expect(IPage page, Saving state) => Assertions.Expect(page.Locator($"[data-saving='{state}']"));

    private static Task Saved(IPage page) => Expect(page, Saving.Done).ToBeVisibleAsync();

    private void ExpectBrokenNetwork()
    {
        foreach (string part in (string[])["ERR_INTERNET_DISCONNECTED", "WebSocket", "Connection disconnected", "Cannot send data", "ERR_CONNECTION", "ERR_EMPTY_RESPONSE", "Failed to complete negotiation", "Failed to start the connection", "Failed to fetch", "No interop methods are registered"])
        {
            ExpectedProblems.Add(part);
        }
    }
}
