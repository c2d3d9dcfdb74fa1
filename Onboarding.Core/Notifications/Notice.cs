using Onboarding.Core.Workflow;

namespace Onboarding.Core.Notifications;

/// <summary>
/// One thing that one member of staff is told. It names the kind, the number of the case or customer and the colleague who
/// caused it, and nothing of the applicant: whoever may know more opens the case. Written in the transaction of the change, once
/// for each cause, and kept for a bounded time.
/// </summary>
public sealed class Notice
{
    /// <summary>The greatest length of <see cref="Cause"/>.</summary>
    public const int CauseMaxLength = 80;

    private Notice()
    {
    }

    internal Notice(Guid id, string personId, NoticeKind kind, string cause, string number, DateTimeOffset at)
    {
        Id = id;
        PersonId = personId;
        Kind = kind;
        Cause = cause;
        Number = number;
        At = at;
    }

    /// <summary>Identity; it grows with time.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who is told: id of the staff account.</summary>
    public string PersonId { get; private set; } = string.Empty;

    /// <summary>What kind.</summary>
    public NoticeKind Kind { get; private set; }

    /// <summary>What caused it; a person is told of the same cause once.</summary>
    public string Cause { get; private set; } = string.Empty;

    /// <summary>Number of the case, or of the customer (see <see cref="NoticeKinds.IsOfCustomer"/>).</summary>
    public string Number { get; private set; } = string.Empty;

    /// <summary>Display name of the colleague who caused it, or null when it was the applicant or the portal.</summary>
    public string? ByName { get; internal set; }

    /// <summary>The queue of the work it is about, or null.</summary>
    public WorkQueue? Queue { get; internal set; }

    /// <summary>Where the case stood after it, or null.</summary>
    public CaseStatus? Status { get; internal set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When the person saw it (UTC), or null.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>The mail in which it was told, or null.</summary>
    public Guid? DigestId { get; private set; }

    /// <summary>The cause that is one event, such as an entry of the audit trail.</summary>
    internal static string CauseOf(NoticeKind kind, Guid eventId) => $"{kind}:{eventId:N}";

    /// <summary>The cause that is a step of escalation of a work item.</summary>
    internal static string CauseOf(NoticeKind kind, Guid workItemId, int percent) => $"{kind}:{workItemId:N}:{percent}";
}
