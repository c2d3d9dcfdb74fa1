using System.Globalization;

namespace Onboarding.Benchmarks.Pdf;

/// <summary>
/// Watches the memory of all processes that this one started, and theirs: what a browser takes is not in the process that asks it to
/// print. Shared pages are counted in parts (proportional set size), so that ten processes of one browser are not counted ten times.
/// </summary>
internal sealed class ProcessTree : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly ITimer _timer;
    private long _most;

    /// <summary>Begins to look.</summary>
    public ProcessTree() => _timer = TimeProvider.System.CreateTimer(_ => Look(), null, TimeSpan.Zero, Step);

    /// <summary>The most that all of them had together, in bytes; 0 where the system does not tell.</summary>
    public long Most => Interlocked.Read(ref _most);

    /// <inheritdoc />
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var sum = Directory.Exists("/proc") ? Descendants().Sum(Memory) : 0;
        if (sum > Interlocked.Read(ref _most))
        {
            Interlocked.Exchange(ref _most, sum);
        }
    }

    private static IEnumerable<int> Descendants()
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Parent: Parent(id)))
            .ToLookup(process => process.Parent, process => process.Id);
        var open = new Queue<int>(parents[Environment.ProcessId]);
        while (open.TryDequeue(out var id))
        {
            yield return id;
            foreach (var child in parents[id])
            {
                open.Enqueue(child);
            }
        }
    }

    // The name of a program stands in brackets and may hold anything; what is wanted comes after the last of them.
    private static int Parent(int id) => Read($"/proc/{id}/stat") is { } line
        && int.TryParse(line[(line.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], NumberStyles.None, CultureInfo.InvariantCulture, out var parent)
            ? parent
            : 0;

    private static long Memory(int id) => Read($"/proc/{id}/smaps_rollup")?.Split('\n').FirstOrDefault(line => line.StartsWith("Pss:", StringComparison.Ordinal)) is { } line
        ? long.Parse(line.AsSpan(4, line.IndexOf('k', StringComparison.Ordinal) - 4).Trim(), NumberStyles.None, CultureInfo.InvariantCulture) * 1024
        : 0;

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile.
            return null;
        }
    }
}
