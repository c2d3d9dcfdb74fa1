using System.Security.Cryptography;

namespace Onboarding.Core.Outbox;

/// <summary>
/// How long to wait after a failed attempt: 15 seconds, three times as long after each further one, four hours at most,
/// and a fifth more or less by chance, so that a receiver that comes back is not met by everybody at once. Ten attempts
/// last about half a day: an outage over night is waited out.
/// </summary>
public static class RetryPlan
{
    private const double Growth = 3;
    private const int ChancePercent = 20;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    /// <summary>The wait after this many failed attempts (from 1), without chance.</summary>
    public static TimeSpan Delay(int failedAttempts) =>
        TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(Growth, Math.Max(0, failedAttempts - 1))));

    /// <summary>The same with chance.</summary>
    public static TimeSpan DelayWithChance(int failedAttempts) =>
        Delay(failedAttempts) * ((100 + RandomNumberGenerator.GetInt32(-ChancePercent, ChancePercent + 1)) / 100.0);
}
