namespace Onboarding.Core.Reporting.Printing;

/// <summary>
/// Tells who prints, and who shows it, that a print request changed: its id and nothing else. Notices stay in this process; whoever
/// listens looks by itself as well, for a request that another node works on.
/// </summary>
public sealed class PrintFeed
{
    private readonly Lock _lock = new();
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

    /// <summary>Says that a request changed.</summary>
    /// <param name="requestId">Which.</param>
    internal void Publish(Guid requestId)
    {
        // The array is replaced, never changed.
        foreach (var receiver in _receivers)
        {
            receiver(requestId);
        }
    }

    private sealed class Subscription(PrintFeed feed, Action<Guid> receiver) : IDisposable
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
