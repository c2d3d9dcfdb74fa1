using System.Diagnostics;
using System.Globalization;

namespace Onboarding.Core.Tools;

/// <summary>
/// The one place that starts other programs: without a shell, without the portal's environment, with limits on time, memory,
/// files and output, in a private folder, a few at a time. What exceeds its limits is ended with all its children.
/// </summary>
public sealed class ToolRunner : IDisposable
{
    // Sets the limits of the kernel and then becomes the tool. Part of every Linux (util-linux).
    private const string Limiter = "prlimit";
    private const int MostOpenFiles = 128;

    // What the limiter and the dynamic linker answer when there is a file of that name, but no program that runs.
    private const int CannotExecute = 126;
    private const int NotFound = 127;

    private static readonly string[] UsualFolders = ["/usr/local/bin", "/usr/bin", "/bin"];

    private readonly ToolSettings _settings;
    private readonly DirectoryInfo _root;
    private readonly SemaphoreSlim _slots;

    /// <summary>Makes the runner; nothing is started yet.</summary>
    /// <param name="settings">Where the tools are.</param>
    /// <exception cref="ArgumentException">No folder is set.</exception>
    public ToolRunner(ToolSettings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Folder))
        {
            throw new ArgumentException("No folder for the work of the tools is set.", nameof(settings));
        }

        _settings = settings;
        _root = new DirectoryInfo(Path.GetFullPath(settings.Folder));
        _slots = new SemaphoreSlim(Math.Max(1, settings.Parallel));
    }

    /// <summary>True when the tool and what limits it are installed. Looked up each time: it may be installed while the portal runs.</summary>
    /// <param name="tool">Which.</param>
    public bool Has(ExternalTool tool) => Find(Limiter) is not null && Find(tool.ProgramName()) is not null;

    /// <summary>Makes a private folder; whoever asks for it disposes of it.</summary>
    public ToolFolder OpenFolder() => ToolFolder.Create(_root);

    /// <summary>Removes folders that a killed process left behind.</summary>
    /// <param name="before">Only those not written to since; choose it longer ago than any call takes.</param>
    /// <returns>How many were removed.</returns>
    public int RemoveLeftovers(DateTimeOffset before)
    {
        if (!_root.Exists)
        {
            return 0;
        }

        var leftovers = _root.EnumerateDirectories().Where(folder => folder.LastWriteTimeUtc < before.UtcDateTime).ToList();
        leftovers.ForEach(folder => folder.Delete(recursive: true));
        return leftovers.Count;
    }

    /// <summary>Runs a tool to its end or to its limits.</summary>
    /// <param name="call">What to run.</param>
    /// <param name="cancellationToken">Ends the tool; nothing of it runs on.</param>
    public async Task<ToolOutcome> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (Find(Limiter) is not { } limiter || Find(call.Tool.ProgramName()) is not { } program)
        {
            return new ToolOutcome(ToolEnding.Missing, 0, default);
        }

        await _slots.WaitAsync(cancellationToken);
        try
        {
            using var process = new Process { StartInfo = Prepare(limiter, program, call) };
            process.Start();
            return await FollowAsync(process, call.Limits, cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _slots.Dispose();

    private static ProcessStartInfo Prepare(string limiter, string program, ToolCall call)
    {
        var start = new ProcessStartInfo(limiter)
        {
            UseShellExecute = false,
            WorkingDirectory = call.Folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Limit("as", call.Limits.Memory));
        start.ArgumentList.Add(Limit("cpu", (long)Math.Ceiling(call.Limits.Time.TotalSeconds)));
        start.ArgumentList.Add(Limit("fsize", call.Limits.FileSize));
        start.ArgumentList.Add(Limit("nofile", MostOpenFiles));
        start.ArgumentList.Add(Limit("core", 0));
        start.ArgumentList.Add("--");
        start.ArgumentList.Add(program);
        foreach (var argument in call.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // The portal's own environment holds secrets; a tool gets only what it needs.
        start.Environment.Clear();
        start.Environment["PATH"] = string.Join(':', UsualFolders);
        start.Environment["HOME"] = start.Environment["TMPDIR"] = call.Folder.Path;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        start.Environment["VIPS_DISC_THRESHOLD"] = "1g";
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        return start;
    }

    private static string Limit(string resource, long value) => string.Create(CultureInfo.InvariantCulture, $"--{resource}={value}");

    private static async Task<ToolOutcome> FollowAsync(Process process, ToolLimits limits, CancellationToken cancellationToken)
    {
        // Another program runs in the time of the world, whatever clock a test gives the portal.
        using var timeout = new CancellationTokenSource(limits.Time, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            process.StandardInput.Close();
            var errors = DrainAsync(process.StandardError.BaseStream, either.Token);
            var output = await ReadAsync(process.StandardOutput.BaseStream, limits.Output, either.Token);
            if (output is null)
            {
                return new ToolOutcome(ToolEnding.TooMuchOutput, 0, default);
            }

            await errors;
            await process.WaitForExitAsync(either.Token);
            return process.ExitCode is CannotExecute or NotFound
                ? new ToolOutcome(ToolEnding.Missing, process.ExitCode, default)
                : new ToolOutcome(ToolEnding.Finished, process.ExitCode, output);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new ToolOutcome(ToolEnding.TimedOut, 0, default);
        }
        finally
        {
            await EndAsync(process);
        }
    }

    // Waits for the end as well, so that nothing writes into the folder while it is being removed.
    private static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<byte[]?> ReadAsync(Stream output, int most, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await output.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (kept.Length + count > most)
            {
                return null;
            }

            kept.Write(buffer, 0, count);
        }

        return kept.ToArray();
    }

    // Complaints may quote the file, and there can be any number of them: they are read so that the tool goes on, and forgotten.
    private static Task DrainAsync(Stream errors, CancellationToken cancellationToken) => errors.CopyToAsync(Stream.Null, cancellationToken);

    private string? Find(string program)
    {
        if (_settings.Paths.TryGetValue(program, out var given))
        {
            return File.Exists(given) ? given : null;
        }

        // Elsewhere there is nothing that limits a program's memory, and without limits nothing from outside is decoded.
        return OperatingSystem.IsLinux()
            ? UsualFolders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
            : null;
    }
}
