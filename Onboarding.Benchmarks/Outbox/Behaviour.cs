namespace Onboarding.Benchmarks.Outbox;

/// <summary>How a receiver behaves.</summary>
internal enum Behaviour
{
    /// <summary>Takes everything at once.</summary>
    Healthy = 1,

    /// <summary>Answers 500 to every tenth message when it comes for the first time.</summary>
    TenthFails,

    /// <summary>Takes everything after 200 ms.</summary>
    Slow,

    /// <summary>Takes the connection and never answers: the worst way to be dead, since it costs whoever asks his whole patience.</summary>
    Dead,
}
