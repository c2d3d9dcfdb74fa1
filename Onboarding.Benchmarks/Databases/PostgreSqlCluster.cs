using System.Diagnostics;
using System.Globalization;

namespace Onboarding.Benchmarks.Databases;

/// <summary>
/// A private PostgreSQL server from the local installation, which writes through to the disk as a real one does. It ends with this program, and
/// its databases with it; whoever wants to keep them starts a server by hand and names it.
/// </summary>
internal sealed class PostgreSqlCluster : IAsyncDisposable
{
    private const string Script = "eng/test-postgres.sh";
    private const int NotInstalled = 3;

    private readonly string _folder;

    private PostgreSqlCluster(string folder, string connectionString) => (_folder, ConnectionString) = (folder, connectionString);

    /// <summary>An administrator's connection string.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts it; null where PostgreSQL is not installed.</summary>
    public static async Task<PostgreSqlCluster?> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"onboarding-benchmark-{Path.GetRandomFileName()}");
        var (exitCode, output) = await RunAsync(["start", folder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)], cancellationToken);
        return exitCode switch
        {
            0 => new PostgreSqlCluster(folder, output),
            NotInstalled => null,
            _ => throw new InvalidOperationException($"{Script} ended with {exitCode}."),
        };
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await RunAsync(["stop", _folder], CancellationToken.None);

    private static async Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        ProcessStartInfo bash = new("bash", [Path.Combine(Repository.Root, Script), .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        bash.Environment["ONBOARDING_TEST_FSYNC"] = "on";
        using var process = Process.Start(bash)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, output.Trim());
    }
}
