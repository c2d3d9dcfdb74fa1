namespace Onboarding.Core.Outbox;

/// <summary>A message that this process may send until the lease ends. After that another process may take it.</summary>
/// <param name="Id">Identity; the receiver's idempotency key.</param>
/// <param name="CaseId">The case, or null for a message that belongs to none.</param>
/// <param name="Kind">What to send.</param>
/// <param name="SubjectId">The question, decision, work item, link or customer it is about, or null.</param>
/// <param name="FailedAttempts">Attempts that failed so far.</param>
/// <param name="LeasedUntil">End of the lease (UTC), by which the holder is known.</param>
public sealed record LeasedMessage(Guid Id, Guid? CaseId, OutboxKind Kind, Guid? SubjectId, int FailedAttempts, DateTimeOffset LeasedUntil)
{
    /// <summary>When it was written (UTC).</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often it had been put back in line.</summary>
    public int Resends { get; init; }

    /// <summary>The partner it goes to, or null for everything else.</summary>
    public Guid? PartnerId { get; init; }

    /// <summary>Who takes it.</summary>
    public OutboxReceiver Receiver => OutboxReceiver.Of(Kind, PartnerId);
}
