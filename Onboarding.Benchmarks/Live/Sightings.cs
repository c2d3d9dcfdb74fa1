using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Onboarding.Benchmarks.Live;

/// <summary>
/// Which change was seen on how many pages, and when. Each change carries a name of its own, which the pages show; several changes of one row at once
/// become one picture, which shows the last.
/// </summary>
internal sealed class Sightings
{
    private const int Digits = 7;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private static readonly byte[] Mark = Encoding.UTF8.GetBytes("Tugas-");

    private readonly ConcurrentDictionary<int, Change> _changes = [];
    private int _last;

    /// <summary>The name of the next change.</summary>
    /// <param name="pages">How many pages are to show it.</param>
    public string Next(int pages)
    {
        var number = Interlocked.Increment(ref _last);
        _changes[number] = new Change(pages);
        return string.Create(CultureInfo.InvariantCulture, $"Tugas-{number:0000000}");
    }

    /// <summary>Forgets what was seen so far.</summary>
    public void Clear() => _changes.Clear();

    /// <summary>Notes when a change was committed.</summary>
    public void Committed(string name, long at)
    {
        if (_changes.TryGetValue(int.Parse(name.AsSpan(Mark.Length), CultureInfo.InvariantCulture), out var change))
        {
            change.CommittedAt = at;
        }
    }

    /// <summary>Looks through a picture.</summary>
    public void Look(long at, ReadOnlySpan<byte> picture)
    {
        for (int found; (found = picture.IndexOf(Mark)) >= 0; picture = picture[(found + Mark.Length)..])
        {
            if (int.TryParse(picture.Slice(found + Mark.Length, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && _changes.TryGetValue(number, out var change))
            {
                change.SeenAt.Add(at);
            }
        }
    }

    /// <summary>Completes when every page has shown every change, or nothing more comes.</summary>
    public async Task SettledAsync(CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(Step);
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Patience && _changes.Values.Any(change => change.SeenAt.Count < change.Pages))
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>From the commit to each page.</summary>
    public Measurement Delays()
    {
        Measurement delays = new();
        foreach (var change in _changes.Values.Where(change => change.CommittedAt > 0))
        {
            foreach (var at in change.SeenAt)
            {
                delays.Add(Stopwatch.GetElapsedTime(change.CommittedAt, at));
            }
        }

        return delays;
    }

    /// <summary>How many of a hundred sightings are missing.</summary>
    public double Missing(int pages) => 100d * (1 - (_changes.Values.Sum(change => Math.Min(pages, change.SeenAt.Count)) / (double)(_changes.Count * pages)));

    private sealed class Change(int pages)
    {
        public int Pages => pages;

        public long CommittedAt { get; set; }

        public ConcurrentBag<long> SeenAt { get; } = [];
    }
}
