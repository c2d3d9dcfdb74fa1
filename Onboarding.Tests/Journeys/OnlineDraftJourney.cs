using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Persistence;
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

    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true };

    [Fact]
    public async Task A_form_begun_on_a_phone_survives_a_broken_network_and_is_sent_once_from_another_device()
    {
        ExpectBrokenNetwork();
        PortalHost portal = UsePortal();
        IPage phone = await OpenPage(portal, Phone);
        RegistrationPage form = new(phone);
        RegistrationInput input = RegistrationInput.From(Registrations.Person() with { FullName = "Siti Nur'aini" }, Product, Guid.Empty);
        await form.OpenAsync(Product, CustomerKind.Person);
        await form.NextAsync(FullName);
        await form.FillAsync(input, FieldPaths.Identity(input).Except([BirthPlace]));
        await Saved(phone);
        phone.Url.ShouldNotContain("Siti");

        // Typed without a network, it waits in the tab and is saved as soon as the network is back, without leaving the field.
        await phone.Context.SetOfflineAsync(true);
        await form.Field(BirthPlace).FillAsync("Surabaya");
        await Assertions.Expect(phone.GetByText(PublicText.FormOffline)).ToBeVisibleAsync();
        await phone.Context.SetOfflineAsync(false);
        await Assertions.Expect(phone.GetByText(PublicText.FormOffline)).ToBeHiddenAsync();
        await phone.WaitForFunctionAsync("() => sessionStorage.getItem('registration-form') === null");
        await Saved(phone);

        // A reload stands at the same step, and so does the link in another browser.
        await phone.ReloadAsync();
        await Assertions.Expect(form.Field(BirthPlace)).ToHaveValueAsync("Surabaya");
        IPage laptop = await OpenPage(portal);
        RegistrationPage other = new(laptop);
        await laptop.GotoAsync(phone.Url);
        await Assertions.Expect(other.Field(FullName)).ToHaveValueAsync("Siti Nur'aini");
        await Assertions.Expect(other.Field(BirthPlace)).ToHaveValueAsync("Surabaya");
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
        await laptop.WaitForURLAsync("**/registered/**");

        await using OnboardingContext context = portal.Services.GetRequiredService<OnboardingContextFactory>().CreateDbContext();
        (await context.Cases.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await context.RegistrationDrafts.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);

        // The tab that sent it finds its confirmation again, should the answer have been lost; for everybody else the link is dead.
        ExpectedProblems.Add("404");
        await laptop.GotoAsync(link);
        await laptop.WaitForURLAsync("**/registered/**");
        (await phone.GotoAsync(link))!.Status.ShouldBe(404);
        await phone.GetByRole(AriaRole.Heading, new() { Name = PublicText.LinkNotValidTitle }).WaitForAsync();
    }

    [Fact]
    public async Task A_device_that_is_behind_is_told_and_takes_over_what_is_newer()
    {
        PortalHost portal = UsePortal();
        IPage phone = await OpenPage(portal, Phone);
        RegistrationPage form = new(phone);
        await form.OpenAsync(Product, CustomerKind.Person);
        await form.NextAsync(FullName);
        await form.Field(FullName).FillAsync("Nama dari ponsel");
        await form.Field(FullName).BlurAsync();
        await Saved(phone);
        IPage laptop = await OpenPage(portal);
        await laptop.GotoAsync(phone.Url);
        RegistrationPage other = new(laptop);
        await Assertions.Expect(other.Field(FullName)).ToHaveValueAsync("Nama dari ponsel");
        await other.Field(FullName).FillAsync("Nama dari laptop");
        await other.Field(FullName).BlurAsync();
        await Saved(laptop);
        await laptop.WaitForFunctionAsync("() => sessionStorage.getItem('registration-form') === null");

        await form.Field(BirthPlace).FillAsync("Medan");
        await form.Field(BirthPlace).BlurAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = PublicText.TakeNewer }).ClickAsync();

        await Assertions.Expect(form.Field(FullName)).ToHaveValueAsync("Nama dari laptop");
        await phone.GetByText(PublicText.ContinueLater).ClickAsync();
        await Assertions.Expect(phone.GetByAltText(PublicText.ContinueCode)).ToBeVisibleAsync();
        await phone.ShouldHaveNoBarriers();
    }

    private static ILocatorAssertions Expect(IPage page, Saving state) => Assertions.Expect(page.Locator($"[data-saving='{state}']"));

    private static Task Saved(IPage page) => Expect(page, Saving.Done).ToBeVisibleAsync();

    private void ExpectBrokenNetwork()
    {
        foreach (string part in (string[])["ERR_INTERNET_DISCONNECTED", "WebSocket", "Connection disconnected", "Cannot send data"])
        {
            ExpectedProblems.Add(part);
        }
    }
}
