namespace Onboarding.Core.Workflow;

/// <summary>
/// What a work item beside the path of a case is about (perhatian khusus): something that somebody has to look into while the
/// case goes on, or after it ended. Stored as text.
/// </summary>
public enum ConcernKind
{
    /// <summary>A customer gave a low score (SOP stage 5, Form Feedback Pelanggan); Customer Service calls.</summary>
    LowScore = 1,

    /// <summary>A stored document is missing or not what was stored (SOP stage 3, "memastikan keamanan data"); Tim IT restores it.</summary>
    StoredDocumentDamaged,

    /// <summary>A new customer has a problem (SOP stage 5, "tidak mengalami kendala"); the supervisor sees to it. Subject: the follow-up.</summary>
    CustomerProblem,

    /// <summary>A new customer was not reached in several attempts (SOP stage 5); Customer Service finds another way. Subject: the follow-up.</summary>
    CustomerNotReached,

    /// <summary>A mail to the applicant was refused or given up; Customer Service mends the address and sends it again.</summary>
    MessageNotDelivered,

    /// <summary>An applicant objects to a rejection (SOP stage 4); a supervisor who did not reject answers.</summary>
    Objection,
}

/// <summary>Which queue looks into which concern.</summary>
public static class Concerns
{
    /// <summary>The queues in which concerns stand, and nothing else does.</summary>
    public static IReadOnlyList<WorkQueue> Queues { get; } = [.. Enum.GetValues<ConcernKind>().Select(QueueOf).Distinct().Order()];

    /// <summary>The queue in which a concern of this kind stands.</summary>
    public static WorkQueue QueueOf(ConcernKind kind) => kind switch
    {
        ConcernKind.LowScore or ConcernKind.CustomerNotReached or ConcernKind.MessageNotDelivered => WorkQueue.CustomerCare,
        ConcernKind.CustomerProblem => WorkQueue.Escalations,
        ConcernKind.StoredDocumentDamaged => WorkQueue.Incidents,
        ConcernKind.Objection => WorkQueue.Escalations,
    };
}
