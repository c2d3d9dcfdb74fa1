namespace Onboarding.Core.Workflow;

/// <summary>What can be done to a work item, beside the actions of its case. Stored as text in the audit trail.</summary>
public enum WorkItemAction
{
    /// <summary>A person takes an open work item.</summary>
    Claim = 1,

    /// <summary>The person gives it back to the queue.</summary>
    Release,

    /// <summary>A supervisor gives it to a person, whoever had it.</summary>
    Assign,

    /// <summary>The system marks it as late and tells the supervisors.</summary>
    Escalate,

    /// <summary>A concern comes up beside the path of the case.</summary>
    Raise,

    /// <summary>The person who has a concern says what was done about it, which ends it.</summary>
    Resolve,

    /// <summary>A person puts it aside until a time, and says why.</summary>
    Snooze,

    /// <summary>It comes back: because the time has come, or because somebody brings it back earlier.</summary>
    Wake,
}
