using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Queues;

/// <summary>One row of a queue, with what this person may do with it now.</summary>
/// <param name="WorkItemId">The work item.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Case number.</param>
/// <param name="Version">Version of the case.</param>
/// <param name="ApplicantName">Name of the applicant as this person may see it.</param>
/// <param name="Kind">Person or business.</param>
/// <param name="ProductCode">Product.</param>
/// <param name="Channel">Channel.</param>
/// <param name="Status">Status of the case.</param>
/// <param name="Queue">Queue.</param>
/// <param name="State">State of the work item.</param>
/// <param name="AssigneeId">Who has it.</param>
/// <param name="AssigneeName">Display name.</param>
/// <param name="OpenedAt">Since when it is in the queue (UTC).</param>
/// <param name="DueAt">When it is late (UTC), or null while the clock stands.</param>
/// <param name="UrgencyAt">Its place in the queue.</param>
/// <param name="OnHold">True while compliance holds the case.</param>
/// <param name="Concern">What it is about when it is a concern, or null for the work of a stage.</param>
/// <param name="Actions">What this person may do with the work item now.</param>
public sealed record QueueRow(
    Guid WorkItemId, Guid CaseId, string Number, int Version, string ApplicantName, CustomerKind Kind, string ProductCode, Channel Channel,
    CaseStatus Status, WorkQueue Queue, WorkItemState State, string? AssigneeId, string? AssigneeName, DateTimeOffset OpenedAt,
    DateTimeOffset? DueAt, DateTimeOffset UrgencyAt, bool OnHold, ConcernKind? Concern, IReadOnlyList<WorkItemAction> Actions)
{
    /// <summary>Kemendagri code of the applicant's province; empty when it is not known.</summary>
    public string ProvinceCode { get; init; } = string.Empty;

    /// <summary>It was late and the supervisors were told.</summary>
    public bool IsEscalated { get; init; }

    /// <summary>It has taken so long that a step of the escalation plan was taken.</summary>
    public bool IsPressing { get; init; }

    /// <summary>Administrasi recommended to reject the case.</summary>
    public bool RejectionRecommended { get; init; }

    /// <summary>Until when it is put aside (UTC), or null.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>Why it is put aside, or null.</summary>
    public string? SnoozeReason { get; init; }

    /// <summary>The working time that is left while the clock stands, or null while it runs.</summary>
    public TimeSpan? RemainingTime { get; init; }

    /// <summary>It tells of a person and is not printed.</summary>
    public override string ToString() => Number;
}
