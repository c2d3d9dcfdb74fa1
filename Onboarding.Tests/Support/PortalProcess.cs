using System.Diagnostics;

namespace Onboarding.Tests.Support;

/// <summary>The portal as a process of its own, to be killed (signal 9) and started again.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private readonly Process _process;

    private PortalProcess(Process process) => _process = process;

    /// <summary>True once it ended, whoever ended it.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Starts the portal's own program, with the tests' assembly among those that it can load.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="data">Its data folder.</param>
    /// <param name="environment">Further settings.</param>
    public static PortalProcess Start(TestDatabase database, TemporaryFolder data, params (string Name, string Value)[] environment)
    {
        string folder = AppContext.BaseDirectory;
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList =
            {
                "exec", "--depsfile", Path.Combine(folder, "Onboarding.Tests.deps.json"), "--runtimeconfig", Path.Combine(folder, "Onboarding.Tests.runtimeconfig.json"),
                Path.Combine(folder, "Onboarding.Portal.dll"), "--urls", "http://127.0.0.1:0",
            },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["Data__Folder"] = data.Path;
        start.Environment["Outbox__LeaseSeconds"] = "5";
        start.Environment["Database__Provider"] = database.Kind.ToString();
        start.Environment["Database__ConnectionString"] = database.ConnectionString;
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return new PortalProcess(process);
    }

    /// <summary>Kills it, as a loss of power would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
