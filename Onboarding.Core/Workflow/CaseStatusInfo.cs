using System.Collections.Frozen;

namespace Onboarding.Core.Workflow;

/// <summary>What is true of every case in a status.</summary>
/// <param name="Status">The status.</param>
/// <param name="Stage">The stage shown for it.</param>
/// <param name="Queue">The queue in which its work item stands, or null when nobody of the staff works on it by itself.</param>
/// <param name="Clock">What the SLA clock does.</param>
public sealed record CaseStatusInfo(CaseStatus Status, Stage Stage, WorkQueue? Queue, SlaClock Clock)
{
    /// <summary>True when the case has come to an end; only a reopening leads on.</summary>
    public bool IsClosed => Clock == SlaClock.Ended;
}

/// <summary>What the SLA clock does in a status.</summary>
public enum SlaClock
{
    /// <summary>The clock has not started: nobody of the next team has been asked yet.</summary>
    NotStarted = 1,

    /// <summary>The clock of the staff runs.</summary>
    Runs,

    /// <summary>The clock stands while the applicant or a system is to answer; it goes on with what was left.</summary>
    Stands,

    /// <summary>The case is closed.</summary>
    Ended,
}

/// <summary>The statuses as data.</summary>
public static class CaseStatuses
{
    /// <summary>All statuses in the order of the SOP.</summary>
    public static readonly IReadOnlyList<CaseStatusInfo> All =
    [
        new(CaseStatus.Draft, Stage.Intake, null, SlaClock.NotStarted),
        new(CaseStatus.Received, Stage.Intake, WorkQueue.Intake, SlaClock.Runs),
        new(CaseStatus.AwaitingApplicant, Stage.Intake, WorkQueue.Intake, SlaClock.Stands),
        new(CaseStatus.InVerification, Stage.Verification, WorkQueue.Verification, SlaClock.Runs),
        new(CaseStatus.AwaitingClarification, Stage.Verification, WorkQueue.Verification, SlaClock.Stands),
        new(CaseStatus.Verified, Stage.Recording, WorkQueue.Recording, SlaClock.Runs),
        new(CaseStatus.Recorded, Stage.Recording, WorkQueue.Storage, SlaClock.Runs),
        new(CaseStatus.AwaitingApproval, Stage.Approval, WorkQueue.Approval, SlaClock.Runs),
        new(CaseStatus.Activating, Stage.Approval, null, SlaClock.Stands),
        new(CaseStatus.Active, Stage.FollowUp, null, SlaClock.Stands),
        new(CaseStatus.Completed, Stage.FollowUp, null, SlaClock.Ended),
        new(CaseStatus.Rejected, Stage.Approval, null, SlaClock.Ended),
        new(CaseStatus.Withdrawn, Stage.Intake, null, SlaClock.Ended),
        new(CaseStatus.Expired, Stage.Intake, null, SlaClock.Ended),
        new(CaseStatus.Cancelled, Stage.Intake, null, SlaClock.Ended),
    ];

    private static readonly FrozenDictionary<CaseStatus, CaseStatusInfo> ByStatus = All.ToFrozenDictionary(info => info.Status);

    /// <summary>What is true of every case in this status.</summary>
    public static CaseStatusInfo Of(CaseStatus status) => ByStatus[status];
}
