using Onboarding.Core.Queues;

namespace Onboarding.Portal.Live;

/// <summary>Hands the notices of the one write path to everybody in this process who listens: pages, the hub, the outbox.</summary>
/// <param name="logger">Told of a receiver that fails.</param>
public sealed partial class ChangeFeed(ILogger<ChangeFeed> logger) : IChangePublisher
{
    private readonly Lock _lock = new();
    private Subscription[] _subscriptions = [];

    /// <summary>
    /// Calls the receiver with every notice until the subscription is disposed of. It is called on the writer's thread, so it
    /// must be quick; one that throws hurts nobody but itself.
    /// </summary>
    /// <param name="receiver">Takes a notice.</param>
    /// <param name="missed">Called when notices of other nodes may have been lost: whoever shows cases reads them again.</param>
    public IDisposable Subscribe(Action<CaseChange> receiver, Action? missed = null) => Add(new Subscription(this, receiver, missed, onlyOwn: false));

    /// <summary>
    /// As <see cref="Subscribe"/>, but called before all who subscribed in the usual way: for what is kept in memory and has to be forgotten
    /// before anybody asks for it because of the notice.
    /// </summary>
    /// <param name="receiver">Takes a notice.</param>
    /// <param name="missed">Called when notices may have been lost.</param>
    public IDisposable SubscribeAhead(Action<CaseChange> receiver, Action missed) => Add(new Subscription(this, receiver, missed, onlyOwn: false), isAhead: true);

    /// <summary>As <see cref="Subscribe"/>, without the notices that came from other nodes.</summary>
    /// <param name="receiver">Takes a notice of this process.</param>
    public IDisposable SubscribeToOwn(Action<CaseChange> receiver) => Add(new Subscription(this, receiver, missed: null, onlyOwn: true));

    /// <inheritdoc />
    public void Publish(CaseChange change) => Deliver(change, isOwn: true);

    /// <summary>Hands on what another node published.</summary>
    /// <param name="change">The notice as that node sent it.</param>
    public void PassOn(CaseChange change) => Deliver(change, isOwn: false);

    /// <summary>Says that notices of other nodes may have been lost.</summary>
    public void TellMissed()
    {
        foreach (Subscription subscription in _subscriptions)
        {
            Guarded(subscription, static one => one.Missed?.Invoke());
        }
    }

    private void Deliver(CaseChange change, bool isOwn)
    {
        // The array is replaced, never changed: what was read here stays as it is while its members are called.
        foreach (Subscription subscription in _subscriptions)
        {
            if (isOwn || !subscription.OnlyOwn)
            {
                Guarded(subscription, one => one.Receiver(change));
            }
        }
    }

    private void Guarded(Subscription subscription, Action<Subscription> call)
    {
        try
        {
            call(subscription);
        }
#pragma warning disable CA1031 // The change is committed: whatever one listener does wrong is not the writer's failure.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogReceiverFailed(exception);
        }
    }

    private Subscription Add(Subscription subscription, bool isAhead = false)
    {
        lock (_lock)
        {
            _subscriptions = isAhead ? [subscription, .. _subscriptions] : [.. _subscriptions, subscription];
        }

        return subscription;
    }

    private void Remove(Subscription subscription)
    {
        lock (_lock)
        {
            _subscriptions = [.. _subscriptions.Where(known => known != subscription)];
        }
    }

    [LoggerMessage(EventId = 4001, Level = LogLevel.Error, Message = "A listener failed on a change notice")]
    private partial void LogReceiverFailed(Exception exception);

    private sealed class Subscription(ChangeFeed feed, Action<CaseChange> receiver, Action? missed, bool onlyOwn) : IDisposable
    {
        public Action<CaseChange> Receiver => receiver;

        public Action? Missed => missed;

        public bool OnlyOwn => onlyOwn;

        public void Dispose() => feed.Remove(this);
    }
}
