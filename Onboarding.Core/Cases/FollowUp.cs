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

    internal FollowUp(Guid id, Guid caseId, int attempt, DateTimeOffset dueAt, int planVersion = 0, int step = 1)
    {
        Id = id;
        CaseId = caseId;
        Attempt = attempt;
        DueAt = dueAt;
        PlanVersion = planVersion;
        Step = step;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Version of the product's follow-up plan by which it was planned; 0 where the product had none of its own.</summary>
    public int PlanVersion { get; private set; }

    /// <summary>The step of that plan, from 1.</summary>
    public int Step { get; private set; }

    /// <summary>1 for the first of its step; a follow-up after "not reached" or a problem counts up.</summary>
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

    /// <summary>The next contact of the same step.</summary>
    internal FollowUp Again(Guid id, DateTimeOffset dueAt) => new(id, CaseId, Attempt + 1, dueAt, PlanVersion, Step);

    internal void Open(DateTimeOffset at) => OpenedAt = at;

    internal void Finish(FollowUpOutcome outcome, string? remark, string byName, DateTimeOffset at)
    {
        Outcome = outcome;
        Remark = remark;
        DoneByName = byName;
        DoneAt = at;
    }
}
