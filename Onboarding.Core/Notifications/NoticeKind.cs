namespace Onboarding.Core.Notifications;

/// <summary>What a member of staff is told of. Stored as text.</summary>
public enum NoticeKind
{
    /// <summary>A supervisor gave the person a work item.</summary>
    Assigned = 1,

    /// <summary>A colleague named the person in an interaction with a customer.</summary>
    Mention,

    /// <summary>A case that the person worked on came back to that work: sent back, or opened again.</summary>
    CameBack,

    /// <summary>The applicant answered what was asked about a case that the person has.</summary>
    Answered,

    /// <summary>A case that the person worked on was approved or rejected, or one that the person has ended without that.</summary>
    Decided,

    /// <summary>Work that the person put aside is back.</summary>
    SnoozeEnded,

    /// <summary>Work that the person has will soon be late.</summary>
    DueSoon,

    /// <summary>Work that the person has is late.</summary>
    Late,

    /// <summary>Work of the team is late: for supervisors (SOP: Supervisor Layanan, "pengawasan").</summary>
    Escalated,
}

/// <summary>What is known of the kinds.</summary>
public static class NoticeKinds
{
    /// <summary>All kinds, in the order in which people choose among them.</summary>
    public static IReadOnlyList<NoticeKind> All { get; } = Enum.GetValues<NoticeKind>();

    /// <summary>True for what can bear no waiting until the next morning, so that it may be mailed at once.</summary>
    public static bool IsUrgent(NoticeKind kind) => kind switch
    {
        NoticeKind.Assigned or NoticeKind.Mention or NoticeKind.DueSoon or NoticeKind.Late or NoticeKind.Escalated => true,
        NoticeKind.CameBack or NoticeKind.Answered or NoticeKind.Decided or NoticeKind.SnoozeEnded => false,
    };

    /// <summary>True for what leads to a customer; everything else leads to a case.</summary>
    public static bool IsOfCustomer(NoticeKind kind) => kind == NoticeKind.Mention;
}
