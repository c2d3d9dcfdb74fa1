using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Workflow;
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
        await LookAtDocumentAsync(verifier, () => desk.ClaimAsync());
        await AddDocumentAsync(verifier);
        await verifier.ShouldHaveNoBarriers();
        await desk.VerifyAsync((await host.Services.GetRequiredService<CaseFileReader>().ReadAsync(state.Number, Staff.Dewi, TestContext.Current.CancellationToken)).ShouldBeDone());

        await desk.ClaimAsync();
        await desk.RecordCustomerAsync();

        StaffDesk storage = await StaffDesk.OpenAsync(await OpenPage(host), ActorRole.InformationTechnology, state.Number);
        IPage it = storage.Page;
        await storage.ClaimAsync();
        await it.ShouldHaveNoBarriers();
        await storage.ConfirmStorageAsync();

        (await cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.AwaitingApproval);
    }

    // Whoever begins to verify has the first document beside the first check.
    private static async Task LookAtDocumentAsync(IPage page, Func<Task> begin)
    {
        Task<IResponse> opened = page.WaitForResponseAsync("**/views/**");
        await begin();
        (await opened).Status.ShouldBe(200);
        await Assertions.Expect(page.Locator("figure img")).ToBeVisibleAsync();
    }

    private static async Task AddDocumentAsync(IPage page)
    {
        await page.Locator("details[data-action=AddDocument] > summary").ClickAsync();
        await page.Locator("details[data-action=AddDocument] input[data-choose]").SetInputFilesAsync(
            new FilePayload { Name = "ktp-ulang.png", MimeType = "image/png", Buffer = Registrations.Picture().ToArray() });
        await page.Locator("details[data-action=AddDocument] [data-send]").ClickAsync();
        await Assertions.Expect(page.Locator($"[data-document={DocumentKind.IdentityCard}]")).ToHaveCountAsync(2);
    }
}
