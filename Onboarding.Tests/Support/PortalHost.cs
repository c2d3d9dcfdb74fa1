using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Onboarding.Portal;

namespace Onboarding.Tests.Support;

/// <summary>
/// The whole portal in the test's process, on a free port of the loopback interface, as in production: a browser, a web socket
/// or an <see cref="HttpClient"/> reaches it like any other server.
/// </summary>
public sealed class PortalHost : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _data = new();
    private readonly (string Key, string Value)[] _settings;

    /// <summary>Prepares a host; it starts when <see cref="Address"/> is first read.</summary>
    /// <param name="settings">Settings that win over appsettings.json.</param>
    public PortalHost(params (string Key, string Value)[] settings)
    {
        _settings = settings;
        UseKestrel(0);
    }

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
        SqliteConnection.ClearAllPools();
        _data.Dispose();
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        // A data folder of its own: tests run beside each other, and beside a portal that somebody tries by hand.
        builder.UseSetting("Data:Folder", _data.Path);
        foreach ((string key, string value) in _settings)
        {
            builder.UseSetting(key, value);
        }
    }
}
