using System.Collections.Concurrent;

namespace Onboarding.Core.Imports;

/// <summary>
/// Tells who shows an import that it got on: its id and nothing else. A few notices a second are enough for a person, so those
/// in between are left out. They stay in this process; a page looks by itself as well, for an import that another node runs.
/// </summary>
/// <param name="clock">Clock.</param>
public sealed class ImportProgressFeed(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<Guid, long> _last = [];
    private Action<Guid>[] _receivers = [];

    /// <summary>Calls the receiver with every notice until the subscription is disposed of. It must be quick and must not throw.</summary>
    public IDisposable Subscribe(Action<Guid> receiver)
    {
        lock (_lock)
        {
            _receivers = [.. _receivers, receiver];
        }

        return new Subscription(this, receiver);
    }

    /// <summary>Says that an import got on.</summary>
    /// <param name="batchId">Which.</param>
    /// <param name="isMoved">It is in another state now; such a notice is never left out.</param>
    internal void Publish(Guid batchId, bool isMoved = false)
    {
        var now = clock.GetTimestamp();
        if (!isMoved && _last.TryGetValue(batchId, out var last) && clock.GetElapsedTime(last, now) < Pause)
        {
            return;
        }

        _last[batchId] = now;
        if (isMoved)
        {
            _last.TryRemove(batchId, out _);
        }

        // The array is replaced, never changed.
        foreach (var receiver in _receivers)
        {
            receiver(batchId);
        }
    }

    private sealed class Subscription(ImportProgressFeed feed, Action<Guid> receiver) : IDisposable
    {
        public void Dispose()
        {
            lock (feed._lock)
            {
                feed._receivers = [.. feed._receivers.Where(known => known != receiver)];
            }
        }
    }
}
