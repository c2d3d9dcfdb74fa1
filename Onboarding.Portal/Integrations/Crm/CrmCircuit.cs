using Onboarding.Core.Customers.Crm;

namespace Onboarding.Portal.Integrations.Crm;

/// <summary>
/// Spares a CRM that fails in a row: for a while nothing is sent, and then one request finds out whether it is back. Repeating is the outbox's
/// task, so that it survives a restart. It counts failures in a row, not their share in a time: a CRM that just worked is spared as soon as one that
/// never did, and one that answers slowly as soon as one that answers at once.
/// </summary>
/// <param name="settings">After how many failures it opens, and for how long.</param>
/// <param name="clock">Clock of the break.</param>
internal sealed class CrmCircuit(CrmSettings settings, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private int _failures;
    private long _openedAt;

    /// <summary>True while nothing is sent.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock)
            {
                return HasFailedOften && clock.GetElapsedTime(_openedAt) < settings.Break;
            }
        }
    }

    private bool HasFailedOften => _failures >= settings.BreakerFailures;

    /// <summary>Makes one attempt, unless nothing is sent for now.</summary>
    /// <exception cref="CrmFailedException">It failed, or was not made.</exception>
    public async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellation)
    {
        Enter();
        try
        {
            T result = await attempt(cancellation);
            Note(isIll: false);
            return result;
        }
        catch (CrmFailedException failure)
        {
            // Who refuses a record or asks for a pause is not ill.
            Note(failure.IsTransient && failure.Reason != CrmReason.AskedToWait);
            throw;
        }
    }

    private void Enter()
    {
        lock (_lock)
        {
            if (!HasFailedOften)
            {
                return;
            }

            if (clock.GetElapsedTime(_openedAt) < settings.Break)
            {
                throw new CrmFailedException(CrmReason.CircuitOpen);
            }

            // This one finds out; the others go on waiting for it.
            _openedAt = clock.GetTimestamp();
        }
    }

    private void Note(bool isIll)
    {
        lock (_lock)
        {
            _failures = isIll ? _failures + 1 : 0;
            if (isIll && HasFailedOften)
            {
                _openedAt = clock.GetTimestamp();
            }
        }
    }
}
