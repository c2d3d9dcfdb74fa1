using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Hosting;
using Onboarding.Tests.Core.Documents;
using Onboarding.Tests.Journeys.Pages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>Customer Service takes registrations over the counter.</summary>
public sealed class OfflineIntakeJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    private static readonly string Saved = IntakeText.SavedAt.Split("{0}")[0].Trim();

    [Fact]
    public async Task A_paper_form_is_typed_in_by_keyboard_alone_saved_meanwhile_and_sent_in_with_its_scan()
    {
        IPage page = await OpenPage(UsePortal(Demo.Enabled));
        RegistrationPage form = new(page);
        RegistrationInput input = RegistrationInput.From(Registrations.Person(), "INTERNET-RUMAH", Guid.Empty);
        await page.SignInAs(Demo.Account(ActorRole.CustomerService));
        await page.GotoInteractive(IntakeUrls.New);

        // An attempt to send the empty form leads to its first problem.
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(form.Field(FieldPaths.Kind)).ToBeFocusedAsync();

        // The counter, a paper form, its number and its scan.
        await page.Keyboard.PressAsync("Alt+1");
        await Assertions.Expect(form.Field(FieldPaths.Channel)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await form.Field(FieldPaths.FormNumber).WaitForAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("A-0017");
        await form.File(DocumentKind.RegistrationEvidence).SetInputFilesAsync(
        [
            new FilePayload { Name = "halaman-1.png", MimeType = "image/png", Buffer = TestFiles.Png() },
            new FilePayload { Name = "halaman-2.png", MimeType = "image/png", Buffer = TestFiles.Png() },
        ]);
        await page.Locator("li[data-arrived]").Filter(new() { HasText = "halaman-2.png" }).WaitForAsync();

        // Kind, product and explanation.
        await page.Keyboard.PressAsync("Alt+2");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, page.Locator("input[name=product]").First);
        await ChooseAsync(page, page.Locator("input[name=product][value=INTERNET-RUMAH]"));
        await TabToAsync(page, form.Field(FieldPaths.Explained));
        await page.Keyboard.PressAsync("Space");

        // Name and number; a pause, and it is a draft that can be found again.
        await page.Keyboard.PressAsync("Alt+3");
        await TabToAsync(page, form.Field(nameof(PersonData.FullName)));
        await page.Keyboard.TypeAsync(input[nameof(PersonData.FullName)]);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(input[nameof(PersonData.Nik)]);
        await page.Keyboard.PressAsync("Tab");
        await page.GetByRole(AriaRole.Status).Filter(new() { HasText = Saved }).WaitForAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "ONB-" }).WaitForAsync();
        await Assertions.Expect(form.Field(nameof(PersonData.BirthPlace))).ToBeFocusedAsync();

        await form.FillAsync(input, FieldPaths.Identity(input));
        await form.FillAsync(input, FieldPaths.Contact(input));
        await form.File(DocumentKind.IdentityCard).SetInputFilesAsync(new FilePayload { Name = "ktp.png", MimeType = "image/png", Buffer = TestFiles.Png() });
        await page.Locator("li[data-arrived]").Filter(new() { HasText = "ktp.png" }).WaitForAsync();
        await page.Keyboard.PressAsync("Alt+6");
        await TabToAsync(page, form.Field(FieldPaths.Consent));
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Control+S");
        await page.Keyboard.PressAsync("Control+Enter");

        await page.GetByRole(AriaRole.Link, new() { Name = IntakeText.OpenCase }).WaitForAsync();
        await page.GotoInteractive(IntakeUrls.Drafts);
        await page.GetByText(IntakeText.NoDrafts, new() { Exact = true }).WaitForAsync();
    }

    [Fact]
    public async Task A_draft_is_found_again_its_wrong_scan_removed_and_its_channel_changed()
    {
        IPage page = await OpenPage(UsePortal(Demo.Enabled));
        RegistrationPage form = new(page);
        RegistrationInput input = RegistrationInput.From(Registrations.Person(), "INTERNET-RUMAH", Guid.Empty);
        await page.SignInAs(Demo.Account(ActorRole.CustomerService));
        await page.GotoInteractive(IntakeUrls.New);
        await page.Locator($"input[name=kind][value={CustomerKind.Person}]").CheckAsync();
        await page.Locator("input[name=product][value=INTERNET-RUMAH]").CheckAsync();
        await form.FillAsync(input, [nameof(PersonData.FullName)]);
        await form.File(DocumentKind.IdentityCard).SetInputFilesAsync(new FilePayload { Name = "salah.png", MimeType = "image/png", Buffer = TestFiles.Png() });
        await page.Locator("li[data-arrived]").Filter(new() { HasText = "salah.png" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = IntakeText.SaveDraft }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "ONB-" }).WaitForAsync();

        await page.GotoInteractive(IntakeUrls.Drafts);
        await page.GetByRole(AriaRole.Link).Filter(new() { HasText = input[nameof(PersonData.FullName)] }).ClickAsync();
        await Assertions.Expect(form.Field(nameof(PersonData.FullName))).ToHaveValueAsync(input[nameof(PersonData.FullName)]);
        await page.GetByRole(AriaRole.Button, new() { Name = IntakeText.RemoveFile.With("salah.png") }).ClickAsync();
        await Assertions.Expect(page.GetByText("salah.png")).ToHaveCountAsync(0);
        await page.Locator($"input[name='{FieldPaths.InputId(FieldPaths.Channel)}'][value={Channel.WhatsApp}]").CheckAsync();
        await form.Field(FieldPaths.ContactAddress).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = IntakeText.Send }).ClickAsync();
        await form.Problems.WaitForAsync();
        await Assertions.Expect(form.Field(FieldPaths.ContactAddress)).ToBeFocusedAsync();
    }

    // Arrow keys choose among the radio buttons of a group, one after the other, and what has the focus is chosen.
    private static async Task ChooseAsync(IPage page, ILocator option)
    {
        ILocator group = page.Locator($"input[name={await option.GetAttributeAsync("name")}]");
        int place = await option.EvaluateAsync<int>("option => [...document.getElementsByName(option.name)].indexOf(option)");
        for (int step = 0; step <= place; step++)
        {
            await page.Keyboard.PressAsync(step == 0 ? "Space" : "ArrowDown");
            await Assertions.Expect(group.Nth(step)).ToBeCheckedAsync();
        }
    }

    private static async Task TabToAsync(IPage page, ILocator field)
    {
        await field.WaitForAsync();
        for (int step = 0; step < 20; step++)
        {
            if (await field.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        await Assertions.Expect(field).ToBeFocusedAsync();
    }
}
