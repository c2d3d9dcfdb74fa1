using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Onboarding.Benchmarks.Circuits;
using Onboarding.Core.Persistence;

namespace Onboarding.Benchmarks.Portal;

/// <summary>The portal as a process of its own, in demonstration mode for its accounts, on a database of the benchmarks, with the probe plugged in.</summary>
internal sealed class MeasuredPortal : IAsyncDisposable
{
    /// <summary>An account that sees every queue.</summary>
    public const string Supervisor = "indah.supervisor";

    /// <summary>An account of the team that verifies.</summary>
    public const string Administration = "budi.administrasi";

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(5);

    private readonly Process _process;

    private MeasuredPortal(Process process, HttpClient client) => (_process, Client) = (process, client);

    /// <summary>Speaks to it; knows no cookies.</summary>
    public HttpClient Client { get; }

    /// <summary>From the start of the process to the first page that it answered.</summary>
    public TimeSpan Started { get; private set; }

    /// <summary>Starts it and waits for its first page.</summary>
    /// <param name="settings">The database.</param>
    /// <param name="folder">The data folder with its keys.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<MeasuredPortal> StartAsync(DatabaseSettings settings, string folder, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var bin = AppContext.BaseDirectory;
        ProcessStartInfo info = new("dotnet")
        {
            ArgumentList =
            {
                "exec", "--depsfile", Path.Combine(bin, "Onboarding.Benchmarks.deps.json"), "--runtimeconfig", Path.Combine(bin, "Onboarding.Benchmarks.runtimeconfig.json"),
                Path.Combine(bin, "Onboarding.Portal.dll"), "--urls", address.ToString(),
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        info.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = "Onboarding.Benchmarks";
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        info.Environment["Demo__Enabled"] = "true";
        info.Environment["Live__HubConnectionsPerPerson"] = "10000"; // All programs are signed in as one.
        info.Environment["Data__Folder"] = folder;
        info.Environment["Database__Provider"] = settings.Provider.ToString();
        info.Environment["Database__ConnectionString"] = settings.ConnectionString;
        info.Environment["Logging__LogLevel__Default"] = "Warning";
        var start = Stopwatch.GetTimestamp();
        var process = Process.Start(info)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        MeasuredPortal portal = new(process, new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address, Timeout = StartLimit });
        try
        {
            await portal.WaitAsync(start, cancellationToken);
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    /// <summary>The cookie of somebody who has signed in.</summary>
    public Task<string> CookieAsync(string userName, CancellationToken cancellationToken) =>
        Client.GetStringAsync(new Uri($"{PortalProbe.Root}/cookie?user={userName}", UriKind.Relative), cancellationToken);

    /// <summary>How it stands.</summary>
    /// <param name="collects">After everything that nobody needs was thrown away.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<PortalState> StateAsync(bool collects, CancellationToken cancellationToken) =>
        (await Client.GetFromJsonAsync<PortalState>(new Uri($"{PortalProbe.Root}/state{(collects ? "?collect" : string.Empty)}", UriKind.Relative), cancellationToken))!;

    /// <summary>Opens a page without a browser.</summary>
    public Task<CircuitPage> OpenAsync(string cookie, string path, Action<long, ReadOnlyMemory<byte>> drawn, CancellationToken cancellationToken) =>
        CircuitPage.OpenAsync(Client, cookie, path, drawn, cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private async Task WaitAsync(long start, CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(Between);
        while (await timer.WaitForNextTickAsync(cancellationToken) && Stopwatch.GetElapsedTime(start) < StartLimit)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The portal ended with {_process.ExitCode}.");
            }

            try
            {
                using var answer = await Client.GetAsync(new Uri("account/sign-in", UriKind.Relative), cancellationToken);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    Started = Stopwatch.GetElapsedTime(start);
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }

        throw new TimeoutException("The portal did not answer.");
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
