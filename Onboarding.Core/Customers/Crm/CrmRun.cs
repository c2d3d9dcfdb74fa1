using Onboarding.Core.Workflow;

namespace Onboarding.Core.Customers.Crm;

/// <summary>What a run over the whole register does.</summary>
public enum CrmRunKind
{
    /// <summary>Reads the external CRM and marks what differs.</summary>
    Compare = 1,

    /// <summary>Sends everything again that failed, differs or was never sent.</summary>
    Resend,
}

/// <summary>How far a run has come.</summary>
public enum CrmRunState
{
    /// <summary>Somebody asked for it.</summary>
    Waiting = 1,

    /// <summary>It is under way; after a restart it goes on from where it was.</summary>
    Running,

    /// <summary>It is through.</summary>
    Done,

    /// <summary>Somebody stopped it; what was done stays.</summary>
    Cancelled,

    /// <summary>It got no further.</summary>
    Failed,
}

/// <summary>A comparison with the external CRM, or a repeated sending, over the whole register. The work that is due is this row.</summary>
public sealed class CrmRun
{
    /// <summary>Longest place that the CRM gives to go on from.</summary>
    public const int CursorMaxLength = 200;

    /// <summary>After so many failures in a row a run is given up; it tries once a minute.</summary>
    public const int MostFailures = 60;

    private CrmRun()
    {
    }

    internal CrmRun(Guid id, CrmRunKind kind, int total, Actor by, DateTimeOffset now)
    {
        Id = id;
        Kind = kind;
        Total = total;
        State = CrmRunState.Waiting;
        RequestedById = by.Id;
        RequestedByName = by.Name;
        RequestedAt = now;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>What it does.</summary>
    public CrmRunKind Kind { get; private set; }

    /// <summary>How far it has come.</summary>
    public CrmRunState State { get; private set; }

    /// <summary>Who asked for it.</summary>
    public string RequestedById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string RequestedByName { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>When it ended (UTC), or null.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When somebody asked it to stop (UTC), or null.</summary>
    public DateTimeOffset? CancelRequestedAt { get; private set; }

    /// <summary>Records that it was to go through when it was asked for.</summary>
    public int Total { get; private set; }

    /// <summary>Records that it has been through.</summary>
    public int Handled { get; private set; }

    /// <summary>Of those: that differ, or that could not be sent at once.</summary>
    public int Found { get; private set; }

    /// <summary>Records that the CRM lists and the register does not know.</summary>
    public int Unknown { get; private set; }

    /// <summary>Which part of its way it is on.</summary>
    public int Step { get; private set; }

    /// <summary>Place in that part to go on from, or null at its beginning.</summary>
    public string? Cursor { get; private set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; private set; }

    /// <summary>Why it got no further, or null.</summary>
    public CrmReason? Reason { get; private set; }

    /// <summary>True while it waits or is under way.</summary>
    public bool IsLive => State is CrmRunState.Waiting or CrmRunState.Running;

    internal void Begin() => State = CrmRunState.Running;

    /// <summary>It got on.</summary>
    internal void Advance(int handled, int found, int unknown, string? cursor)
    {
        Handled += handled;
        Found += found;
        Unknown += unknown;
        Cursor = cursor;
        (Failures, Reason) = (0, null);
    }

    /// <summary>The next part of its way begins.</summary>
    internal void Turn()
    {
        Step++;
        Cursor = null;
    }

    /// <summary>It could not get on; after too often it is given up.</summary>
    internal void Stumble(CrmReason reason, DateTimeOffset now)
    {
        Failures++;
        Reason = reason;
        if (Failures >= MostFailures)
        {
            End(CrmRunState.Failed, now);
        }
    }

    /// <summary>Asks it to stop. One that nobody has begun stops at once.</summary>
    internal void RequestCancel(DateTimeOffset now)
    {
        CancelRequestedAt ??= now;
        if (State == CrmRunState.Waiting)
        {
            End(CrmRunState.Cancelled, now);
        }
    }

    internal void End(CrmRunState state, DateTimeOffset now)
    {
        State = state;
        EndedAt = now;
    }
}
