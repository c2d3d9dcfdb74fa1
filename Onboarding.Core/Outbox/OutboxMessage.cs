namespace Onboarding.Core.Outbox;

/// <summary>
/// A message to the outside, written in the transaction that made it necessary. It holds ids only: what is sent is
/// made from the case, or from what else it is about, at the moment of sending. Sent at least once, in order within its case; what goes to a partner has an
/// order of its own, so that a partner's server that is away never holds up the applicant's mail or the activation.
/// </summary>
public sealed class OutboxMessage
{
    /// <summary>After this many attempts a message is set aside and health says so.</summary>
    public const int MaxAttempts = 10;

    private OutboxMessage()
    {
    }

    internal OutboxMessage(Guid id, Guid caseId, OutboxKind kind, Guid? subjectId, DateTimeOffset now, Guid? partnerId = null)
    {
        Id = id;
        CaseId = caseId;
        Kind = kind;
        SubjectId = subjectId;
        PartnerId = partnerId;
        CreatedAt = now;
        NextAttemptAt = now;
    }

    /// <summary>A message that belongs to no case: it waits for no other one.</summary>
    internal OutboxMessage(Guid id, OutboxKind kind, Guid subjectId, DateTimeOffset now)
    {
        Id = id;
        Kind = kind;
        SubjectId = subjectId;
        CreatedAt = now;
        NextAttemptAt = now;
    }

    /// <summary>Identity, and the receiver's idempotency key.</summary>
    public Guid Id { get; private set; }

    /// <summary>
    /// Place in the order of its case. It comes from the case's audit trail, which the row lock makes strictly
    /// increasing; ids of the same millisecond, or of nodes whose clocks differ, are not.
    /// </summary>
    public long Position { get; private set; }

    /// <summary>The case, or null for a message that belongs to none, such as the link of a form that was only begun.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>What to send.</summary>
    public OutboxKind Kind { get; private set; }

    /// <summary>The question, decision, work item, link or customer it is about, or null.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>The partner it goes to, or null for everything else.</summary>
    public Guid? PartnerId { get; private set; }

    /// <summary>When it was written (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Attempts so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>How often it was put back in line: a word about an earlier sending says nothing of the present one.</summary>
    public int Resends { get; private set; }

    /// <summary>Not before this instant (UTC); also the end of a sender's lease.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>Code of the last failure, without text from outside; null when none.</summary>
    public string? LastError { get; private set; }

    /// <summary>When it was sent, or found to be no longer needed (UTC); null while it waits.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>When it was set aside, after too many attempts or a refusal for good (UTC), or null.</summary>
    public DateTimeOffset? SetAsideAt { get; private set; }

    /// <summary>True when it was finished without being sent: its case had moved on.</summary>
    public bool WasDropped { get; private set; }

    /// <summary>Takes its place behind everything the case sent before.</summary>
    internal void Place(int auditSequence, int index) => Position = ((long)auditSequence << 8) + index;

    internal void Finish(DateTimeOffset now)
    {
        FinishedAt = now;
        SetAsideAt = null;
        LastError = null;
    }

    /// <summary>Nobody has to be told any more.</summary>
    internal void Drop(DateTimeOffset now)
    {
        Finish(now);
        WasDropped = true;
    }

    /// <summary>It was refused for good: another attempt would be refused too, until a person mends the cause.</summary>
    internal void Refuse(string error, DateTimeOffset now)
    {
        Attempts++;
        LastError = error;
        SetAsideAt = now;
    }

    /// <summary>It had been taken and came back.</summary>
    internal void ComeBack(DateTimeOffset now)
    {
        FinishedAt = null;
        Attempts = Math.Max(1, Attempts);
        LastError = "Bounced";
        SetAsideAt = now;
    }

    /// <summary>Puts it off without counting an attempt: the case is on hold, or its sender stops.</summary>
    internal void Defer(DateTimeOffset until) => NextAttemptAt = until;

    /// <summary>Counts a failed attempt and sets the next one, with growing distance.</summary>
    internal void Fail(string error, DateTimeOffset now, TimeSpan delay)
    {
        Attempts++;
        LastError = error;
        NextAttemptAt = now + delay;
        if (Attempts >= MaxAttempts)
        {
            SetAsideAt = now;
        }
    }

    /// <summary>Puts a message back in line: one that was set aside, or a delivery to a partner that is to be made again.</summary>
    internal void Retry(DateTimeOffset now)
    {
        Attempts = 0;
        Resends++;
        WasDropped = false;
        FinishedAt = null;
        SetAsideAt = null;
        NextAttemptAt = now;
    }
}
