using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Onboarding.Portal.Integrations.Sources;

/// <summary>What came back from one attempt.</summary>
/// <param name="Status">Status code.</param>
/// <param name="Body">The body; empty unless it succeeded.</param>
/// <param name="RetryAfter">How long the source asks to wait, or null.</param>
internal sealed record SourceResponse(HttpStatusCode Status, byte[] Body, TimeSpan? RetryAfter)
{
    /// <summary>True for a failure that may pass by itself.</summary>
    public bool IsTransient => (int)Status >= 500 || Status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;
}

/// <summary>
/// How a source is asked: each attempt has a limit of time; what may pass is tried again with growing waits and jitter;
/// after failures in a row nobody asks for a while, and then one attempt finds out whether it is back.
/// </summary>
internal static class SourceResilience
{
    // A person waits for the answer; who asks for more patience than this is treated as not available.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    // Failures are counted over a long window, so that a quiet source is judged as well as a busy one.
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>Makes the pipeline of a source.</summary>
    /// <param name="settings">Its settings.</param>
    /// <param name="clock">Clock of waits, limits and breaks.</param>
    /// <param name="state">Tells whether the circuit is open.</param>
    public static ResiliencePipeline<SourceResponse> Of(SourceSettings settings, TimeProvider clock, CircuitBreakerStateProvider state)
    {
        ResiliencePipelineBuilder<SourceResponse> pipeline = new() { TimeProvider = clock };
        if (settings.Retries > 0)
        {
            pipeline.AddRetry(new RetryStrategyOptions<SourceResponse>
            {
                MaxRetryAttempts = settings.Retries,
                Delay = TimeSpan.FromMilliseconds(settings.RetryDelayMilliseconds),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                MaxDelay = LongestWait,
                ShouldHandle = Failures().HandleResult(response => response.IsTransient && !(response.RetryAfter > LongestWait)),
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
            });
        }

        return pipeline
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<SourceResponse>
            {
                FailureRatio = 1,
                MinimumThroughput = settings.BreakerFailures,
                SamplingDuration = Window,
                BreakDuration = TimeSpan.FromSeconds(settings.BreakerSeconds),
                ShouldHandle = Failures().HandleResult(response => response.IsTransient),
                StateProvider = state,
            })
            .AddTimeout(TimeSpan.FromSeconds(settings.TimeoutSeconds))
            .Build();
    }

    private static PredicateBuilder<SourceResponse> Failures() =>
        new PredicateBuilder<SourceResponse>().Handle<HttpRequestException>().Handle<IOException>().Handle<TimeoutRejectedException>();
}
