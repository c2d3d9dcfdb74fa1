using System.Text;
using Microsoft.Extensions.Configuration;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Reporting.Issuing;
using Onboarding.Core.Reporting.Printing;
using Onboarding.Portal.Reports;
using Onboarding.Portal.Features.Dashboard;
using Onboarding.Portal.Reports.Components;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Reports;

/// <summary>What holds of every report as a PDF file, in both languages: tagged, titled, sound, real fonts, numbered pages, nothing cut.</summary>
public sealed class EveryReportTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly FormMark Mark = new("FPS/2026/000123", ConfirmationCode.Read("0123-4567-89AB-CDEF")!);

    [Theory]
    [InlineData(Language.Indonesian)]
    [InlineData(Language.English)]
    public async Task Every_form_of_a_case_is_tagged_titled_sound_and_has_fonts_of_its_own(Language language)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await core.Cases.ActiveAsync();
        await using ReportPrinter printer = Printer(core);

        foreach (ReportKind kind in Enum.GetValues<ReportKind>())
        {
            byte[] file = await printer.MarkedAsync(kind, state.Number, Mark, language);
            Keep(file, $"{kind}-{language}");
            await ShouldBeWellMadeAsync(file, language, $"{kind} {language}");
            string text = await PdfFile.WordsAsync(file);
            text.ShouldContain("FPS/2026/000123");
            text.ShouldContain("0123-4567-89AB-CDEF");
            text.ShouldContain("https://onboarding.example/confirm");
            text.ShouldContain(state.Number);
        }
    }

    [Theory]
    [InlineData(Language.Indonesian)]
    [InlineData(Language.English)]
    public async Task The_papers_that_belong_to_no_case_are_made_the_same_way(Language language)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await core.Cases.ActiveAsync();
        await using ReportPrinter printer = Printer(core);
        Product product = (await core.Get<ProductReader>().FindAsync("INTERNET-BISNIS", TestContext.Current.CancellationToken))!;

        byte[] guide = await printer.DrawAsync<GuideReport>(language, (nameof(GuideReport.Model), product));
        byte[] brochure = await printer.DrawAsync<BrochureReport>(language, (nameof(BrochureReport.Model), product), (nameof(BrochureReport.Address), "https://onboarding.example/products/internet-bisnis"));
        byte[] form = await printer.DrawAsync<BlankFormReport>(
            language, (nameof(BlankFormReport.Model), product), (nameof(BlankFormReport.Group), ApplicantGroup.LegalEntity), (nameof(BlankFormReport.PolicyVersion), "2026-01"));
        Overview figures = (await core.Get<OverviewReader>().ReadAsync(new FigureFilter(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30)), Staff.Maya, TestContext.Current.CancellationToken)).ShouldBeDone();
        byte[] dashboard = await printer.DrawAsync<DashboardReport>(
            language, (nameof(DashboardReport.Model), figures), (nameof(DashboardReport.Names), new DashboardNames([], [], [])));

        foreach ((byte[] file, string name) in new[] { (guide, "Guide"), (brochure, "Brochure"), (form, "BlankForm"), (dashboard, "Dashboard") })
        {
            Keep(file, $"{name}-{language}");
            await ShouldBeWellMadeAsync(file, language, $"{name} {language}");
        }

        (await PdfFile.WordsAsync(guide)).ShouldContain(language == Language.Indonesian ? "Panduan Penggunaan Layanan" : "Service User Guide");
        (await PdfFile.WordsAsync(dashboard)).ShouldContain("01/11/2026 – 30/11/2026");
    }

    [Theory]
    [InlineData("WWWWWWWWWW")]
    [InlineData("Raden Mas Andi Wijayakusuma ")]
    public async Task No_form_cuts_a_name_however_long(string words)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        string name = string.Concat(Enumerable.Repeat(words, 11))[..100].TrimEnd();
        var state = await core.Cases.ActiveAsync(Registrations.Person(7700) with { FullName = name });
        await using ReportPrinter printer = Printer(core, ("Company:Name", "PT Perusahaan Penyelenggara Layanan Telekomunikasi dan Informatika Nusantara Raya (Persero) Tbk"));

        foreach (ReportKind kind in Enum.GetValues<ReportKind>())
        {
            byte[] file = await printer.MarkedAsync(kind, state.Number, Mark);
            Keep(file, $"{kind}-long-{(words.Contains(' ', StringComparison.Ordinal) ? "words" : "one")}");
            (await PdfFile.CharactersAsync(file)).ShouldContain(name.Replace(" ", "", StringComparison.Ordinal), Case.Sensitive, kind.ToString());
        }
    }

    [Fact]
    public async Task The_log_of_a_case_with_much_to_tell_repeats_its_heads_on_every_page()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await ReportCases.TalkativeAsync(core, Registrations.Person());
        await using ReportPrinter printer = Printer(core);

        byte[] file = await printer.MarkedAsync(ReportKind.VerificationLog, state.Number, Mark);
        Keep(file, "VerificationLog-talkative");

        var pages = await PdfFile.PagesAsync(file);
        pages.Count.ShouldBeGreaterThan(1);
        pages.Count(page => page.Contains(ReportText.Evidence, StringComparison.Ordinal)).ShouldBeGreaterThan(1);
        string.Join('\n', pages).ShouldContain("Putaran 25:");
    }

    [Fact]
    public async Task The_company_has_its_own_logo()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await core.Cases.ReceivedAsync();
        string logo = RepositoryFolder.PathOf("Onboarding.Portal", "wwwroot", "logo.svg");
        await using ReportPrinter printer = new(core, (CompanyIdentity.LogoSetting, logo));

        string page = Encoding.UTF8.GetString((await printer.PrintAsync(ReportKind.RegistrationForm, state.Number, asPage: true)).Content);

        System.Net.WebUtility.HtmlDecode(page).ShouldContain($"src=\"data:image/svg+xml;base64,{Convert.ToBase64String(await File.ReadAllBytesAsync(logo, TestContext.Current.CancellationToken))}\"");
    }

    [Theory]
    [InlineData("/nowhere/logo.png")]
    [InlineData("report.css")]
    public void A_logo_that_cannot_be_used_stops_the_start(string file)
    {
        string path = Path.IsPathRooted(file) ? file : RepositoryFolder.PathOf("Onboarding.Portal", "wwwroot", file);
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create(CompanyIdentity.LogoSetting, (string?)path)]).Build();

        Should.Throw<Onboarding.Portal.Hosting.StartupRefusedException>(() => CompanyIdentity.Read(configuration)).Message.ShouldContain(CompanyIdentity.LogoSetting);
    }

    private static async Task ShouldBeWellMadeAsync(byte[] file, Language language, string name)
    {
        var info = await PdfFile.InfoAsync(file);
        info["Tagged"].ShouldBe("yes", name);
        info["Title"].ShouldNotBeNullOrWhiteSpace(name);
        info["Page size"].ShouldContain("A4", Case.Sensitive, name);
        info["JavaScript"].ShouldBe("no", name);
        string raw = Encoding.Latin1.GetString(file);
        raw.ShouldContain(language == Language.Indonesian ? "/Lang (id)" : "/Lang (en)", Case.Sensitive, name);
        raw.ShouldContain("/Outlines", Case.Sensitive, name);
        (await PdfFile.FaultsAsync(file)).ShouldBeEmpty(name);

        var fonts = await PdfFile.FontsAsync(file);
        fonts.ShouldNotBeEmpty(name);
        fonts.ShouldAllBe(font => font.IsEmbedded && font.Type == "CID TrueType" && font.Name.Contains("PlusJakartaSans", StringComparison.Ordinal), name);

        var pages = await PdfFile.PagesAsync(file);
        for (int page = 1; page <= pages.Count; page++)
        {
            pages[page - 1].ShouldContain(language == Language.Indonesian ? $"Halaman {page} dari {pages.Count}" : $"Page {page} of {pages.Count}", Case.Sensitive, name);
        }
    }

    private static ReportPrinter Printer(CoreHost core, params (string Key, string Value)[] settings)
    {
        Assert.SkipWhen(ChromiumBrowser.ExecutablePath is null, "no browser: neither Chromium, Chrome nor Edge was found");
        return new ReportPrinter(core, settings);
    }

    // For a look at the pages: set the variable to a folder.
    private static void Keep(byte[] file, string name)
    {
        if (Environment.GetEnvironmentVariable("ONBOARDING_KEEP_REPORTS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, $"{name}.pdf"), file);
        }
    }
}
