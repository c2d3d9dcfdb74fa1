using Onboarding.Core.Queues;

namespace Onboarding.Portal.Live;

/// <summary>
/// A listener that is told in batches: at once when something changes, and then at most once in each pause, however much
/// changes. It keeps what comes from the moment it is made, and hands it over from <see cref="Start"/> on; so whoever shows
/// cases makes it, reads them, and starts it, and nothing falls in between.
/// </summary>
public sealed class ChangeListener : IDisposable
{
    /// <summary>The pause between two batches of a page: short for the eye, long for a burst of changes.</summary>
    public static readonly TimeSpan PagePause = TimeSpan.FromMilliseconds(100);

    private readonly ChangeInbox _inbox = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _closed;
    private readonly IDisposable _subscription;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _pause;
    private readonly Func<ChangeBatch, Task> _handle;
    private readonly Func<Exception, Task> _fail;
    private int _isStarted;

    /// <summary>Begins to keep notices.</summary>
    /// <param name="feed">Where they come from.</param>
    /// <param name="clock">Measures the pauses.</param>
    /// <param name="pause">The least time between two batches.</param>
    /// <param name="concerns">Which notices to keep; called on the writer's thread.</param>
    /// <param name="handle">Takes a batch, one at a time, on a thread of its own.</param>
    /// <param name="fail">Told when <paramref name="handle"/> fails; the next batch comes nevertheless.</param>
    public ChangeListener(
        ChangeFeed feed, TimeProvider clock, TimeSpan pause, Func<CaseChange, bool> concerns, Func<ChangeBatch, Task> handle, Func<Exception, Task> fail)
    {
        _clock = clock;
        _pause = pause;
        _handle = handle;
        _fail = fail;
        _closed = _closing.Token;
        _subscription = feed.Subscribe(
            change =>
            {
                if (concerns(change) && _inbox.Add(change))
                {
                    Queue();
                }
            },
            () =>
            {
                if (_inbox.AddGap())
                {
                    Queue();
                }
            });
    }

    /// <summary>Hands over what has come so far, and everything from now on. Further calls change nothing.</summary>
    public void Start()
    {
        if (Interlocked.Exchange(ref _isStarted, 1) == 0)
        {
            Queue();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

    // Off the writer's thread, and without its execution context: a page must not inherit the writer's culture or activity.
    private void Queue() => ThreadPool.UnsafeQueueUserWorkItem(static listener => _ = listener.EmptyAsync(), this, preferLocal: false);

    private async Task EmptyAsync()
    {
        try
        {
            while (!_closed.IsCancellationRequested && _inbox.TryTake(out ChangeBatch? batch))
            {
                await HandleAsync(batch);
                await Task.Delay(_pause, _clock, _closed);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed of in a pause.
        }
    }

    private async Task HandleAsync(ChangeBatch batch)
    {
        try
        {
            await _handle(batch);
        }
        catch (Exception exception) when (!_closed.IsCancellationRequested)
        {
            await _fail(exception);
        }
        catch (Exception) when (_closed.IsCancellationRequested)
        {
            // The listener has gone while it was being told.
        }
    }
}
