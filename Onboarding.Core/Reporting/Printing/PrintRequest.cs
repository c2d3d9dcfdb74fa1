using System.Collections.Frozen;
using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Printing;

/// <summary>
/// Something that is to be printed: one form to be issued, or a bulk print. The queue is these rows, so nothing that was asked
/// for is lost by a restart; a file stays only as long as its row says.
/// </summary>
public sealed class PrintRequest : PrintedFile
{
    /// <summary>How often a node may die over a request before the request counts as the reason.</summary>
    internal const int MostAttempts = 3;

    private PrintRequest()
    {
    }

    internal PrintRequest(Guid id, Guid? formId, Language language, int total, Actor actor, DateTimeOffset now)
    {
        Id = id;
        FormId = formId;
        Language = language;
        Total = total;
        RequestedById = actor.Id;
        RequestedByName = actor.Name;
        RequestedByRoles = string.Join(',', actor.Roles.Order());
        Origin = actor.Origin;
        CreatedAt = now;
        State = PrintState.Waiting;
        StateAt = now;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The form that is issued by it, or null for a bulk print.</summary>
    public Guid? FormId { get; private set; }

    /// <summary>In which language.</summary>
    public Language Language { get; private set; }

    /// <summary>Id of the staff account that asked.</summary>
    public string RequestedById { get; private set; } = string.Empty;

    /// <summary>Name of that person.</summary>
    public string RequestedByName { get; private set; } = string.Empty;

    /// <summary>The roles of that person at that time: what is printed is what that person may see.</summary>
    public string RequestedByRoles { get; private set; } = string.Empty;

    /// <summary>From where the person asked.</summary>
    public string Origin { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>How far it is.</summary>
    public PrintState State { get; private set; }

    /// <summary>Since when (UTC); the one that has waited longest is next.</summary>
    public DateTimeOffset StateAt { get; private set; }

    /// <summary>Until when the node that prints it may be silent (UTC), or null.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>Which taking up is at work: whoever held an earlier one must not undo what this one does.</summary>
    public Guid? LeaseId { get; private set; }

    /// <summary>How often it was taken up without getting further.</summary>
    public int Attempts { get; private set; }

    /// <summary>When somebody asked it to stop (UTC); it stops after the report at hand.</summary>
    public DateTimeOffset? CancelRequestedAt { get; private set; }

    /// <summary>Why it failed, or null.</summary>
    public PrintFailure? Failure { get; private set; }

    /// <summary>How many reports there are to print.</summary>
    public int Total { get; private set; }

    /// <summary>How many of them were dealt with.</summary>
    public int Finished { get; private set; }

    /// <summary>How many of those are not printed: there is no such report, or it was given up.</summary>
    public int Skipped { get; private set; }

    /// <summary>True when the reports could be joined into one file; else each has its own.</summary>
    public bool IsJoined { get; private set; }

    /// <summary>When the files are removed (UTC), or null while there are none.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Counts every change: two nodes cannot take the same request.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>True while it waits or is printed.</summary>
    public bool IsOpen => State is PrintState.Waiting or PrintState.Printing;

    /// <summary>Who asked, with the roles of that time.</summary>
    internal Actor Actor => new(
        RequestedById, RequestedByName, RequestedByRoles.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ActorRole>).ToFrozenSet(), Origin);

    /// <summary>True while this taking up is the one at work.</summary>
    internal bool IsHeldBy(PrintRequest taken) => State == PrintState.Printing && LeaseId == taken.LeaseId;

    /// <summary>True when somebody may take it up now.</summary>
    internal bool IsDue(DateTimeOffset now) => State == PrintState.Waiting || (State == PrintState.Printing && LeasedUntil < now);

    /// <summary>True for a bulk print that was taken up too often over the report at hand.</summary>
    internal bool IsStuck => FormId is null && Attempts >= MostAttempts && CancelRequestedAt is null;

    /// <summary>Takes it up, gives it up after too many attempts, or ends it where that was asked for.</summary>
    internal void TakeUp(Guid leaseId, TimeSpan lease, DateTimeOffset now)
    {
        Attempts++;
        if (CancelRequestedAt is not null)
        {
            MoveTo(PrintState.Cancelled, now);
        }
        else if (Attempts > MostAttempts)
        {
            Fail(PrintFailure.Interrupted, now);
        }
        else
        {
            MoveTo(PrintState.Printing, now);
            LeasedUntil = now + lease;
            LeaseId = leaseId;
        }
    }

    /// <summary>The report at hand is left out: the next one has all its attempts.</summary>
    internal void PassOver()
    {
        Finished++;
        Skipped++;
        Attempts = 0;
    }

    /// <summary>One report more is dealt with; this taking up is the first attempt at the next.</summary>
    internal void Advance(bool isSkipped, TimeSpan lease, DateTimeOffset now)
    {
        Finished++;
        Skipped += isSkipped ? 1 : 0;
        Attempts = 1;
        LeasedUntil = now + lease;
        Version++;
    }

    /// <summary>Back into the queue, behind those who wait: for a long print that lets others have their turn, and when the portal stops.</summary>
    internal void PutBack(DateTimeOffset now)
    {
        Attempts = 0;
        MoveTo(PrintState.Waiting, now);
    }

    /// <summary>Tries again what failed.</summary>
    internal void Retry(DateTimeOffset now)
    {
        Failure = null;
        PutBack(now);
    }

    /// <summary>It is printed.</summary>
    internal void Finish(bool isJoined, DateTimeOffset? expiresAt, DateTimeOffset now)
    {
        IsJoined = isJoined;
        ExpiresAt = expiresAt;
        Finished = Total;
        MoveTo(PrintState.Done, now);
    }

    /// <summary>It cannot be printed.</summary>
    internal void Fail(PrintFailure failure, DateTimeOffset now)
    {
        Failure = failure;
        MoveTo(PrintState.Failed, now);
    }

    /// <summary>Asks it to stop; what nobody prints stops at once.</summary>
    internal void Cancel(DateTimeOffset now)
    {
        CancelRequestedAt = now;
        Version++;
        if (State == PrintState.Waiting)
        {
            MoveTo(PrintState.Cancelled, now);
        }
    }

    /// <summary>It was asked to stop and stops.</summary>
    internal void Stop(DateTimeOffset now) => MoveTo(PrintState.Cancelled, now);

    private void MoveTo(PrintState state, DateTimeOffset now)
    {
        State = state;
        StateAt = now;
        LeasedUntil = null;
        LeaseId = null;
        Version++;
    }
}
