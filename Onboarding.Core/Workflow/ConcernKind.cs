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
}

/// <summary>Which queue looks into which concern.</summary>
public static class Concerns
{
    /// <summary>The queue in which a concern of this kind stands.</summary>
    public static WorkQueue QueueOf(ConcernKind kind) => kind switch
    {
        ConcernKind.LowScore => WorkQueue.CustomerCare,
        ConcernKind.StoredDocumentDamaged => WorkQueue.Incidents,
    };
}
