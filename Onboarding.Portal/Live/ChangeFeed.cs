using Onboarding.Core.Queues;

namespace Onboarding.Portal.Live;

/// <summary>Hands the notices of the one write path to everybody in this process who listens: pages, the hub, the outbox.</summary>
public sealed class ChangeFeed : IChangePublisher
{
    private readonly Lock _lock = new();
    private Action<CaseChange>[] _subscribers = [];

    /// <summary>Calls the receiver with every notice until the subscription is disposed of. The receiver must be quick and must not throw.</summary>
    public IDisposable Subscribe(Action<CaseChange> receiver)
    {
        lock (_lock)
        {
            _subscribers = [.. _subscribers, receiver];
        }

        return new Subscription(this, receiver);
    }

    /// <inheritdoc />
    public void Publish(CaseChange change)
    {
        foreach (Action<CaseChange> receiver in _subscribers)
        {
            receiver(change);
        }
    }

    private sealed class Subscription(ChangeFeed feed, Action<CaseChange> receiver) : IDisposable
    {
        public void Dispose()
        {
            lock (feed._lock)
            {
                feed._subscribers = [.. feed._subscribers.Where(known => known != receiver)];
            }
        }
    }
}
