using System.Diagnostics;
using Onboarding.Tests.Support;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace Onboarding.Tests.Support;

/// <summary>
/// The PostgreSQL server of the test run: the one that <c>ONBOARDING_TEST_POSTGRES</c> names (an administrator's connection
/// string), or else a private cluster from the local installation, started when the first test asks and stopped with the run.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    /// <summary>Names a server that is there already.</summary>
    public const string Variable = "ONBOARDING_TEST_POSTGRES";

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly string _folder = Path.Combine("/tmp", "onboarding-" + Path.GetRandomFileName());
    private readonly Lazy<Task<Start>> _start;

    /// <summary>Starts nothing yet.</summary>
    public PostgreSqlServer() => _start = new(Find);

    /// <summary>An administrator's connection string; skips the test, with the reason, where there is no server.</summary>
    public async Task<string> ConnectionString()
    {
        Start start = await _start.Value;
        Assert.SkipWhen(start.ConnectionString is null, start.Reason);
        return start.ConnectionString!;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_start.IsValueCreated && (await _start.Value).IsOurs)
        {
            await Script("stop", _folder);
        }
    }

    private async Task<Start> Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return new Start(given, "", IsOurs: false);
        }

        if (OperatingSystem.IsWindows())
        {
            return new Start(null, $"no PostgreSQL server: {Variable} is not set", IsOurs: false);
        }

        (int exitCode, string output) = await Script(
            "start", _folder, Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return exitCode switch
        {
            0 => new Start(output, "", IsOurs: true),
            3 => new Start(null, $"no PostgreSQL server: {Variable} is not set and PostgreSQL is not installed", IsOurs: false),
            _ => throw new InvalidOperationException($"eng/test-postgres.sh ended with {exitCode}; its log is in {_folder}."),
        };
    }

    private static async Task<(int ExitCode, string Output)> Script(params string[] arguments)
    {
        string script = RepositoryFolder.PathOf("eng", "test-postgres.sh");
        ProcessStartInfo bash = new("bash", [script, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        using Process process = Process.Start(bash)!;
        using CancellationTokenSource limit = new(StartLimit);
        string output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, output.Trim());
    }

    private sealed record Start(string? ConnectionString, string Reason, bool IsOurs);
}
