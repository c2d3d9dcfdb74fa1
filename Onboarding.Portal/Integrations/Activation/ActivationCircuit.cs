using Polly;
using Polly.CircuitBreaker;

namespace Onboarding.Portal.Integrations.Activation;

/// <summary>
/// Spares an activation system that fails in a row: for a while nobody orders, and then one order finds out whether it is back.
/// Repeating is the outbox's task, so that it survives a restart.
/// </summary>
internal sealed class ActivationCircuit
{
    /// <summary>Code of the failure while nobody orders.</summary>
    public const string OpenCode = "CircuitOpen";

    // Failures are counted over a long window, so that a quiet system is judged as well as a busy one.
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly CircuitBreakerStateProvider _state = new();
    private readonly ResiliencePipeline _pipeline;

    /// <summary>Closed at first.</summary>
    /// <param name="settings">After how many failures it opens, and for how long.</param>
    /// <param name="clock">Clock of the break.</param>
    public ActivationCircuit(ActivationSettings settings, TimeProvider clock) =>
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 1,
                MinimumThroughput = settings.BreakerFailures,
                SamplingDuration = Window,
                BreakDuration = settings.Break,
                ShouldHandle = new PredicateBuilder().Handle<ActivationFailedException>(failure => failure.IsTransient),
                StateProvider = _state,
            })
            .Build();

    /// <summary>True while nobody orders.</summary>
    public bool IsOpen => _state.CircuitState is CircuitState.Open or CircuitState.Isolated;

    /// <summary>Makes one attempt, unless nobody orders for now.</summary>
    /// <exception cref="ActivationFailedException">It failed, or was not made.</exception>
    public async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellation)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await attempt(token), cancellation);
        }
        catch (BrokenCircuitException)
        {
            throw new ActivationFailedException(OpenCode);
        }
    }
}
