using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Stage2Verification;
using Onboarding.Portal.Features.Stage3Recording;
using Onboarding.Tests.Journeys.Pages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>Stages 2 and 3 as Administrasi and IT walk them, by clicks alone.</summary>
public sealed class VerifyAndRecordJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Administrasi_verifies_and_records_and_IT_confirms_the_storage()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        CasesAt cases = new(host.Started());
        CaseState state = await cases.InVerificationAsync();

        StaffDesk desk = await StaffDesk.OpenAsync(await OpenPage(host), ActorRole.Administration, state.Number);
        IPage verifier = desk.Page;
        await desk.ClaimAsync();
        await LookAtDocumentAsync(verifier);
        await AddDocumentAsync(verifier);
        foreach (CheckCode code in VerificationForm.RequiredChecks(Registrations.Person()))
        {
            await RecordAsync(verifier, code);
        }

        await verifier.ShouldHaveNoBarriers();

        await desk.DoAsync(CaseAction.CompleteVerification);

        await desk.ClaimAsync();
        foreach (RecordField field in Enum.GetValues<RecordField>())
        {
            await verifier.Locator($"input[data-field={field}]").CheckAsync();
        }

        await verifier.Locator("[data-record]").ClickAsync();
        await Assertions.Expect(verifier.GetByText(RecordingText.RecordedAs)).ToBeVisibleAsync();

        StaffDesk storage = await StaffDesk.OpenAsync(await OpenPage(host), ActorRole.InformationTechnology, state.Number);
        IPage it = storage.Page;
        await storage.ClaimAsync();
        await it.ShouldHaveNoBarriers();
        await it.Locator("[data-verify]").ClickAsync();
        await Assertions.Expect(it.GetByText(RecordingText.Intact).First).ToBeVisibleAsync();
        foreach (StorageItem item in Enum.GetValues<StorageItem>().Where(item => !StorageChecklist.IsProvenBySystem(item)))
        {
            await it.GetByLabel(DomainTexts.Of(item), new() { Exact = true }).CheckAsync();
        }

        await storage.DoAsync(CaseAction.ConfirmStorage);

        (await cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.AwaitingApproval);
    }

    private static async Task LookAtDocumentAsync(IPage page)
    {
        Task<IResponse> opened = page.WaitForResponseAsync("**/documents/**");
        await page.Locator("[data-document]").First.ClickAsync();
        (await opened).Status.ShouldBe(200);
        await Assertions.Expect(page.Locator("figure img")).ToBeVisibleAsync();
    }

    private static async Task AddDocumentAsync(IPage page)
    {
        await page.Locator("details[data-action=AddDocument] summary").ClickAsync();
        await page.Locator("details[data-action=AddDocument] input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "ktp-ulang.png", MimeType = "image/png", Buffer = Registrations.Picture().ToArray() });
        await Assertions.Expect(page.Locator($"[data-document={DocumentKind.IdentityCard}]")).ToHaveCountAsync(2);
    }

    private static async Task RecordAsync(IPage page, CheckCode code)
    {
        await page.Locator($"button[data-check={code}]").ClickAsync();
        ILocator form = page.Locator($"form[data-check-form={code}]");
        await form.GetByLabel(DomainTexts.Of(CheckResult.Passed), new() { Exact = true }).CheckAsync();
        await form.GetByLabel(VerificationText.Evidence, new() { Exact = true }).FillAsync("KTP asli, foto versi 1");
        await form.GetByRole(AriaRole.Button, new() { Name = VerificationText.Save }).ClickAsync();
        await Assertions.Expect(form).ToHaveCountAsync(0);
    }
}
