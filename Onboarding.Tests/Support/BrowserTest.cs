using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Onboarding.Tests.Support;

/// <summary>
/// A test in the browser. Every page it opens is watched: an error that a page throws or writes to its console fails the test,
/// unless the test announced it in <see cref="ExpectedProblems"/>.
/// </summary>
public abstract class BrowserTest(ChromiumBrowser browser) : IAsyncLifetime
{
    private readonly List<PortalHost> _hosts = [];
    private readonly List<IBrowserContext> _contexts = [];
    private readonly List<CutLine> _lines = [];
    private readonly ConcurrentQueue<string> _problems = new();

    /// <summary>Parts of error messages that this test provokes on purpose, for instance by stopping the server.</summary>
    protected ICollection<string> ExpectedProblems { get; } = [];

    /// <inheritdoc />
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (IBrowserContext context in _contexts)
        {
            await context.CloseAsync();
        }

        foreach (CutLine line in _lines)
        {
            await line.DisposeAsync();
        }

        // After the pages: a page that loses its server reports errors, and a server with open pages takes long to stop.
        foreach (PortalHost host in _hosts)
        {
            await host.DisposeAsync();
        }

        // A test that already failed keeps its own message.
        if (TestContext.Current.TestState?.Result is not TestResult.Failed)
        {
            _problems.Distinct(StringComparer.Ordinal).Where(problem => !ExpectedProblems.Any(problem.Contains)).ShouldBeEmpty();
        }
    }

    /// <summary>A portal that stops after the test's pages have closed.</summary>
    /// <param name="settings">Settings that win over appsettings.json.</param>
    protected PortalHost UsePortal(params (string Key, string Value)[] settings) => UsePortal(0, settings);

    /// <summary>A portal at a port that is known before, as after a restart.</summary>
    /// <param name="port">The port; 0 for any free one.</param>
    /// <param name="settings">Settings that win over appsettings.json.</param>
    protected PortalHost UsePortal(int port, params (string Key, string Value)[] settings)
    {
        PortalHost host = new(port, settings);
        _hosts.Add(host);
        return host;
    }

    /// <summary>A line to a portal that the test can cut.</summary>
    protected CutLine UseLine(PortalHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        CutLine line = new(host.Address);
        _lines.Add(line);
        return line;
    }

    /// <summary>Opens a page in a context of its own, as another person at another computer would.</summary>
    /// <param name="host">The portal that relative addresses belong to.</param>
    /// <param name="options">Language, size and so on; by default an Indonesian desktop.</param>
    protected Task<IPage> OpenPage(PortalHost host, BrowserNewContextOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(host);
        return OpenPage(host.Address, options);
    }

    /// <summary>The same for another way to the portal.</summary>
    /// <param name="address">What relative addresses belong to.</param>
    /// <param name="options">Language, size and so on; by default an Indonesian desktop.</param>
    protected async Task<IPage> OpenPage(Uri address, BrowserNewContextOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        options = new BrowserNewContextOptions(options ?? new())
        {
            BaseURL = address.ToString(),
            Locale = options?.Locale ?? "id-ID",
            TimezoneId = options?.TimezoneId ?? "Asia/Jakarta",
        };
        IBrowserContext context = await browser.NewContext(options);
        _contexts.Add(context);
        IPage page = await context.NewPageAsync();
        page.PageError += (_, error) => _problems.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (string.Equals(message.Type, "error", StringComparison.Ordinal))
            {
                _problems.Enqueue($"{message.Text} ({message.Location})");
            }
        };
        return page;
    }
}
