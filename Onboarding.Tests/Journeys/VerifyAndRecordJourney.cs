using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Stage2Verification;
using Onboarding.Portal.Features.Stage3Recording;
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

        IPage verifier = await OpenAsync(host, state, ActorRole.Administration);
        await ClaimAsync(verifier);
        await LookAtDocumentAsync(verifier);
        foreach (CheckCode code in VerificationForm.RequiredChecks(Registrations.Person()))
        {
            await RecordAsync(verifier, code);
        }

        await verifier.Locator("button[data-action=CompleteVerification]").ClickAsync();
        await verifier.Locator("form[data-form=CompleteVerification] button[type=submit]").ClickAsync();

        await ClaimAsync(verifier);
        foreach (RecordField field in Enum.GetValues<RecordField>())
        {
            await verifier.Locator($"input[data-field={field}]").CheckAsync();
        }

        await verifier.Locator("[data-record]").ClickAsync();
        await Assertions.Expect(verifier.GetByText(RecordingText.RecordedAs)).ToBeVisibleAsync();

        IPage it = await OpenAsync(host, state, ActorRole.InformationTechnology);
        await ClaimAsync(it);
        await it.Locator("[data-verify]").ClickAsync();
        await Assertions.Expect(it.GetByText(RecordingText.Intact).First).ToBeVisibleAsync();
        foreach (StorageItem item in Enum.GetValues<StorageItem>().Where(item => !StorageChecklist.IsProvenBySystem(item)))
        {
            await it.GetByLabel(DomainTexts.Of(item), new() { Exact = true }).CheckAsync();
        }

        await it.Locator("button[data-action=ConfirmStorage]").ClickAsync();
        await it.Locator("form[data-form=ConfirmStorage] button[type=submit]").ClickAsync();
        await Assertions.Expect(it.Locator("button[data-action=ConfirmStorage], form[data-form=ConfirmStorage]")).ToHaveCountAsync(0);

        (await cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.AwaitingApproval);
    }

    private async Task<IPage> OpenAsync(PortalHost host, CaseState state, ActorRole role)
    {
        IPage page = await OpenPage(host);
        await page.SignInAs(Demo.Account(role));
        await page.GotoInteractive(CaseUrls.Of(state.Number));
        return page;
    }

    private static async Task ClaimAsync(IPage page)
    {
        await page.Locator("[data-work-item=Claim]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-work-item=Release]")).ToBeVisibleAsync();
    }

    private static async Task LookAtDocumentAsync(IPage page)
    {
        Task<IResponse> opened = page.WaitForResponseAsync("**/documents/**");
        await page.Locator("[data-document]").First.ClickAsync();
        (await opened).Status.ShouldBe(200);
        await Assertions.Expect(page.Locator("figure img")).ToBeVisibleAsync();
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
