using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Portal;

namespace Onboarding.Tests.Support;

/// <summary>
/// The whole portal in the test's process, on a free port of the loopback interface, as in production: a browser, a web socket
/// or an <see cref="HttpClient"/> reaches it like any other server.
/// </summary>
public class PortalHost : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _data = new();
    private readonly (string Key, string Value)[] _settings;
    private bool _isDisposed;

    /// <summary>Prepares a host; it starts when <see cref="Address"/> is first read.</summary>
    /// <param name="settings">Settings that win over appsettings.json.</param>
    public PortalHost(params (string Key, string Value)[] settings)
        : this(0, settings)
    {
    }

    /// <summary>Prepares a host at an address that is known before, as after a restart.</summary>
    /// <param name="port">The port; 0 for any free one.</param>
    /// <param name="settings">Settings that win over appsettings.json.</param>
    public PortalHost(int port, params (string Key, string Value)[] settings)
    {
        _settings = settings;
        UseKestrel(port);
    }

    /// <summary>The portal's clock.</summary>
    public ShiftedClock Clock { get; } = new();

    /// <summary>True for a test that is about files: then the installed programs look into them.</summary>
    public bool InspectsDocuments { get; init; }

    /// <summary>Where the portal listens.</summary>
    public Uri Address
    {
        get
        {
            StartServer();
            return ClientOptions.BaseAddress;
        }
    }

    /// <summary>The services of the portal, started.</summary>
    public IServiceProvider Started()
    {
        StartServer();
        return Services;
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
        if (!_isDisposed)
        {
            _isDisposed = true;
            SqliteConnection.ClearAllPools();
            _data.Dispose();
        }
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        // A data folder of its own: tests run beside each other, and beside a portal that somebody tries by hand.
        builder.UseSetting("Data:Folder", _data.Path);
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            if (!InspectsDocuments)
            {
                services.AddSingleton<IDocumentInspector, TrustingInspector>();
            }
        });
        foreach ((string key, string value) in _settings)
        {
            builder.UseSetting(key, value);
        }
    }
}
