namespace Onboarding.Portal.Integrations;

/// <summary>
/// Spares another system that fails in a row: for a while it is not asked, and then one request finds out whether it is back. It counts
/// failures in a row, not their share in a time: a system that just worked is spared as soon as one that never did, and one that answers
/// slowly as soon as one that answers at once. Repeating is the outbox's task, so that it survives a restart.
/// </summary>
/// <param name="failures">After how many failures in a row it opens.</param>
/// <param name="pause">For how long.</param>
/// <param name="clock">Clock of the pause.</param>
internal sealed class FailureCircuit(int failures, TimeSpan pause, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private int _inARow;
    private long _openedAt;

    /// <summary>True while nothing is asked.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock)
            {
                return IsPaused;
            }
        }
    }

    private bool IsPaused => _inARow >= failures && clock.GetElapsedTime(_openedAt) < pause;

    /// <summary>True when one attempt may be made; after a pause only for the first who asks, while the others go on waiting for what it finds.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            if (IsPaused)
            {
                return false;
            }

            if (_inARow >= failures)
            {
                _openedAt = clock.GetTimestamp();
            }

            return true;
        }
    }

    /// <summary>The system answered, if only with a refusal.</summary>
    public void Succeed()
    {
        lock (_lock)
        {
            _inARow = 0;
        }
    }

    /// <summary>The system is ill.</summary>
    public void Fail()
    {
        lock (_lock)
        {
            _inARow++;
            if (_inARow >= failures)
            {
                _openedAt = clock.GetTimestamp();
            }
        }
    }
}
