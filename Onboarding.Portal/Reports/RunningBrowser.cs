using Microsoft.Playwright;

namespace Onboarding.Portal.Reports;

/// <summary>One browser process with the driver that speaks to it.</summary>
internal sealed class RunningBrowser : IAsyncDisposable
{
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
}
