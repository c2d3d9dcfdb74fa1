using System.Diagnostics;
using Microsoft.Playwright;
using Onboarding.Benchmarks.Databases;
using Onboarding.Benchmarks.Portal;
using Onboarding.Benchmarks.Results;
using Onboarding.Core.Persistence;

namespace Onboarding.Benchmarks.Queues;

/// <summary>How long somebody in front of Chromium waits for the rows of a queue, and for the next page behind them.</summary>
/// <param name="databases">The databases.</param>
/// <param name="book">Takes the figures.</param>
internal sealed class BrowserBenchmark(CaseDatabases databases, FigureBook book)
{
    /// <summary>Heading of the figures.</summary>
    public const string Measurement = "Queue page, time to content in Chromium";

    private const string Path = "/queues/administration?queue=Verification";
    private const string Rows = "[data-queue-row]";
    private const string More = "[data-more]";
    private const double MostOfSmallest = 1.5;
    private const int WarmUp = 2;
    private const int Fewest = 3;
    private const int Most = 9;

    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"];

    /// <summary>Measures on every database at every size.</summary>
    public async Task RunAsync(IReadOnlyList<int> sizes, TimeSpan time, CancellationToken cancellationToken)
    {
        if (Browsers.FirstOrDefault(File.Exists) is not { } program)
        {
            book.Tell($"Chromium is not installed: time to content was not measured.");
            return;
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program, Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        foreach (var provider in await databases.ProvidersAsync(cancellationToken))
        {
            (double First, double Next)? smallest = null;
            foreach (var size in sizes)
            {
                await using var core = await databases.OpenAsync(provider, size, CaseMix.Company, cancellationToken);
                var (first, next) = await MeasureAsync(core, browser, time, cancellationToken);
                book.Tell($"{provider}, {size:N0} cases: {first.Count} visits");
                Add("first rows", provider, size, first, smallest?.First);
                Add("next page", provider, size, next, smallest?.Next);
                smallest ??= (first.Percentile(0.5), next.Percentile(0.5));
            }
        }

        book.Print(Measurement);
    }

    private async Task<(Measurement First, Measurement Next)> MeasureAsync(BenchmarkCore core, IBrowser browser, TimeSpan time, CancellationToken cancellationToken)
    {
        await using var portal = await MeasuredPortal.StartAsync(core.Get<DatabaseSettings>(), core.Folder, cancellationToken);
        book.Tell($"the portal answered after {portal.Started.TotalSeconds:0.0} s");
        var cookie = (await portal.CookieAsync(MeasuredPortal.Administration, cancellationToken)).Split('=', 2);
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = portal.Client.BaseAddress!.ToString() });
        await context.AddCookiesAsync([new Cookie { Name = cookie[0], Value = cookie[1], Url = portal.Client.BaseAddress.ToString() }]);
        Measurement first = new();
        Measurement next = new();
        var begun = Stopwatch.GetTimestamp();

        // On a machine that is busy a visit takes seconds: a few then have to do, and each says how long it took.
        for (var visit = 0; first.Count < Fewest || (first.Count < Most && Stopwatch.GetElapsedTime(begun) < time); visit++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await context.NewPageAsync();
            var start = Stopwatch.GetTimestamp();
            await page.GotoAsync(Path);
            await page.Locator(Rows).First.WaitForAsync();
            var shown = Stopwatch.GetElapsedTime(start);
            var rows = await page.Locator(Rows).CountAsync();
            var asked = Stopwatch.GetTimestamp();
            await page.Locator(More).ClickAsync();
            await page.Locator(Rows).Nth(rows).WaitForAsync();
            if (visit >= WarmUp)
            {
                first.Add(shown);
                next.Add(Stopwatch.GetElapsedTime(asked));
            }

            book.Tell($"rows after {shown.TotalMilliseconds:N0} ms, the next after {Stopwatch.GetElapsedTime(asked).TotalMilliseconds:N0} ms");
            await page.CloseAsync();
        }

        return (first, next);
    }

    private void Add(string what, DatabaseProvider provider, int size, Measurement times, double? smallest) =>
        book.Add(new Figure(Measurement, what, provider.ToString(), size, times.Percentile(0.5), "ms")
        {
            High = times.Percentile(0.95),
            Baseline = smallest,
            BaselineIs = smallest is null ? string.Empty : "the smallest size",
            Wanted = smallest is null ? null : new Wanted(MostOfSmallest),
        });
}
