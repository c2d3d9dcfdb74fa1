namespace Onboarding.Portal.Features.Queues.Work;

/// <summary>Until when somebody puts work aside, and why.</summary>
/// <param name="Until">The time (UTC).</param>
/// <param name="Reason">Why.</param>
public sealed record SnoozeAnswer(DateTimeOffset Until, string Reason);
