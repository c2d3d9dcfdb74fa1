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
    private const string DatabaseVariable = "ONBOARDING_TEST_PORTAL";

    private readonly TemporaryFolder _data = new();
    private readonly (string Key, string Value)[] _settings;
    private TestDatabase? _database;
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
            if (_database is not null)
            {
                await _database.DisposeAsync();
            }

            _data.Dispose();
        }
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        // A data folder of its own: tests run beside each other, and beside a portal that somebody tries by hand.
        builder.UseSetting("Data:Folder", _data.Path);
        UseDatabase(builder);
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

    // The embedded database, as whoever follows the README has it; with ONBOARDING_TEST_PORTAL=PostgreSql the same tests meet the
    // server that a company has, except those that bring a database or a folder of their own.
    private void UseDatabase(IWebHostBuilder builder)
    {
        if (!string.Equals(Environment.GetEnvironmentVariable(DatabaseVariable), nameof(DatabaseKind.PostgreSql), StringComparison.Ordinal)
            || _settings.Any(setting => setting.Key.StartsWith("Database:", StringComparison.Ordinal) || setting.Key is "Data:Folder"))
        {
            return;
        }

        string administrator = Environment.GetEnvironmentVariable(PostgreSqlServer.Variable)
            ?? throw new InvalidOperationException($"{DatabaseVariable} needs {PostgreSqlServer.Variable}.");
        _database ??= Task.Run(() => TestDatabase.CreatePostgreSql(administrator)).GetAwaiter().GetResult();
        builder.UseSetting("Database:Provider", nameof(DatabaseKind.PostgreSql));
        builder.UseSetting("Database:ConnectionString", _database.ConnectionString);
    }
}
