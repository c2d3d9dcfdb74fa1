using Onboarding.Core.Customers.Crm;

namespace Onboarding.Portal.Integrations.Crm;

/// <summary>Spares a CRM that fails in a row, see <see cref="FailureCircuit"/>.</summary>
/// <param name="settings">After how many failures it opens, and for how long.</param>
/// <param name="clock">Clock of the break.</param>
internal sealed class CrmCircuit(CrmSettings settings, TimeProvider clock)
{
    private readonly FailureCircuit _circuit = new(settings.BreakerFailures, settings.Break, clock);

    /// <summary>True while nothing is sent.</summary>
    public bool IsOpen => _circuit.IsOpen;

    /// <summary>Makes one attempt, unless nothing is sent for now.</summary>
    /// <exception cref="CrmFailedException">It failed, or was not made.</exception>
    public async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellation)
    {
        if (!_circuit.TryEnter())
        {
            throw new CrmFailedException(CrmReason.CircuitOpen);
        }

        try
        {
            T result = await attempt(cancellation);
            _circuit.Succeed();
            return result;
        }
        catch (CrmFailedException failure) when (failure.IsTransient && failure.Reason != CrmReason.AskedToWait)
        {
            _circuit.Fail();
            throw;
        }
        catch (CrmFailedException)
        {
            // Who refuses a record or asks for a pause is not ill.
            _circuit.Succeed();
            throw;
        }
    }
}
