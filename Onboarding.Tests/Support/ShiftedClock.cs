namespace Onboarding.Tests.Support;

/// <summary>The real clock, put forward when a test needs a later time. Timers run in real time.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _shift;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _shift));

    /// <summary>Puts the clock forward.</summary>
    public void Advance(TimeSpan time) => Interlocked.Add(ref _shift, time.Ticks);
}
