using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Onboarding.Core.Imports;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features.Queues;
using Onboarding.Portal.Features.Stage1Intake.Imports;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Journeys;

/// <summary>Customer Service imports registrations from a file.</summary>
public sealed partial class ImportJourney(ChromiumBrowser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task A_file_with_errors_is_mended_imported_and_its_cases_stand_in_the_queue()
    {
        IPage page = await OpenPage(UsePortal(Demo.Enabled), new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await page.SignInAs(Demo.Account(ActorRole.CustomerService));
        await page.GotoInteractive(ImportUrls.List);
        await page.Locator("[data-column-help] summary").ClickAsync();
        await NothingOverflowsAsync(page);
        await page.ShouldHaveNoBarriers();

        // What is wrong is shown by row and column, and nothing is registered.
        await UploadAsync(page, ImportFiles.Lines(
            ImportFiles.PersonHeading, ImportFiles.Row(4901), "\"" + ImportFiles.Row(4902), ImportFiles.Row(4903).Replace("20/11/2026", "kemarin", StringComparison.Ordinal)));
        await StateAsync(page, ImportState.Checked);
        await Assertions.Expect(page.Locator("[data-problem='ImportProblemCode.QuoteNotClosed']")).ToContainTextAsync("nama_lengkap");
        await Assertions.Expect(page.Locator("[data-problem='ImportProblemCode.DateUnreadable']")).ToContainTextAsync("tanggal_persetujuan");
        await Assertions.Expect(page.Locator("[data-start]")).ToBeDisabledAsync();
        await NothingOverflowsAsync(page);
        await page.ShouldHaveNoBarriers();

        IDownload problems = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = ImportText.DownloadProblems }).ClickAsync());
        problems.SuggestedFilename.ShouldBe($"{ImportText.ProblemsFile}-pelanggan.csv");

        // The mended file is started by keyboard; the page follows by itself.
        await UploadAsync(page, ImportFiles.Persons(4901, 4902, 4903));
        await StateAsync(page, ImportState.Checked);
        await page.Keyboard.PressAsync("Control+Enter");
        await StateAsync(page, ImportState.Done);
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(3);
        string number = await page.Locator("[data-row='3'] a").InnerTextAsync();
        await NothingOverflowsAsync(page);
        await page.ShouldHaveNoBarriers();

        await page.GetByRole(AriaRole.Link, new() { Name = ImportText.OpenQueue }).ClickAsync();
        await page.ArriveAtAsync($"**{QueueUrls.Of(ActorRole.CustomerService)}**");
        await page.GetByText(number).First.WaitForAsync();
    }

    private static async Task UploadAsync(IPage page, MemoryStream file)
    {
        await page.GotoInteractive(ImportUrls.List);
        await page.Locator("#import-product").SelectOptionAsync("INTERNET-RUMAH");
        await page.Locator("#import-evidence").FillAsync("Map 12, lemari arsip loket");
        await page.Locator("#import-file").SetInputFilesAsync(new FilePayload { Name = "pelanggan.csv", MimeType = "text/csv", Buffer = file.ToArray() });
        await page.GetByText("pelanggan.csv").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = ImportText.Send }).ClickAsync();
        await page.ArriveAtAsync(OneImport());
    }

    private static Task StateAsync(IPage page, ImportState state) => page.Locator($"[data-import={state}]").WaitForAsync();

    private static async Task NothingOverflowsAsync(IPage page) =>
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();

    [GeneratedRegex("/intake/import/[0-9a-f-]{36}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OneImport();
}
