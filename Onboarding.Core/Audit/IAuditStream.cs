namespace Onboarding.Core.Audit;

/// <summary>
/// Something whose audit events form one chain. The head of the chain is kept beside the events, so that cutting off
/// the newest events is found as well; a case keeps it in its own row.
/// </summary>
public interface IAuditStream
{
    /// <summary>Identity of the chain.</summary>
    Guid StreamId { get; }

    /// <summary>Sequence of the newest event; 0 when there is none.</summary>
    int AuditSequence { get; }

    /// <summary>Hash of the newest event; empty when there is none.</summary>
    byte[] AuditHash { get; }

    /// <summary>Makes an event the newest one. Called when an event is appended, and nowhere else.</summary>
    /// <param name="sequence">Its sequence.</param>
    /// <param name="hash">Its hash.</param>
    internal void Advance(int sequence, byte[] hash);
}
