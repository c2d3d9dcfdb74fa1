using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using NSubstitute;
using Onboarding.Core.Imports;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Features;
using Onboarding.Portal.Features.Stage1Intake.Imports;
using Onboarding.Tests.Support;
using Radzen.Blazor;

namespace Onboarding.Tests.Components.Features.Stage1Intake.Imports;

/// <summary>The pages of imports: upload, dry run, start, progress, result.</summary>
public sealed class ImportPageTests(TestDatabases databases) : IClassFixture<TestDatabases>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private CoreHost _core = default!;
    private ImportBench _bench = default!;

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        _bench = new ImportBench(_core, Staff.Sari);
    }

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _core.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_taken_with_what_is_said_of_it_and_the_job_is_woken()
    {
        IRenderedComponent<ImportListPage> page = _bench.Render<ImportListPage>();
        page.WaitForElement("#import-product option[value=INTERNET-RUMAH]", Patience);

        page.Find("form[data-upload-form]").Submit();
        page.Find("#import-file-error").TextContent.ShouldNotBeEmpty();
        page.Find("#import-evidence").GetAttribute("aria-invalid").ShouldBe("true");
        page.FindComponent<InputFile>().UploadFiles(File(ImportFiles.Persons(4701)));
        page.Find("form[data-upload-form]").Submit();
        page.WaitForElement("#import-evidence-error", Patience);
        page.Find("#import-product").Change("INTERNET-RUMAH");
        page.Find("#import-evidence").Change("Map 12");
        page.Find("form[data-upload-form]").Submit();

        page.WaitForAssertion(() => _bench.Address.ShouldMatch(@"/intake/import/[0-9a-f-]{36}$"), Patience);
        ImportBatch batch = (await _core.Get<ImportReader>().ListAsync(null, Staff.Sari, Token)).ShouldBeDone().ShouldHaveSingleItem();
        (batch.FileName, batch.ProductCode, batch.Evidence, batch.State).ShouldBe(("pelanggan.csv", "INTERNET-RUMAH", "Map 12", ImportState.Uploaded));
        await _bench.Scheduler.Received(1).GetScheduler(Arg.Any<CancellationToken>());
    }

    [Fact]
    public void Partners_are_asked_for_where_rows_are_theirs()
    {
        IRenderedComponent<ImportUploadForm> form = _bench.Render<ImportUploadForm>();
        form.WaitForElement("#import-product option[value=INTERNET-RUMAH]", Patience);
        form.FindAll("#import-partner").ShouldBeEmpty();

        form.Find("#import-channel").Change(nameof(Onboarding.Core.Cases.Channel.Partner));
        form.FindComponent<InputFile>().UploadFiles(File(ImportFiles.Persons(4702)));
        form.Find("#import-evidence").Change("Map 12");
        form.Find("form").Submit();

        form.WaitForElement("#import-partner-error", Patience);
    }

    [Fact]
    public void A_file_that_holds_nothing_is_called_empty_and_not_missing()
    {
        IRenderedComponent<ImportUploadForm> form = _bench.Render<ImportUploadForm>();
        form.WaitForElement("#import-product option[value=INTERNET-RUMAH]", Patience);

        form.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary([], "kosong.csv"));
        form.Find("#import-product").Change("INTERNET-RUMAH");
        form.Find("#import-evidence").Change("Map 12");
        form.Find("form").Submit();

        form.WaitForElement("#import-file-error", Patience).TextContent.ShouldBe(DomainText.ImportProblemCode_FileEmpty);
    }

    [Fact]
    public void The_help_names_every_column_that_the_reader_knows()
    {
        IRenderedComponent<TemplateCard> card = _bench.Render<TemplateCard>();

        card.FindAll("[data-column]").Select(row => row.GetAttribute("data-column")).ShouldBe(ImportColumns.All.Select(column => column.Name));
        card.Find("[data-column=jenis_kelamin]").TextContent.ShouldContain("L, P");
        card.Find("[data-column=nik]").TextContent.ShouldContain(ImportText.DemandCitizens);
        card.Find("[data-column=nomor_paspor]").TextContent.ShouldContain(ImportText.DemandForeigners);
    }

    [Fact]
    public async Task A_page_follows_its_import_from_the_dry_run_to_the_cases_without_asking()
    {
        Guid id = await _bench.UploadAsync(ImportFiles.Lines(
            ImportFiles.PersonHeading, ImportFiles.Row(4711), ImportFiles.Row(4712).Replace("20/11/2026", "kemarin", StringComparison.Ordinal)));
        IRenderedComponent<ImportPage> page = _bench.Open(id, ImportState.Uploaded);

        await _bench.RunAsync();
        ImportBench.WaitFor(page, ImportState.Checked);
        IElement problem = page.WaitForElement("[data-problem='ImportProblemCode.DateUnreadable']", Patience);
        problem.TextContent.ShouldContain(ImportText.RowOf.Replace("{0}", "3", StringComparison.Ordinal));
        problem.TextContent.ShouldContain("tanggal_persetujuan");

        // Rows with errors are left out only by somebody who says so.
        page.Find("[data-start]").HasAttribute("disabled").ShouldBeTrue();
        page.Find("[data-leave-out]").Change(true);
        page.Find("[data-start]").Click();
        ImportBench.WaitFor(page, ImportState.Running);
        await _bench.Scheduler.Received(1).GetScheduler(Arg.Any<CancellationToken>());
        page.Find("progress").GetAttribute("value").ShouldBe("0");

        await _bench.RunAsync();
        ImportBench.WaitFor(page, ImportState.Done);
        page.WaitForElement("[data-row='2'] a", Patience).TextContent.ShouldStartWith("ONB-");
        page.Find("[data-row='3'] .why").TextContent.ShouldContain(DomainText.ImportProblemCode_DateUnreadable);
        page.FindAll("[data-start], [data-cancel]").ShouldBeEmpty();
        page.Find("[data-row='3'] [data-all-problems]").GetAttribute("href").ShouldBe(ImportUrls.Of(id, new ImportView { Row = 3 }) + ImportUrls.ProblemsPlace);
        page.FindAll("[data-row='2'] [data-all-problems]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Stopping_and_going_on_are_buttons_of_their_states()
    {
        Guid id = await _bench.UploadAsync(ImportFiles.Persons(4721, 4722));
        await _bench.RunAsync();
        IRenderedComponent<ImportPage> page = _bench.Open(id, ImportState.Checked);
        page.Find("[data-start]").Click();
        ImportBench.WaitFor(page, ImportState.Running);

        page.Find("[data-cancel]").Click();
        page.WaitForAssertion(() => page.FindAll("[data-cancel]").ShouldBeEmpty(), Patience);
        page.Markup.ShouldContain(ImportText.StoppingText);
        await _bench.RunAsync();
        ImportBench.WaitFor(page, ImportState.Cancelled);

        page.Find("[data-start]").TextContent.ShouldContain(ImportText.Resume);
        page.Find("[data-start]").Click();
        ImportBench.WaitFor(page, ImportState.Running);
        await _bench.RunAsync();
        ImportBench.WaitFor(page, ImportState.Done);
        page.WaitForAssertion(() => page.FindAll("[data-row]").Count.ShouldBe(2), Patience);
    }

    [Fact]
    public async Task One_that_rests_is_ended_by_somebody_who_says_so_twice()
    {
        Guid id = await _bench.UploadAsync(ImportFiles.Persons(4726));
        await _bench.RunAsync();
        IRenderedComponent<ImportPage> page = _bench.Open(id, ImportState.Checked);
        IRenderedComponent<RadzenDialog> dialog = _bench.Render<RadzenDialog>();

        page.Find("[data-end]").Click();
        dialog.WaitForElement(".button-danger", Patience).ParentElement!.QuerySelector(".button:not(.button-danger)")!.Click();
        page.WaitForAssertion(() => page.Find("[data-end]").HasAttribute("disabled").ShouldBeFalse(), Patience);
        page.Find("[data-end]").Click();
        dialog.WaitForElement(".button-danger", Patience).Click();
        ImportBench.WaitFor(page, ImportState.Ended);

        page.FindAll("[data-start], [data-cancel], [data-end]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_kept_out_says_why_and_offers_no_start()
    {
        Guid id = await _bench.UploadAsync(ImportFiles.Lines("nama_lengkap;nik", "Budi;1"));
        await _bench.RunAsync();

        IRenderedComponent<ImportPage> page = _bench.Open(id, ImportState.Checked);

        page.FindAll("[data-file-problems] li").Count.ShouldBeGreaterThan(1);
        page.FindAll("[data-start], [data-problem]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Problems_are_shown_a_page_at_a_time_and_filtered_by_the_address()
    {
        IEnumerable<string> rows = Enumerable.Range(0, ImportReader.PageSize + 10)
            .Select(index => ImportFiles.Row(4730 + index).Replace("20/11/2026", index == 3 ? "0" : "kemarin", StringComparison.Ordinal));
        Guid id = await _bench.UploadAsync(ImportFiles.Lines([ImportFiles.PersonHeading, .. rows]));
        await _bench.RunAsync();

        IRenderedComponent<ImportPage> first = _bench.Open(id, ImportState.Checked);
        first.FindAll("[data-problem]").Count.ShouldBe(ImportReader.PageSize);
        first.Find(".pager a").GetAttribute("href").ShouldBe(ImportUrls.Of(id, new ImportView { AfterProblem = ImportReader.PageSize }));
        first.FindAll("[data-start]").ShouldBeEmpty("no row can be taken");

        _bench.Open(id, ImportState.Checked, new ImportView { AfterProblem = ImportReader.PageSize }).FindAll("[data-problem]").Count.ShouldBe(10);
        _bench.Open(id, ImportState.Checked, new ImportView { Row = 5 }).FindAll("[data-problem]").Count.ShouldBe(1);
        _bench.Open(id, ImportState.Checked, new ImportView { OnlyErrors = true, Row = 9999 }).FindAll("[data-problem]").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_says_that_there_is_nothing_and_then_follows_what_comes()
    {
        IRenderedComponent<ImportListPage> page = _bench.Render<ImportListPage>();
        page.WaitForAssertion(() => page.Markup.ShouldContain(ImportText.NoHistory), Patience);

        Guid id = await _bench.UploadAsync(ImportFiles.Persons(4801));

        page.WaitForElement($"a[href='{ImportUrls.Of(id)}']", Patience);
    }

    [Fact]
    public void An_address_of_no_import_says_so()
    {
        IRenderedComponent<ImportPage> page = _bench.Render<ImportPage>(parameters => parameters.Add(item => item.Id, Guid.Empty));

        page.WaitForAssertion(() => page.Markup.ShouldContain(ImportText.NoImport), Patience);
    }

    [Fact]
    public async Task What_cannot_be_read_offers_to_try_again()
    {
        await using ImportBench stranger = new(_core, Staff.Person("stranger", "Orang Lain", ActorRole.Administration));

        IRenderedComponent<ImportListPage> page = stranger.Render<ImportListPage>();

        page.WaitForElement(".empty[data-tone=danger] button", Patience);
    }

    private static InputFileContent File(MemoryStream file) => InputFileContent.CreateFromBinary(file.ToArray(), "pelanggan.csv");
}
