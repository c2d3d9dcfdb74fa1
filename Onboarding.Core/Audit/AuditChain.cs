namespace Onboarding.Core.Audit;

/// <summary>What is wrong with a chain.</summary>
public enum AuditFault
{
    /// <summary>An event's content does not give its hash: it was edited.</summary>
    Edited = 1,

    /// <summary>A sequence is missing: an event was removed, or events were reordered.</summary>
    Missing,

    /// <summary>An event does not follow the one before it: events were reordered, replaced or added.</summary>
    BrokenLink,

    /// <summary>The newest events do not reach the head of the chain: the end was cut off or added to.</summary>
    WrongHead,
}

/// <summary>The first fault found in a chain.</summary>
/// <param name="StreamId">The chain.</param>
/// <param name="Sequence">The first event that is not as it was written.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record AuditFinding(Guid StreamId, int Sequence, AuditFault Fault);

/// <summary>Checks one chain of audit events.</summary>
public static class AuditChain
{
    /// <summary>Null when every event is as it was written, otherwise the first that is not.</summary>
    /// <param name="streamId">The chain.</param>
    /// <param name="events">Its events in the order of their sequence.</param>
    /// <param name="headSequence">Sequence that the chain's owner says is the newest.</param>
    /// <param name="headHash">Hash that the chain's owner says is the newest.</param>
    public static AuditFinding? Verify(Guid streamId, IEnumerable<AuditEvent> events, int headSequence, byte[] headHash)
    {
        var expected = 1;
        byte[] previous = [];
        foreach (var item in events)
        {
            if (item.Sequence != expected)
            {
                return new AuditFinding(streamId, expected, AuditFault.Missing);
            }

            if (!item.PreviousHash.AsSpan().SequenceEqual(previous))
            {
                return new AuditFinding(streamId, item.Sequence, AuditFault.BrokenLink);
            }

            if (item.StreamId != streamId || !item.ComputeHash().AsSpan().SequenceEqual(item.Hash))
            {
                return new AuditFinding(streamId, item.Sequence, AuditFault.Edited);
            }

            previous = item.Hash;
            expected++;
        }

        return expected - 1 == headSequence && headHash.AsSpan().SequenceEqual(previous)
            ? null
            : new AuditFinding(streamId, Math.Min(expected, headSequence + 1), AuditFault.WrongHead);
    }
}
