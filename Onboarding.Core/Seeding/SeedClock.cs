namespace Onboarding.Core.Seeding;

/// <summary>The clock of one invented case: it stands where the case's story is.</summary>
internal sealed class SeedClock : TimeProvider
{
    /// <summary>Where the story is (UTC, whole milliseconds).</summary>
    public DateTimeOffset Now { get; set; }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}
