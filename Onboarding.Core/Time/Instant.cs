namespace Onboarding.Core.Time;

/// <summary>Instants as the database keeps them.</summary>
public static class Instant
{
    /// <summary>
    /// The present instant in whole milliseconds: what is hashed into the audit chain must come back from every
    /// database as the same value.
    /// </summary>
    public static DateTimeOffset Now(TimeProvider clock) =>
        DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
}
