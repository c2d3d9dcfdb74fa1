using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Tools;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Cases;
using Onboarding.Tests.Journeys.Pages;
using Onboarding.Tests.Support;
using Onboarding.Tests.Support.Files;

namespace Onboarding.Tests.Journeys;

/// <summary>Administrasi looks through papers with the keyboard.</summary>
public sealed class DocumentViewerJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    private const string Shown = "[data-pane]:last-child";

    [Fact]
    public async Task A_verifier_pages_turns_and_compares_by_keyboard()
    {
        FileTools.Require(ExternalTool.Qpdf, ExternalTool.PdfToPpm);
        PortalHost host = UsePortal(Demo.Enabled);
        CasesAt cases = new(host.Started());
        CaseState state = await cases.ClaimAsync(await cases.ReceivedAsync(), Staff.Sari);
        AddDocumentHandler add = host.Services.GetRequiredService<AddDocumentHandler>();
        foreach (int pages in new[] { 2, 3 })
        {
            (await add.HandleAsync(
                new(new CaseTarget(state.CaseId, null), DocumentKind.Other, $"akta-{pages}.pdf") { ReplacementId = FileSender.NewId() }, new MemoryStream(PdfFile.Plain(pages)), Staff.Sari, TestContext.Current.CancellationToken)).ShouldBeDone();
        }

        StaffDesk desk = await StaffDesk.OpenAsync(await OpenPage(host), ActorRole.Compliance, state.Number);
        IPage page = desk.Page;
        await page.Locator($"[data-document={DocumentKind.Other}]").First.ClickAsync();
        await Assertions.Expect(page.Locator("[data-viewer][data-ready] img")).ToHaveJSPropertyAsync("complete", true);

        await PageByKeyboardAsync(page);
        await TurnAndCompareAsync(page);
        CaseFile file = (await host.Services.GetRequiredService<CaseFileReader>().ReadAsync(state.Number, Staff.Ratna, TestContext.Current.CancellationToken)).ShouldBeDone();
        file.Timeline.Count(entry => entry.Action == AuditWords.DocumentOpened).ShouldBe(2, "one for each version, however often it was paged, turned and zoomed");
    }

    private static async Task PageByKeyboardAsync(IPage page)
    {
        await page.Keyboard.PressAsync("v");
        await Assertions.Expect(page.Locator("[data-paper]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(page.Locator("[data-page]")).ToHaveAttributeAsync("data-page", "2");
        await page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(page.Locator("[data-page]")).ToHaveAttributeAsync("data-page", "3");
        await page.Keyboard.PressAsync("PageUp");
        await Assertions.Expect(page.Locator("[data-page]")).ToHaveAttributeAsync("data-page", "2");
        await Assertions.Expect(page.Locator($"{Shown} img")).ToHaveJSPropertyAsync("complete", true);
    }

    private static async Task TurnAndCompareAsync(IPage page)
    {
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.Locator($"{Shown} img")).ToHaveCSSAsync("rotate", "90deg");
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.Locator("[data-pane]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("[data-pane] img")).ToHaveCountAsync(2);
        await page.Locator($"{Shown} [data-paper]").FocusAsync();
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.Locator($"{Shown} img")).ToHaveCSSAsync("rotate", "0deg");
    }
}
