using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Onboarding.Portal.Reports;

/// <summary>
/// One browser process with the driver that speaks to it, and its warm contexts. A context has neither scripts nor network, so
/// nothing of one report can stay in it for the next; after a number of reports it is replaced all the same.
/// </summary>
internal sealed class RunningBrowser : IAsyncDisposable
{
    private const int MostUses = 100;

    private readonly ConcurrentBag<WarmContext> _idle = [];
    private readonly IPlaywright _driver;
    private int _isDisposed;

    private RunningBrowser(IPlaywright driver, IBrowser browser)
    {
        _driver = driver;
        Browser = browser;
    }

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; }

    /// <summary>False once the process ended, whoever ended it.</summary>
    public bool IsConnected => _isDisposed == 0 && Browser.IsConnected;

    /// <summary>Starts driver and browser.</summary>
    public static async Task<RunningBrowser> StartAsync(string executable, IEnumerable<string> arguments)
    {
        IPlaywright driver = await Playwright.CreateAsync();
        try
        {
            IBrowser browser = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = executable,
                // Chromium refuses its sandbox to root.
                Args = OperatingSystem.IsLinux() && string.Equals(Environment.UserName, "root", StringComparison.Ordinal)
                    ? [.. arguments, "--no-sandbox"]
                    : arguments,
                HandleSIGHUP = false,
                HandleSIGINT = false,
                HandleSIGTERM = false,
            });
            return new RunningBrowser(driver, browser);
        }
        catch
        {
            driver.Dispose();
            throw;
        }
    }

    /// <summary>Prints a page in a warm context; in a new one when all are at work.</summary>
    /// <param name="html">The whole document.</param>
    public async Task<byte[]> PrintAsync(string html)
    {
        WarmContext context = _idle.TryTake(out WarmContext? idle) ? idle : await WarmContext.OpenAsync(Browser);
        byte[] file = await context.PrintAsync(html);
        if (context.Uses < MostUses)
        {
            _idle.Add(context);
        }
        else
        {
            await context.CloseAsync();
        }

        return file;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        try
        {
            await Browser.CloseAsync();
        }
        catch (PlaywrightException)
        {
            // It is gone already, which is what was wanted.
        }
        finally
        {
            _driver.Dispose();
        }
    }

    private sealed class WarmContext(IBrowserContext context)
    {
        public int Uses { get; private set; }

        public static async Task<WarmContext> OpenAsync(IBrowser browser)
        {
            IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
            {
                JavaScriptEnabled = false,
                Offline = true,
                ServiceWorkers = ServiceWorkerPolicy.Block,
            });
            await context.RouteAsync("**/*", route => route.AbortAsync());
            return new WarmContext(context);
        }

        public async Task<byte[]> PrintAsync(string html)
        {
            Uses++;
            IPage page = await context.NewPageAsync();
            try
            {
                await page.SetContentAsync(html, new PageSetContentOptions { WaitUntil = WaitUntilState.Load });
                return await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true, Tagged = true, Outline = true });
            }
            finally
            {
                await page.CloseAsync();
            }
        }

        public Task CloseAsync() => context.CloseAsync();
    }
}
