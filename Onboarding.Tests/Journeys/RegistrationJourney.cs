using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Tests.Core.Documents;
using Onboarding.Tests.Journeys.Pages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>An applicant on a phone: from the first tap to the number of the registration, and back out again.</summary>
public sealed class RegistrationJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true };

    [Fact]
    public async Task A_person_registers_on_a_phone_sees_the_status_and_withdraws()
    {
        PortalHost portal = UsePortal();
        IPage page = await OpenPage(portal, Phone);
        RegistrationPage form = new(page);
        RegistrationInput input = RegistrationInput.From(Registrations.Person() with { FullName = "Siti Nur'aini" }, "INTERNET-RUMAH", Guid.Empty);

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = $"{PublicText.RegisterFor} Internet Rumah" }).ClickAsync();
        await page.Locator("form[data-step]").WaitForAsync();
        await form.NextAsync(nameof(PersonData.FullName));

        // Nothing filled: the problems are listed, and each leads to its field.
        await page.GetByRole(AriaRole.Button, new() { Name = IntakeText.Next, Exact = true }).ClickAsync();
        await form.Problems.GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(form.Field(nameof(PersonData.FullName))).ToBeFocusedAsync();

        await form.FillAsync(input, FieldPaths.Identity(input));
        await form.NextAsync(nameof(ApplicantData.Phone));
        await form.FillAsync(input, FieldPaths.Contact(input));
        await form.NextAsync(FieldPaths.Document(DocumentKind.IdentityCard));

        // A file of a wrong type and one that is too large: a message, and everything else stays.
        ExpectedProblems.Add("422");
        await form.File(DocumentKind.IdentityCard).SetInputFilesAsync(new FilePayload { Name = "ktp.jpg", MimeType = "image/jpeg", Buffer = "MZ not a picture"u8.ToArray() });
        await page.GetByText(DomainTexts.Of(DocumentRejection.UnknownType)).WaitForAsync();
        await form.File(DocumentKind.IdentityCard).SetInputFilesAsync(new FilePayload { Name = "besar.jpg", MimeType = "image/jpeg", Buffer = new byte[DocumentLimits.MaximumSize + 1] });
        await page.GetByText(DomainTexts.Of(DocumentRejection.TooLarge)).WaitForAsync();
        await form.UploadAsync(DocumentKind.IdentityCard, "=ktp <img src=x>.jpg", TestFiles.Jpeg());

        // A reload in the middle loses neither the fields nor the file.
        await page.ReloadAsync();
        await page.GetByText("=ktp <img src=x>.jpg").WaitForAsync();
        await form.NextAsync(FieldPaths.Consent);
        await Assertions.Expect(page.GetByText("Siti Nur'aini")).ToBeVisibleAsync();
        await Assertions.Expect(form.Field(FieldPaths.Consent)).Not.ToBeCheckedAsync();
        await Assertions.Expect(form.Field(FieldPaths.Marketing)).Not.ToBeCheckedAsync();

        await form.Field(FieldPaths.Consent).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = PublicText.Submit }).DblClickAsync();
        await page.ArriveAtAsync("**/registered/**");
        await Assertions.Expect(page.GetByText("ONB-", new() { Exact = false }).First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = PublicText.OpenStatus }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = PublicText.ReceivedTitle }).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = PublicText.Withdraw }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = PublicText.WithdrawConfirm }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = PublicText.WithdrawnTitle }).WaitForAsync();

        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_business_registers_with_all_its_papers()
    {
        IPage page = await OpenPage(UsePortal(), Phone);
        RegistrationPage form = new(page);
        BusinessData business = Registrations.Business();
        RegistrationInput input = RegistrationInput.From(business, "INTERNET-BISNIS", Guid.Empty);

        await form.OpenAsync("INTERNET-BISNIS", CustomerKind.Business);
        await form.NextAsync(nameof(BusinessData.BusinessName));
        await form.FillAsync(input, FieldPaths.Identity(input));
        await form.NextAsync(nameof(ApplicantData.Phone));
        await form.FillAsync(input, FieldPaths.Contact(input));
        await form.NextAsync(FieldPaths.Document(DocumentKind.DeedOfEstablishment));
        foreach ((ChecklistItem _, DocumentKind kind) in CompletenessChecklist.RequiredDocuments(business))
        {
            await form.UploadAsync(kind, $"{kind}.pdf", TestFiles.Pdf());
        }

        await form.NextAsync(FieldPaths.Consent);
        await page.GetByRole(AriaRole.Button, new() { Name = PublicText.Submit }).ClickAsync();
        await form.Problems.WaitForAsync();
        await form.Field(FieldPaths.Consent).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = PublicText.Submit }).ClickAsync();

        await page.ArriveAtAsync("**/registered/**");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(PublicText.RegisteredTitle);
    }
}
