using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Tests.Core.Documents;
using Onboarding.Tests.Journeys.Pages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>Customer Service takes a registration over the counter.</summary>
public sealed class OfflineIntakeJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_registration_is_saved_as_a_draft_found_again_completed_and_sent_in()
    {
        IPage page = await OpenPage(UsePortal(Demo.Enabled));
        RegistrationPage form = new(page);
        RegistrationInput input = RegistrationInput.From(Registrations.Person(), "INTERNET-RUMAH", Guid.Empty);
        await page.SignInAs(Demo.Account(ActorRole.CustomerService));

        await page.GotoInteractive(IntakeUrls.New);
        await page.Locator($"input[name=kind][value={CustomerKind.Person}]").CheckAsync();
        await page.Locator("input[name=product][value=INTERNET-RUMAH]").CheckAsync();
        await form.FillAsync(input, [nameof(PersonData.FullName)]);
        await page.GetByRole(AriaRole.Button, new() { Name = IntakeText.SaveDraft }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "ONB-" }).WaitForAsync();

        await page.GotoInteractive(IntakeUrls.Drafts);
        await page.GetByRole(AriaRole.Link).Filter(new() { HasText = input[nameof(PersonData.FullName)] }).ClickAsync();
        await Assertions.Expect(form.Field(nameof(PersonData.FullName))).ToHaveValueAsync(input[nameof(PersonData.FullName)]);
        await page.GetByRole(AriaRole.Button, new() { Name = IntakeText.Send }).ClickAsync();
        await form.Problems.WaitForAsync();

        await form.FillAsync(input, FieldPaths.Identity(input));
        await form.FillAsync(input, FieldPaths.Contact(input));
        await form.File(DocumentKind.IdentityCard).SetInputFilesAsync(new FilePayload { Name = "ktp.png", MimeType = "image/png", Buffer = TestFiles.Png() });
        await page.GetByText("ktp.png").WaitForAsync();
        await form.Field(FieldPaths.Consent).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = IntakeText.SaveDraft }).ClickAsync();
        await page.GetByText(IntakeText.DraftSaved).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = IntakeText.Send }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = IntakeText.OpenCase }).WaitForAsync();
        await page.GotoInteractive(IntakeUrls.Drafts);
        await page.GetByText(IntakeText.NoDrafts, new() { Exact = true }).WaitForAsync();
    }
}
