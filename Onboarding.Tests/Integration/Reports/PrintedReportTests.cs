using Onboarding.Core.Cases;
using Onboarding.Core.Queues;
using Onboarding.Core.Reporting;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Reports;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Reports;

/// <summary>The reports as PDF files, read back by programs that know nothing of the portal.</summary>
public sealed class PrintedReportTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [Fact]
    public async Task The_approval_form_names_case_decision_decider_and_proof()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await core.Cases.ActiveAsync();
        await using ReportPrinter printer = Printer(core, ("Company:Name", "PT Contoh Layanan Nusantara"));

        byte[] file = Pdf(await printer.ApprovalFormAsync(state.Number));
        Keep(file, "approval");

        string text = await PdfFile.WordsAsync(file);
        text.ShouldContain("Form Persetujuan Pelanggan");
        text.ShouldContain("PT Contoh Layanan Nusantara");
        text.ShouldContain(state.Number);
        text.ShouldContain("DISETUJUI");
        text.ShouldContain(Staff.Maya.Name);
        text.ShouldContain(Staff.Dewi.Name);
        text.ShouldContain("3171************");
        text.ShouldNotContain("3171031708909901");
        var info = await PdfFile.InfoAsync(file);
        info["Tagged"].ShouldBe("yes");
        info["Title"].ShouldBe($"Form Persetujuan Pelanggan – {state.Number}");
        info["Page size"].ShouldContain("A4");
        info["JavaScript"].ShouldBe("no");
        System.Text.Encoding.Latin1.GetString(file).ShouldContain("/Lang (id)");
    }

    [Fact]
    public async Task A_rejection_prints_its_reason_and_the_recommendation_before_it()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await ReportCases.RejectedAsync(core);
        await using ReportPrinter printer = Printer(core);

        byte[] file = Pdf(await printer.ApprovalFormAsync(state.Number));
        Keep(file, "rejected");

        string text = await PdfFile.WordsAsync(file);
        text.ShouldContain("DITOLAK");
        text.ShouldContain("Dokumen identitas tidak dapat diterima.");
        text.ShouldContain("Dokumen tidak asli.");
    }

    [Theory]
    [InlineData(Language.Indonesian, "Keberatan calon pelanggan", "Jawaban atas keberatan", "Belum dijawab")]
    [InlineData(Language.English, "Objection of the applicant", "Answer to the objection", "Not answered yet")]
    public async Task An_objection_is_printed_with_who_answered_it(Language language, string objection, string answer, string open)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await ReportCases.RejectedAsync(core);
        (await core.Get<SubmitObjectionHandler>().HandleAsync(new(state.CaseId, "KTP saya masih berlaku."), Actor.Applicant(state.CaseId), TestContext.Current.CancellationToken)).ShouldBeDone();
        await using ReportPrinter printer = Printer(core);
        Words(await printer.ApprovalFormAsync(state.Number, language: language, asPage: true)).ShouldContain(open);

        var concern = (await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.Single();
        (await core.Get<WorkItemHandler>().ClaimAsync(concern.Id, Staff.Hendra, TestContext.Current.CancellationToken)).ShouldBeDone();
        (await core.Get<WorkItemHandler>().ResolveAsync(concern.Id, "Keputusan tetap.", Staff.Hendra, TestContext.Current.CancellationToken)).ShouldBeDone();

        foreach (IssuedReport report in new[]
        {
            await printer.ApprovalFormAsync(state.Number, language: language, asPage: true),
            await printer.VerificationReportAsync(state.Number, language: language, asPage: true),
        })
        {
            string text = Words(report);
            foreach (string word in new[] { objection, "KTP saya masih berlaku.", answer, "Keputusan tetap.", Staff.Hendra.Name })
            {
                text.ShouldContain(word);
            }

            text.ShouldNotContain(open);
        }

        static string Words(IssuedReport report) => System.Net.WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(report.Content));
    }

    [Fact]
    public async Task A_long_verification_report_repeats_its_heads_and_counts_its_pages()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await ReportCases.TalkativeAsync(core, Registrations.Person());
        await using ReportPrinter printer = Printer(core);

        byte[] file = Pdf(await printer.VerificationReportAsync(state.Number));
        Keep(file, "verification");

        var pages = await PdfFile.PagesAsync(file);
        pages.Count.ShouldBeGreaterThan(2);
        for (int page = 1; page <= pages.Count; page++)
        {
            pages[page - 1].ShouldContain($"Halaman {page} dari {pages.Count}");
        }

        // The log of replaced checks runs over a page: its head stands on both.
        pages.Count(page => page.Contains("Bukti dan catatan", StringComparison.Ordinal)).ShouldBeGreaterThan(1);
        string text = string.Join('\n', pages);
        text.ShouldContain("Putaran 1:");
        text.ShouldContain("Putaran 25:");
        text.ShouldContain("Alamat sudah benar sesuai KTP baru.");
        var loaded = await core.Cases.LoadAsync(state.CaseId);
        (await PdfFile.CharactersAsync(file)).ShouldContain(Convert.ToHexStringLower(loaded.Documents[0].Sha256));
    }

    [Fact]
    public async Task The_longest_names_are_not_cut()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        BusinessData business = ReportCases.LongestBusiness();
        RegistrationRules.Check(business, new DateOnly(2026, 11, 23)).Errors.ShouldBeEmpty();
        var state = await core.Cases.ActiveAsync(business);
        var person = await core.Cases.ReceivedAsync(ReportCases.LongestPerson());
        await using ReportPrinter printer = Printer(core, ("Company:Name", "PT Perusahaan Penyelenggara Layanan Telekomunikasi dan Informatika Nusantara Raya (Persero) Tbk"));

        byte[] form = Pdf(await printer.ApprovalFormAsync(state.Number));
        byte[] report = Pdf(await printer.VerificationReportAsync(state.Number));
        byte[] single = Pdf(await printer.VerificationReportAsync(person.Number));
        Keep(form, "longest-approval");
        Keep(report, "longest-verification");
        Keep(single, "longest-person");

        foreach (byte[] file in new[] { form, report })
        {
            string text = await PdfFile.CharactersAsync(file);
            foreach (string value in new[] { business.BusinessName, business.NotaryName!, business.NotaryCity!, business.RepresentativeName, business.RepresentativePosition, business.BeneficialOwner! })
            {
                text.ShouldContain(value.Replace(" ", "", StringComparison.Ordinal));
            }
        }

        (await PdfFile.CharactersAsync(single)).ShouldContain(ReportCases.LongestPerson().FullName);
    }

    [Fact]
    public async Task A_report_in_English_says_so_in_its_language()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await core.Cases.ActiveAsync();
        await using ReportPrinter printer = Printer(core);

        byte[] file = Pdf(await printer.ApprovalFormAsync(state.Number, language: Language.English));
        Keep(file, "approval-english");

        string text = await PdfFile.WordsAsync(file);
        text.ShouldContain("Customer Approval Form");
        text.ShouldContain("APPROVED");
        text.ShouldContain("Page 1 of");
        text.ShouldNotContain("Halaman");
        System.Text.Encoding.Latin1.GetString(file).ShouldContain("/Lang (en)");
    }

    private static ReportPrinter Printer(CoreHost core, params (string Key, string Value)[] settings)
    {
        Assert.SkipWhen(ChromiumBrowser.ExecutablePath is null, "no browser: neither Chromium, Chrome nor Edge was found");
        return new ReportPrinter(core, settings);
    }

    private static byte[] Pdf(IssuedReport report)
    {
        report.Format.ShouldBe(ReportFormat.Pdf);
        return report.Content;
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
