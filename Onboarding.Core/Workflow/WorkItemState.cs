namespace Onboarding.Core.Workflow;

/// <summary>Where a work item (tugas) stands. Stored as text.</summary>
public enum WorkItemState
{
    /// <summary>In the queue; nobody has it.</summary>
    Open = 1,

    /// <summary>One person works on it.</summary>
    Claimed,

    /// <summary>The applicant is to answer; it returns to the same person.</summary>
    Waiting,

    /// <summary>Done.</summary>
    Done,

    /// <summary>No longer needed: the case ended or went another way.</summary>
    Cancelled,
}
