namespace Onboarding.Portal.Integrations.Activation;

/// <summary>Spares an activation system that fails in a row, see <see cref="FailureCircuit"/>.</summary>
/// <param name="settings">After how many failures it opens, and for how long.</param>
/// <param name="clock">Clock of the break.</param>
internal sealed class ActivationCircuit(ActivationSettings settings, TimeProvider clock)
{
    /// <summary>Code of the failure while nobody orders.</summary>
    public const string OpenCode = "CircuitOpen";

    private readonly FailureCircuit _circuit = new(settings.BreakerFailures, settings.Break, clock);

    /// <summary>True while nobody orders.</summary>
    public bool IsOpen => _circuit.IsOpen;

    /// <summary>Makes one attempt, unless nobody orders for now.</summary>
    /// <exception cref="ActivationFailedException">It failed, or was not made.</exception>
    public async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellation)
    {
        if (!_circuit.TryEnter())
        {
            throw new ActivationFailedException(OpenCode);
        }

        try
        {
            T result = await attempt(cancellation);
            _circuit.Succeed();
            return result;
        }
        catch (ActivationFailedException failure) when (failure.IsTransient)
        {
            _circuit.Fail();
            throw;
        }
        catch (ActivationFailedException)
        {
            // Who refuses an order is not ill.
            _circuit.Succeed();
            throw;
        }
    }
}
