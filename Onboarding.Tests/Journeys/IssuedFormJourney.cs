using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Portal.Features.Public;
using Onboarding.Portal.Features.Public.Confirming;
using Onboarding.Tests.Integration.Reports;
using Onboarding.Tests.Journeys.Pages;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>A form is issued, and somebody who knows nothing of the portal finds out that it is genuine, and that an altered one is not.</summary>
public sealed class IssuedFormJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_form_is_issued_confirmed_by_its_code_and_compared_with_a_file()
    {
        PortalHost portal = UsePortal(Demo.Enabled);
        CaseState state = await new CasesAt(portal.Started()).ActivatingAsync();
        StaffDesk desk = await StaffDesk.OpenAsync(await OpenPage(portal), ActorRole.Supervisor, state.Number);
        await desk.Page.Locator("[data-form-kind]").SelectOptionAsync(nameof(ReportKind.ApprovalForm));
        await desk.Page.Locator("[data-issue]").ClickAsync();
        ILocator row = desk.Page.Locator("[data-form=Issued]");
        await Assertions.Expect(row.GetByText(FormsText.Current)).ToBeVisibleAsync(new() { Timeout = 60_000 });
        string address = (await row.Locator("[data-open]").GetAttributeAsync("href"))!;
        byte[] file = await (await desk.Page.APIRequest.GetAsync(new Uri(portal.Address, address).ToString())).BodyAsync();
        string text = await PdfFile.WordsAsync(file);
        string code = Regex.Match(text, "[0-9A-Z]{4}(-[0-9A-Z]{4}){3}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Value;

        IPage page = await OpenPage(portal);
        await page.GotoAsync(PublicUrls.Confirm);
        await page.ShouldHaveNoBarriers();
        await page.GetByLabel(ConfirmText.AskCode).FillAsync(code.ToLowerInvariant());
        await page.GetByRole(AriaRole.Button, new() { Name = ConfirmText.Check }).ClickAsync();
        await Assertions.Expect(page.GetByText(ConfirmText.GenuineTitle)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("FPS/")).ToBeVisibleAsync();
        (await page.ContentAsync()).ShouldNotContain(state.Number);
        await page.ShouldHaveNoBarriers();

        await ChooseAsync(page, "form.pdf", file);
        await Assertions.Expect(page.GetByText(ConfirmText.SameTitle)).ToBeVisibleAsync();

        byte[] altered = [.. file];
        altered[^20] ^= 1;
        await ChooseAsync(page, "altered.pdf", altered);
        await Assertions.Expect(page.GetByText(ConfirmText.DifferentTitle)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText(ConfirmText.SameTitle)).ToBeHiddenAsync();

        await ChooseAsync(page, "photo.pdf", Encoding.ASCII.GetBytes("not a pdf at all"));
        await Assertions.Expect(page.GetByText(ConfirmText.NotPdfTitle)).ToBeVisibleAsync();

        await DropAsync(page, file);
        await Assertions.Expect(page.GetByText(ConfirmText.SameTitle)).ToBeVisibleAsync();
    }

    private static Task ChooseAsync(IPage page, string name, byte[] content) =>
        page.Locator("[data-compare] input").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/pdf", Buffer = content });

    private static async Task DropAsync(IPage page, byte[] content)
    {
        IJSHandle transfer = await page.EvaluateHandleAsync(
            """
            (base64) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], "form.pdf", { type: "application/pdf" }));
              return transfer;
            }
            """,
            Convert.ToBase64String(content));
        await page.Locator("[data-compare] .drop").DispatchEventAsync("drop", new Dictionary<string, object> { ["dataTransfer"] = transfer });
    }
}
