namespace Onboarding.Core.Cases;

/// <summary>How a follow-up ended (SOP stage 5).</summary>
public enum FollowUpOutcome
{
    /// <summary>The customer was reached and understands the service.</summary>
    Understood = 1,

    /// <summary>The customer was reached and has a problem; the remark says which.</summary>
    HasProblem,

    /// <summary>The customer was not reached; another follow-up is planned.</summary>
    NotReached,
}

/// <summary>A planned contact with the new customer (SOP stage 5: "Melakukan follow-up dalam jangka waktu tertentu").</summary>
public sealed class FollowUp
{
    private FollowUp()
    {
    }

    internal FollowUp(Guid id, Guid caseId, int attempt, DateTimeOffset dueAt)
    {
        Id = id;
        CaseId = caseId;
        Attempt = attempt;
        DueAt = dueAt;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>1 for the first; a follow-up after "not reached" counts up.</summary>
    public int Attempt { get; private set; }

    /// <summary>When it becomes work (UTC).</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When its work item was opened (UTC), or null.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>How it ended, or null while it is open.</summary>
    public FollowUpOutcome? Outcome { get; private set; }

    /// <summary>What was said.</summary>
    public string? Remark { get; private set; }

    /// <summary>Display name of the person who made it.</summary>
    public string? DoneByName { get; private set; }

    /// <summary>When it was made (UTC), or null.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    internal void Open(DateTimeOffset at) => OpenedAt = at;

    internal void Finish(FollowUpOutcome outcome, string? remark, string byName, DateTimeOffset at)
    {
        Outcome = outcome;
        Remark = remark;
        DoneByName = byName;
        DoneAt = at;
    }
}
