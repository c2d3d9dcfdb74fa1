using Microsoft.Playwright;
using Onboarding.Core.Reporting.Printing;

namespace Onboarding.Portal.Reports;

/// <summary>
/// Prints reports with an installed Chromium, Chrome or Edge. The browser starts with the first report and stays warm;
/// reports are printed in warm contexts without scripts and network, so many at a time. A browser that broke is replaced and
/// the report tried once more.
/// </summary>
public sealed partial class ReportBrowser : IReportRenderer, IAsyncDisposable
{
    private const int Attempts = 2;

    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly string? _executable;
    private readonly TimeProvider _clock;
    private readonly ILogger<ReportBrowser> _log;
    private readonly TimeSpan _timeLimit;
    private readonly SemaphoreSlim _places;
    private readonly SemaphoreSlim _starting = new(1, 1);
    private RunningBrowser? _running;
    private volatile bool _failing;

    /// <summary>Looks for a browser; starts nothing yet.</summary>
    /// <param name="configuration">Section <c>Pdf</c>: the browser, how many reports at a time, and how long one may take.</param>
    /// <param name="clock">Clock of the time limit.</param>
    /// <param name="log">Log.</param>
    public ReportBrowser(IConfiguration configuration, TimeProvider clock, ILogger<ReportBrowser> log)
    {
        _executable = BrowserFinder.Find(configuration[BrowserFinder.Setting]);
        PrintSettings settings = ReportHosting.Settings(configuration);
        _timeLimit = TimeSpan.FromSeconds(Math.Max(1, settings.TimeLimitSeconds));
        _places = new SemaphoreSlim(Math.Max(1, settings.Parallel));
        _clock = clock;
        _log = log;
    }

    /// <summary>Whether reports can be printed now; asked by <see cref="ReportBrowserHealthCheck"/>.</summary>
    public ReportBrowserStatus Status
    {
        get
        {
            if (_executable is null)
            {
                return ReportBrowserStatus.Absent;
            }

            if (_failing)
            {
                return ReportBrowserStatus.Failing;
            }

            return _running is { IsConnected: true } ? ReportBrowserStatus.Running : ReportBrowserStatus.Ready;
        }
    }

    /// <inheritdoc />
    public bool CanPrint => _executable is not null;

    /// <summary>The running browser, for tests that break it.</summary>
    internal IBrowser? Current => _running?.Browser;

    /// <inheritdoc />
    public async Task<byte[]?> TryPrintAsync(string html, CancellationToken cancellationToken)
    {
        if (_executable is null)
        {
            return null;
        }

        await _places.WaitAsync(cancellationToken);
        try
        {
            for (int attempt = 1; attempt <= Attempts; attempt++)
            {
                if (await TryOnceAsync(html, attempt, cancellationToken) is { } file)
                {
                    _failing = false;
                    return file;
                }
            }

            _failing = true;
            return null;
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Closes the browser. The web server has finished its requests by then.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_running is { } running)
        {
            _running = null;
            await running.DisposeAsync();
        }

        _places.Dispose();
        _starting.Dispose();
    }

    private async Task<byte[]?> TryOnceAsync(string html, int attempt, CancellationToken cancellationToken)
    {
        RunningBrowser? browser = null;
        try
        {
            browser = await GetAsync(cancellationToken);
            return await browser.PrintAsync(html).WaitAsync(_timeLimit, _clock, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever it was, a fresh browser is the one thing that can help; the type says enough and holds no report.
            LogFailure(attempt, failure.GetType().Name);
            await DiscardAsync(browser);
            return null;
        }
    }

    private async Task<RunningBrowser> GetAsync(CancellationToken cancellationToken)
    {
        if (_running is { IsConnected: true } running)
        {
            return running;
        }

        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_running is { IsConnected: true } meanwhile)
            {
                return meanwhile;
            }

            await DiscardAsync(_running);
            RunningBrowser started = await RunningBrowser.StartAsync(_executable!, Arguments);
            _running = started;
            LogStarted(started.Browser.Version);
            return started;
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task DiscardAsync(RunningBrowser? browser)
    {
        if (browser is null)
        {
            return;
        }

        // Only the one that broke: another report may have started the next already.
        Interlocked.CompareExchange(ref _running, null, browser);
        await browser.DisposeAsync();
    }

    [LoggerMessage(EventId = 7001, Level = LogLevel.Information, Message = "The browser for reports started: version {Version}.")]
    private partial void LogStarted(string version);

    [LoggerMessage(EventId = 7002, Level = LogLevel.Warning, Message = "A report could not be printed (attempt {Attempt}): {Failure}.")]
    private partial void LogFailure(int attempt, string failure);
}
