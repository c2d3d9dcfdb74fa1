namespace Onboarding.Benchmarks.Outbox;

/// <summary>How much is measured.</summary>
/// <param name="Cases">Cases of each scenario.</param>
/// <param name="TimeoutSeconds">How long a receiver may take.</param>
/// <param name="Outage">How long the receivers are dead that come back.</param>
/// <param name="Finished">Finished messages that lie in the outbox when looking for due ones is measured.</param>
internal sealed record OutboxScale(int Cases, int TimeoutSeconds, TimeSpan Outage, int Finished);
