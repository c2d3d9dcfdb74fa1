using Microsoft.Playwright;
using Onboarding.Tests.Support;

[assembly: AssemblyFixture(typeof(ChromiumBrowser))]

namespace Onboarding.Tests.Support;

/// <summary>
/// The browser of the test run, started when the first test asks. Each test takes contexts of its own from it
/// (<see cref="BrowserTest"/>).
/// </summary>
public sealed class ChromiumBrowser : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    private static readonly string[] KnownPlaces =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly Lazy<Task<IBrowser>> _browser;
    private IPlaywright? _playwright;

    /// <summary>Starts nothing yet.</summary>
    public ChromiumBrowser() => _browser = new(Launch);

    /// <summary>The full path of the browser on this machine, or null.</summary>
    public static string? ExecutablePath { get; } = Find();

    /// <summary>A new context, as empty as a new profile; skips the test, with the reason, where there is no browser.</summary>
    public async Task<IBrowserContext> NewContext(BrowserNewContextOptions options)
    {
        Assert.SkipWhen(ExecutablePath is null, "no browser: neither Chromium, Chrome nor Edge was found");
        IBrowser browser = await _browser.Value;
        return await browser.NewContextAsync(options);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated)
        {
            await (await _browser.Value).CloseAsync();
            _playwright?.Dispose();
        }
    }

    private async Task<IBrowser> Launch()
    {
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ExecutablePath,
            // Chromium refuses its sandbox to root.
            Args = OperatingSystem.IsLinux() && string.Equals(Environment.UserName, "root", StringComparison.Ordinal)
                ? [.. Arguments, "--no-sandbox"]
                : Arguments,
        });
    }

    private static string? Find()
    {
        IEnumerable<string> onPath = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names, Path.Combine);
        return onPath.Concat(KnownPlaces).FirstOrDefault(File.Exists);
    }
}
