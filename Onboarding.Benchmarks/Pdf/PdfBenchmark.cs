using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Abstractions;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting;
using Onboarding.Core.Seeding;
using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Hosting;
using Onboarding.Portal.Reports;
using Spectre.Console;

namespace Onboarding.Benchmarks.Pdf;

/// <summary>
/// Prints one Laporan Verifikasi many times: with the portal's warm contexts, with a browser that is started for each file, and with
/// the programs of the system that turn HTML into PDF, on the very same HTML.
/// </summary>
/// <param name="core">The core.</param>
/// <param name="console">Where to write.</param>
/// <param name="root">Stylesheets and fonts.</param>
internal sealed class PdfBenchmark(BenchmarkCore core, IAnsiConsole console, string root)
{
    private const double Megabyte = 1024 * 1024;
    private const string Settings = "Pdf";

    private static readonly string[] Folders = ["/usr/bin", "/usr/local/bin"];

    /// <summary>Measures each way and prints a table.</summary>
    public async Task RunAsync(int count, int parallel, CancellationToken cancellationToken)
    {
        string html = await HtmlAsync(cancellationToken);
        string page = Path.Combine(core.Folder, "report.html");
        await File.WriteAllTextAsync(page, html, cancellationToken);
        Table table = new Table().AddColumns("way", "files", "seconds", "files a second", "ms a file", "beside the pool", "memory of all processes", "kB a file");

        double pool = await PoolAsync(table, html, count, parallel, cancellationToken);
        string? browser = Find("chromium", "google-chrome", "microsoft-edge");
        await ProgramAsync(table, "one browser for each file", browser, count, parallel, pool, number =>
            ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", $"--user-data-dir={core.Folder}/profile-{number}", "--no-pdf-header-footer", $"--print-to-pdf={Target(number)}", page], cancellationToken);
        await ProgramAsync(table, "WeasyPrint", Find("weasyprint"), count, parallel, pool, number => [page, Target(number)], cancellationToken);
        await ProgramAsync(table, "LibreOffice", Find("soffice", "libreoffice"), count, parallel: 1, pool, number =>
            ["--headless", $"-env:UserInstallation=file://{core.Folder}/office", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", Path.Combine(core.Folder, $"out-{number}"), page], cancellationToken);
        console.Write(table);
    }

    private string Target(int number) => Path.Combine(core.Folder, $"report-{number}.pdf");

    private static async Task<double> PoolAsync(Table table, string html, int count, int parallel, CancellationToken cancellationToken)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create($"{Settings}:Parallel", (string?)parallel.ToString(CultureInfo.InvariantCulture))]).Build();
        await using ReportBrowser browser = new(configuration, TimeProvider.System, NullLogger<ReportBrowser>.Instance);
        using ProcessTree memory = new();
        long cold = Stopwatch.GetTimestamp();
        byte[] first = await browser.TryPrintAsync(html, cancellationToken) ?? throw new InvalidOperationException("No browser prints here.");
        double start = Stopwatch.GetElapsedTime(cold).TotalSeconds;

        long warm = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => browser.TryPrintAsync(html, cancellationToken)));
        double seconds = Stopwatch.GetElapsedTime(warm).TotalSeconds;
        table.AddRow("the portal's pool, first file", "1", Text(start), Text(1 / start), Text(start * 1000), "", "", Text(first.Length / 1024.0));
        Add(table, "the portal's pool, warm", count, seconds, count / seconds, memory.Most, first.Length);
        return count / seconds;
    }

    private async Task ProgramAsync(
        Table table, string name, string? program, int count, int parallel, double pool, Func<int, string[]> arguments, CancellationToken cancellationToken)
    {
        if (program is null)
        {
            table.AddRow(name, "not installed", "", "", "", "", "", "");
            return;
        }

        using ProcessTree memory = new();
        using SemaphoreSlim places = new(parallel);
        long start = Stopwatch.GetTimestamp();
        int[] codes = await Task.WhenAll(Enumerable.Range(0, count).Select(async number =>
        {
            await places.WaitAsync(cancellationToken);
            try
            {
                ProcessStartInfo info = new(program, arguments(number)) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
                using Process process = Process.Start(info)!;
                await Task.WhenAll(process.StandardError.ReadToEndAsync(cancellationToken), process.StandardOutput.ReadToEndAsync(cancellationToken), process.WaitForExitAsync(cancellationToken));
                return process.ExitCode;
            }
            finally
            {
                places.Release();
            }
        }));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        int failed = codes.Count(code => code != 0);
        long size = Directory.EnumerateFiles(core.Folder, "report*.pdf", SearchOption.AllDirectories).Select(file => new FileInfo(file).Length).FirstOrDefault();
        Add(table, failed == 0 ? name : $"{name} ({failed} failed)", count, seconds, pool, memory.Most, size);
        foreach (string file in Directory.EnumerateFiles(core.Folder, "report*.pdf", SearchOption.AllDirectories).ToList())
        {
            File.Delete(file);
        }
    }

    private static void Add(Table table, string name, int count, double seconds, double pool, long memory, long size) => table.AddRow(
        name,
        count.ToString(CultureInfo.InvariantCulture),
        Text(seconds),
        Text(count / seconds),
        Text(seconds / count * 1000),
        $"{Text(pool / (count / seconds))} x slower",
        $"{Text(memory / Megabyte)} MB",
        Text(size / 1024.0));

    // A case as a supervisor sees it at the end: checks, documents, contacts, history.
    private async Task<string> HtmlAsync(CancellationToken cancellationToken)
    {
        await core.Get<CaseSeeder>().SeedAsync(new SeedSettings(60, 7, []) { CasesWithPictures = 0 }, null, cancellationToken);
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        string number = await context.Cases.Where(owner => owner.Status == CaseStatus.Completed).OrderBy(owner => owner.Id).Select(owner => owner.Number).FirstAsync(cancellationToken);
        Actor supervisor = new("benchmark", "Supervisor", FrozenSet.Create(ActorRole.Supervisor), "benchmark");
        CaseReport report = (await core.Get<ReportReader>().ReadAsync(number, ReportKind.VerificationReport, supervisor, cancellationToken)).Value;
        await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        ReportPages pages = new(services, NullLoggerFactory.Instance);
        using PhysicalFileProvider files = new(Path.GetFullPath(root));
        ReportContext drawn = new("PT Contoh Layanan Nusantara", new DisplayTime(core.Get<WorkingHours>(), TimeProvider.System), TimeProvider.System.GetUtcNow(), supervisor.Name, new ReportStyles(files).InlineText, IsSubstitute: false);
        return await pages.RenderAsync(
            ReportCatalog.Of(ReportKind.VerificationReport).Component,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["Context"] = drawn, ["Model"] = report.Model },
            Language.Indonesian);
    }

    private static string? Find(params string[] names) => Folders.SelectMany(_ => names, Path.Combine).FirstOrDefault(File.Exists);

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
