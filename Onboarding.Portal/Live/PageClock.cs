using Onboarding.Core.Sla;

namespace Onboarding.Portal.Live;

/// <summary>
/// The tick of everything that counts down on a page: one timer for each circuit, however many rows count, and none while
/// nothing does. Each of them decides by itself whether it has something new to show.
/// </summary>
/// <param name="clock">Clock.</param>
/// <param name="policies">The working calendar of the office.</param>
public sealed class PageClock(TimeProvider clock, SlaPolicyProvider policies) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private Subscription[] _subscriptions = [];
    private ITimer? _timer;

    /// <summary>The working calendar, once <see cref="PrepareAsync"/> has completed.</summary>
    public WorkingCalendar? Calendar { get; private set; }

    /// <summary>Now (UTC).</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Reads the calendar; at once where it is known already.</summary>
    public async ValueTask PrepareAsync(CancellationToken cancellationToken) => Calendar ??= (await policies.GetAsync(cancellationToken)).Calendar;

    /// <summary>Calls back at each tick, on a thread of the timer, until the subscription is disposed of.</summary>
    public IDisposable Subscribe(Action tick)
    {
        Subscription subscription = new(this, tick);
        lock (_lock)
        {
            _subscriptions = [.. _subscriptions, subscription];
            _timer ??= clock.CreateTimer(static self => ((PageClock)self!).Tick(), this, Period, Period);
        }

        return subscription;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_lock)
        {
            _subscriptions = [];
            _timer?.Dispose();
            _timer = null;
        }
    }

    private void Tick()
    {
        foreach (Subscription subscription in _subscriptions)
        {
            subscription.Call();
        }
    }

    private void Remove(Subscription subscription)
    {
        lock (_lock)
        {
            _subscriptions = [.. _subscriptions.Where(known => known != subscription)];
            if (_subscriptions.Length == 0)
            {
                _timer?.Dispose();
                _timer = null;
            }
        }
    }

    private sealed class Subscription(PageClock owner, Action tick) : IDisposable
    {
        public void Call() => tick();

        public void Dispose() => owner.Remove(this);
    }
}
