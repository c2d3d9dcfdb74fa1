using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using Onboarding.Core.Audit;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting;
using Onboarding.Portal.Reports;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Reports;

/// <summary>Issuing a report: its trace, a browser that breaks, no browser at all.</summary>
public sealed class ReportIssueTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_browser_the_same_report_is_a_page_to_print()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await core.Cases.ActiveAsync();
        await using ReportPrinter printer = new(core, (BrowserFinder.Setting, "/nowhere/chromium"));

        printer.Browser.Status.ShouldBe(ReportBrowserStatus.Absent);
        IssuedReport report = await printer.ApprovalFormAsync(state.Number);

        report.Format.ShouldBe(ReportFormat.Html);
        string html = Encoding.UTF8.GetString(report.Content);
        html.ShouldStartWith("<!DOCTYPE html>");
        html.ShouldContain("<html lang=\"id\"");
        html.ShouldContain(ReportText.PageInsteadOfFile);
        html.ShouldContain(state.Number);
        html.ShouldNotContain("<style>");
    }

    [Fact]
    public async Task Each_issued_report_stands_in_the_trail_with_the_hash_of_its_bytes()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await core.Cases.ActiveAsync();
        await using ReportPrinter printer = new(core);

        IssuedReport report = await printer.VerificationReportAsync(state.Number, asPage: true);

        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        AuditEvent noted = await context.AuditEvents.SingleAsync(item => item.StreamId == state.CaseId && item.Action == RecordReportIssueHandler.AuditAction, Token);
        noted.ActorName.ShouldBe(Staff.Maya.Name);
        noted.Details!.ShouldContain(Convert.ToHexStringLower(SHA256.HashData(report.Content)));
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Fact]
    public async Task After_a_crash_of_the_browser_the_next_report_is_printed()
    {
        Assert.SkipWhen(ChromiumBrowser.ExecutablePath is null, "no browser: neither Chromium, Chrome nor Edge was found");
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await core.Cases.ActiveAsync();
        await using ReportPrinter printer = new(core);
        printer.Browser.Status.ShouldBe(ReportBrowserStatus.Ready);
        (await printer.ApprovalFormAsync(state.Number)).Format.ShouldBe(ReportFormat.Pdf);
        printer.Browser.Status.ShouldBe(ReportBrowserStatus.Running);

        IBrowser broken = printer.Browser.Current!;
        TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        broken.Disconnected += (_, _) => gone.TrySetResult();
        ICDPSession session = await broken.NewBrowserCDPSessionAsync();

        // Not awaited: the answer dies with the browser.
        _ = session.SendAsync("Browser.crash");

        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        (await printer.ApprovalFormAsync(state.Number)).Format.ShouldBe(ReportFormat.Pdf);
        printer.Browser.Current.ShouldNotBeSameAs(broken);
    }

    [Fact]
    public async Task A_browser_that_is_killed_while_it_prints_is_replaced_and_the_report_printed_all_the_same()
    {
        Assert.SkipWhen(ChromiumBrowser.ExecutablePath is null, "no browser: neither Chromium, Chrome nor Edge was found");
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await using ReportPrinter printer = new(core);
        (await printer.Browser.TryPrintAsync(Page("Hangat"), Token)).ShouldNotBeNull();
        IBrowser broken = printer.Browser.Current!;
        ICDPSession session = await broken.NewBrowserCDPSessionAsync();

        Task<byte[]?> printing = printer.Browser.TryPrintAsync(Page(Endless()), Token);
        printing.IsCompleted.ShouldBeFalse();
        _ = session.SendAsync("Browser.crash");

        (await printing).ShouldNotBeNull();
        printer.Browser.Current.ShouldNotBeSameAs(broken);
        printer.Browser.Status.ShouldBe(ReportBrowserStatus.Running);
    }

    [Fact]
    public async Task A_report_that_takes_too_long_is_given_up_and_does_not_stand_in_the_way_of_the_next()
    {
        Assert.SkipWhen(ChromiumBrowser.ExecutablePath is null, "no browser: neither Chromium, Chrome nor Edge was found");
        IConfiguration nothing = new ConfigurationBuilder().Build();
        await using ReportBrowser browser = new(nothing, new ImpatientClock(times: 2), NullLogger<ReportBrowser>.Instance);

        Task<byte[]?> printing = browser.TryPrintAsync(Page(Endless()), Token);

        (await printing).ShouldBeNull();
        browser.Status.ShouldBe(ReportBrowserStatus.Failing);
        (await browser.TryPrintAsync(Page("Berikutnya"), Token)).ShouldNotBeNull();
        browser.Status.ShouldBe(ReportBrowserStatus.Running);
    }

    // Both attempts at the first report are over their time at once; after that nobody is hurried.
    private sealed class ImpatientClock(int times) : TimeProvider
    {
        private int _left = times;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Interlocked.Decrement(ref _left) >= 0 ? TimeSpan.Zero : dueTime, period);
    }

    private static string Page(string content) => $"<!DOCTYPE html><html lang=\"id\"><head><title>Uji</title></head><body>{content}</body></html>";

    // Seconds of work for a browser, and no problem for it in the end.
    private static string Endless() => string.Concat(Enumerable.Range(0, 4_000).Select(row => $"<p>Baris {row}</p>"));

    [Fact]
    public async Task A_report_can_neither_run_scripts_nor_reach_the_network()
    {
        Assert.SkipWhen(ChromiumBrowser.ExecutablePath is null, "no browser: neither Chromium, Chrome nor Edge was found");
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        await using ReportPrinter printer = new(core);

        byte[]? file = await printer.Browser.TryPrintAsync(
            """<!DOCTYPE html><html lang="id"><body><p id="a">Tetap</p><img src="http://127.0.0.1:9/x.png" alt="gambar"><script>document.getElementById("a").textContent = "Berubah";</script></body></html>""",
            Token);

        string text = await PdfFile.WordsAsync(file.ShouldNotBeNull());
        text.ShouldContain("Tetap");
        text.ShouldNotContain("Berubah");
    }

    [Fact]
    public async Task Several_reports_at_once_are_all_printed()
    {
        Assert.SkipWhen(ChromiumBrowser.ExecutablePath is null, "no browser: neither Chromium, Chrome nor Edge was found");
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        var state = await core.Cases.ActiveAsync();
        await using ReportPrinter printer = new(core);

        IssuedReport[] reports = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => printer.ApprovalFormAsync(state.Number)));

        reports.ShouldAllBe(report => report.Format == ReportFormat.Pdf);
    }
}
