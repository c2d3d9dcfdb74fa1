using System.Diagnostics;
using System.Text;
using Onboarding.Core.Tools;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Tools;

/// <summary>Whatever a tool does, it ends within its limits, with all that it started, and leaves nothing behind.</summary>
public sealed class ToolRunnerTests : IDisposable
{
    private const long Megabyte = 1024 * 1024;

    private readonly TemporaryFolder _root = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task A_tool_that_takes_too_long_is_ended_with_its_children()
    {
        var mark = $"77{Environment.ProcessId}";
        var outcome = await RunAsync("/bin/sh", ["-c", $"sleep {mark} & sleep {mark}"], Limits(seconds: 1));

        outcome.Ending.ShouldBe(ToolEnding.TimedOut);
        outcome.WasStopped.ShouldBeTrue();
        Running(mark).ShouldBe(0);
    }

    [Fact]
    public async Task A_caller_who_leaves_ends_the_tool()
    {
        var mark = $"78{Environment.ProcessId}";
        using var leaving = new CancellationTokenSource();
        using var runner = Runner("/bin/sh");
        using var folder = runner.OpenFolder();
        var run = runner.RunAsync(Call(folder, ["-c", $"echo started > begun; exec sleep {mark}"], Limits(seconds: 60)), leaving.Token);
        await MailboxAssertions.EventuallyAsync(() => Task.FromResult(Running(mark) > 0), "the tool runs");

        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => run);
        Running(mark).ShouldBe(0);
    }

    [Fact]
    public async Task A_tool_gets_no_more_memory_than_it_may_have()
    {
        var watch = Stopwatch.StartNew();
        var outcome = await RunAsync("/usr/bin/tail", ["/dev/zero"], Limits(seconds: 30) with { Memory = 128 * Megabyte });

        outcome.IsGood.ShouldBeFalse();
        outcome.Ending.ShouldBe(ToolEnding.Finished);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_tool_writes_no_larger_file_than_it_may() =>
        (await RunAsync("/bin/dd", ["if=/dev/zero", "of=large", "bs=1M", "count=50"], Limits(seconds: 30) with { FileSize = Megabyte })).WasStopped.ShouldBeTrue();

    [Fact]
    public async Task A_tool_that_prints_without_end_is_ended() =>
        (await RunAsync("/usr/bin/yes", [], Limits(seconds: 30))).Ending.ShouldBe(ToolEnding.TooMuchOutput);

    [Fact]
    public async Task A_tool_that_complains_without_end_and_stops_is_heard_out() =>
        (await RunAsync("/bin/sh", ["-c", "head -c 5000000 /dev/zero >&2"], Limits(seconds: 30))).IsGood.ShouldBeTrue();

    [Fact]
    public async Task No_shell_reads_the_arguments()
    {
        var outcome = await RunAsync("/bin/echo", ["-n", "$(id) `id` ; id & | > x", "dua kata"], Limits(seconds: 10));

        Encoding.UTF8.GetString(outcome.Output.Span).ShouldBe("$(id) `id` ; id & | > x dua kata");
    }

    [Fact]
    public async Task A_tool_sees_nothing_of_the_environment_of_the_portal()
    {
        Environment.SetEnvironmentVariable("ONBOARDING_SECRET_OF_A_TEST", "rahasia");
        var outcome = await RunAsync("/usr/bin/env", [], Limits(seconds: 10));

        var names = Encoding.UTF8.GetString(outcome.Output.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]);
        names.ShouldBe(["PATH", "HOME", "TMPDIR", "LANG", "VIPS_BLOCK_UNTRUSTED", "VIPS_CONCURRENCY", "VIPS_DISC_THRESHOLD", "OMP_THREAD_LIMIT"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_absent_is_missing_and_not_a_failure_of_the_file()
    {
        (await RunAsync("/nowhere/vips", [], Limits(seconds: 1))).Ending.ShouldBe(ToolEnding.Missing);
        var notAProgram = Path.Combine(_root.Path, "vips");
        await File.WriteAllTextAsync(notAProgram, "not a program", Token);
        (await RunAsync(notAProgram, [], Limits(seconds: 1))).Ending.ShouldBe(ToolEnding.Missing);
        using var runner = Runner("/nowhere/vips");
        runner.Has(ExternalTool.Vips).ShouldBeFalse();
    }

    [Fact]
    public void A_folder_is_private_and_goes_with_all_that_is_in_it()
    {
        using var runner = Runner("/bin/true");
        string path;
        using (var folder = runner.OpenFolder())
        {
            path = folder.Path;
            folder.Create("a").Dispose();
            Directory.CreateDirectory(folder.File("b/c"));
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                File.GetUnixFileMode(folder.File("a")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        Directory.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public void What_a_killed_process_left_behind_is_removed_and_what_is_at_work_is_not()
    {
        using var runner = Runner("/bin/true");
        var left = runner.OpenFolder();
        using var atWork = runner.OpenFolder();
        Directory.SetLastWriteTimeUtc(left.Path, CoreHost.Start.UtcDateTime);
        Directory.SetLastWriteTimeUtc(atWork.Path, CoreHost.Start.UtcDateTime.AddHours(2));

        runner.RemoveLeftovers(CoreHost.Start.AddHours(1)).ShouldBe(1);

        Directory.Exists(left.Path).ShouldBeFalse();
        Directory.Exists(atWork.Path).ShouldBeTrue();
    }

    [Fact]
    public async Task No_more_run_at_the_same_time_than_may()
    {
        using var runner = Runner("/bin/sh", parallel: 1);
        using var folder = runner.OpenFolder();
        string[] script = ["-c", "mkdir only || exit 9; sleep 0.05; rmdir only"];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => runner.RunAsync(Call(folder, script, Limits(seconds: 30)), Token)));

        outcomes.ShouldAllBe(outcome => outcome.IsGood);
    }

    private static ToolLimits Limits(int seconds) => new(TimeSpan.FromSeconds(seconds), 2048 * Megabyte, 64 * Megabyte, 64 * 1024);

    private static ToolCall Call(ToolFolder folder, string[] arguments, ToolLimits limits) => new(ExternalTool.Vips, folder, arguments, limits);

    private static int Running(string mark) => Directory.EnumerateDirectories("/proc").Count(process =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Contains($"sleep\0{mark}\0", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    private ToolRunner Runner(string program, int parallel = 2)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/prlimit"), "prlimit is not installed.");
        return new(new ToolSettings
        {
            Folder = Path.Combine(_root.Path, "work"),
            Paths = new Dictionary<string, string>(StringComparer.Ordinal) { ["vips"] = program },
            Parallel = parallel,
        });
    }

    private async Task<ToolOutcome> RunAsync(string program, string[] arguments, ToolLimits limits)
    {
        using var runner = Runner(program);
        using var folder = runner.OpenFolder();
        return await runner.RunAsync(Call(folder, arguments, limits), Token);
    }
}
