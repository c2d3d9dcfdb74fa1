using System.Diagnostics;

namespace Onboarding.Benchmarks;

/// <summary>How long something took, over many repetitions.</summary>
internal sealed class Measurement
{
    private readonly List<double> _milliseconds = [];

    /// <summary>How often it was measured.</summary>
    public int Count => _milliseconds.Count;

    /// <summary>The longest, in milliseconds.</summary>
    public double Longest => _milliseconds.Max();

    /// <summary>Measures one repetition.</summary>
    public async Task<T> TakeAsync<T>(Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await work();
        _milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }

    /// <summary>Takes over a repetition that was measured elsewhere.</summary>
    public void Add(TimeSpan time) => _milliseconds.Add(time.TotalMilliseconds);

    /// <summary>Forgets all.</summary>
    public void Clear() => _milliseconds.Clear();

    /// <summary>The time that this share of the repetitions stayed within, in milliseconds: the nearest rank.</summary>
    /// <param name="share">From 0 to 1; 0.95 for the 95th percentile.</param>
    public double Percentile(double share)
    {
        var sorted = _milliseconds.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
