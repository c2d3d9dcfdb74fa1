using System.Diagnostics;

namespace Onboarding.Benchmarks;

/// <summary>Looks at the memory of the process every few milliseconds.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private readonly ITimer _timer;
    private long _most;
    private long _mostManaged;

    /// <summary>Begins to look.</summary>
    public MemoryWatch() => _timer = TimeProvider.System.CreateTimer(_ => Look(), null, TimeSpan.Zero, Step);

    /// <summary>The most memory that the whole process had, in bytes.</summary>
    public long Most
    {
        get
        {
            Look();
            return Interlocked.Read(ref _most);
        }
    }

    /// <summary>The most that objects of the program took, in bytes, with those that were not collected yet.</summary>
    public long MostManaged
    {
        get
        {
            Look();
            return Interlocked.Read(ref _mostManaged);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        using var process = Process.GetCurrentProcess();
        KeepGreater(ref _most, process.WorkingSet64);
        KeepGreater(ref _mostManaged, GC.GetTotalMemory(forceFullCollection: false));
    }

    private static void KeepGreater(ref long most, long value)
    {
        long seen;
        while (value > (seen = Interlocked.Read(ref most)) && Interlocked.CompareExchange(ref most, value, seen) != seen)
        {
            // Somebody else wrote meanwhile.
        }
    }
}
