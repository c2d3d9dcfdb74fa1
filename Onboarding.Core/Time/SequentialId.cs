namespace Onboarding.Core.Time;

/// <summary>Ids that grow with time, so that indexes stay dense (UUID version 7, RFC 9562).</summary>
public static class SequentialId
{
    /// <summary>A new id for the present instant of the clock.</summary>
    public static Guid New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());
}
