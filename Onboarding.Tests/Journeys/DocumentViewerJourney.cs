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

/// <summary>Administrasi looks through papers with the keyboard, and takes further ones in by dropping and pasting them.</summary>
public sealed class DocumentViewerJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    private const string Shown = "[data-pane]:last-child";

    [Fact]
    public async Task A_verifier_pages_turns_and_compares_by_keyboard_and_adds_files_by_drop_and_paste()
    {
        FileTools.Require(ExternalTool.Qpdf, ExternalTool.PdfToPpm);
        PortalHost host = UsePortal(Demo.Enabled);
        CasesAt cases = new(host.Started());
        CaseState state = await cases.ClaimAsync(await cases.ReceivedAsync(), Staff.Sari);
        AddDocumentHandler add = host.Services.GetRequiredService<AddDocumentHandler>();
        foreach (int pages in new[] { 2, 3 })
        {
            (await add.HandleAsync(
                new(new CaseTarget(state.CaseId, null), DocumentKind.Other, $"akta-{pages}.pdf"), new MemoryStream(PdfFile.Plain(pages)), Staff.Sari, TestContext.Current.CancellationToken)).ShouldBeDone();
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

    [Fact]
    public async Task Files_are_dropped_and_pasted_each_gets_its_kind_and_all_arrive()
    {
        PortalHost host = UsePortal(Demo.Enabled);
        CasesAt cases = new(host.Started());
        CaseState state = await cases.ReceivedAsync();
        StaffDesk desk = await StaffDesk.OpenAsync(await OpenPage(host), ActorRole.CustomerService, state.Number);
        IPage page = desk.Page;
        await desk.ClaimAsync();
        await page.Locator("details[data-action=AddDocument] > summary").ClickAsync();
        await page.Locator("details[data-action=AddDocument][data-ready]").WaitForAsync();

        await BringAsync(page, "drop", "ktp-baru.png");
        await Assertions.Expect(page.Locator("[data-upload=Waiting]")).ToHaveCountAsync(1);
        await BringAsync(page, "paste", "tangkapan.png");
        await Assertions.Expect(page.Locator("[data-upload=Waiting]")).ToHaveCountAsync(2);
        await page.Locator("[data-upload=Waiting] select").Last.SelectOptionAsync(nameof(DocumentKind.Other));
        await page.Locator("[data-send]").ClickAsync();

        await Assertions.Expect(page.Locator("[data-upload=Done]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator($"[data-document={DocumentKind.IdentityCard}]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator($"[data-document={DocumentKind.Other}]")).ToHaveCountAsync(1);
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

    // As the browser tells it: a transfer with a file in it, on the place where it is let go.
    private static async Task BringAsync(IPage page, string how, string name) => await page.Locator("details[data-action=AddDocument]").EvaluateAsync(
        """
        (place, { how, name, content }) => {
          const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
          const transfer = new DataTransfer();
          transfer.items.add(new File([bytes], name, { type: "image/png" }));
          const options = { bubbles: true, cancelable: true };
          place.dispatchEvent(how === "drop"
            ? new DragEvent("drop", { ...options, dataTransfer: transfer })
            : new ClipboardEvent("paste", { ...options, clipboardData: transfer }));
        }
        """,
        new { how, name, content = Convert.ToBase64String(Registrations.Picture().ToArray()) });
}
