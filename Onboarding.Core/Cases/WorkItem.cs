using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>
/// A work item (tugas): one unit of work on a case for one role. A case has at most one live work item of its stage, and
/// beside it any number of concerns, one for each kind and subject.
/// </summary>
public sealed class WorkItem
{
    // Work that waits for somebody else is nobody's next, so it stands behind everything whose clock runs.
    internal static readonly DateTimeOffset BehindAll = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private WorkItem()
    {
    }

    internal WorkItem(Guid id, OnboardingCase owner, WorkQueue queue, DateTimeOffset now, DateTimeOffset dueAt)
    {
        Id = id;
        CaseId = owner.Id;
        BeOf(owner);
        Queue = queue;
        State = WorkItemState.Open;
        OpenedAt = now;
        DueAt = dueAt;
        UrgencyAt = dueAt;
    }

    internal WorkItem(Guid id, OnboardingCase owner, ConcernKind concern, Guid subjectId, DateTimeOffset now, DateTimeOffset dueAt)
        : this(id, owner, Concerns.QueueOf(concern), now, dueAt) => (Concern, SubjectId) = (concern, subjectId);

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case it is work on.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Product of the case. What queues are narrowed by stands beside what they are ordered by, so that no filter reads the cases of a whole queue.</summary>
    public string ProductCode { get; private set; } = string.Empty;

    /// <summary>Channel of the case.</summary>
    public Channel Channel { get; private set; }

    /// <summary>Person or business, as the case.</summary>
    public CustomerKind Kind { get; private set; }

    /// <summary>Province of the case; empty when it is not known.</summary>
    public string ProvinceCode { get; private set; } = string.Empty;

    /// <summary>The queue in which it stands.</summary>
    public WorkQueue Queue { get; private set; }

    /// <summary>What it is about when it is a concern, or null for the work of a stage.</summary>
    public ConcernKind? Concern { get; private set; }

    /// <summary>What a concern is about: the document, the message or the case itself; null for the work of a stage.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>What was done about a concern, or null.</summary>
    public string? Resolution { get; private set; }

    /// <summary>Where it stands.</summary>
    public WorkItemState State { get; private set; }

    /// <summary>Who has it: id of the staff account, or null.</summary>
    public string? AssigneeId { get; private set; }

    /// <summary>Display name of that person when it was claimed.</summary>
    public string? AssigneeName { get; private set; }

    /// <summary>When it entered the queue (UTC).</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When it is late (UTC), or null while the SLA clock stands.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Order in the queue: the due time; behind all others while the clock stands.</summary>
    public DateTimeOffset UrgencyAt { get; private set; }

    /// <summary>Working time that is left while the clock stands, never negative; null while it runs.</summary>
    public TimeSpan? RemainingTime { get; private set; }

    /// <summary>Until when it was put aside (UTC), or null. It comes back by itself then; the SLA clock goes on all the while.</summary>
    public DateTimeOffset? SnoozedUntil { get; private set; }

    /// <summary>Why it was put aside, or null.</summary>
    public string? SnoozeReason { get; private set; }

    /// <summary>How often it was put aside so far, at most <see cref="WorkItemRules.MostSnoozes"/> times.</summary>
    public int Snoozes { get; private set; }

    /// <summary>When a step of escalation first reached the supervisors (UTC), or null.</summary>
    public DateTimeOffset? EscalatedAt { get; private set; }

    /// <summary>The last step of escalation that was taken, in percent of its target; 0 for none.</summary>
    public int ToldPercent { get; private set; }

    /// <summary>When it was done or cancelled (UTC), or null.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>True when it was done or cancelled after its time.</summary>
    public bool ClosedLate { get; private set; }

    /// <summary>True when its time is over, or was when it was closed.</summary>
    /// <param name="now">Now (UTC).</param>
    public bool IsLate(DateTimeOffset now) => ClosedAt is null ? DueAt < now || RemainingTime == TimeSpan.Zero : ClosedLate;

    /// <summary>True while there is still something to do.</summary>
    public bool IsLive => State is WorkItemState.Open or WorkItemState.Claimed or WorkItemState.Waiting;

    /// <summary>What the rules have to know of it.</summary>
    public WorkItemFacts Facts => new(Queue, State, AssigneeId, AssigneeName, Concern) { IsSnoozed = SnoozedUntil is not null, Snoozes = Snoozes };

    internal void GiveTo(string staffId, string staffName)
    {
        Wake();
        AssigneeId = staffId;
        AssigneeName = staffName;
        State = State == WorkItemState.Waiting ? WorkItemState.Waiting : WorkItemState.Claimed;
    }

    internal void GiveBack()
    {
        Wake();
        AssigneeId = null;
        AssigneeName = null;
        State = State == WorkItemState.Waiting ? WorkItemState.Waiting : WorkItemState.Open;
    }

    /// <summary>Puts it aside: it stays with whom it is and its clock goes on, but it stands behind the others.</summary>
    internal void Snooze(DateTimeOffset until, string reason)
    {
        SnoozedUntil = until;
        SnoozeReason = reason;
        Snoozes++;
        UrgencyAt = BehindAll;
    }

    /// <summary>Brings it back to where its due time puts it.</summary>
    internal void Wake()
    {
        if (SnoozedUntil is not null)
        {
            (SnoozedUntil, SnoozeReason) = (null, null);
            UrgencyAt = DueAt ?? BehindAll;
        }
    }

    internal void WaitForApplicant(DateTimeOffset now, WorkingCalendar calendar)
    {
        Wake();
        State = WorkItemState.Waiting;
        StopClock(now, calendar);
    }

    internal void ApplicantAnswered(DateTimeOffset now, WorkingCalendar calendar)
    {
        State = AssigneeId is null ? WorkItemState.Open : WorkItemState.Claimed;
        StartClock(now, calendar);
    }

    internal void StopClock(DateTimeOffset now, WorkingCalendar calendar)
    {
        if (DueAt is { } due)
        {
            RemainingTime = due > now ? calendar.Between(now, due) : TimeSpan.Zero;
            DueAt = null;
            UrgencyAt = BehindAll;
        }
    }

    internal void StartClock(DateTimeOffset now, WorkingCalendar calendar)
    {
        if (RemainingTime is { } remaining)
        {
            DueAt = calendar.Add(now, remaining);
            UrgencyAt = SnoozedUntil is null ? DueAt.Value : BehindAll;
            RemainingTime = null;
        }
    }

    /// <summary>Takes over what lists of work are narrowed by; called by the case whenever it changes.</summary>
    internal void BeOf(OnboardingCase owner) => (ProductCode, Channel, Kind, ProvinceCode) = (owner.ProductCode, owner.Channel, owner.Kind, owner.ProvinceCode);

    internal void MarkEscalated(DateTimeOffset now) => EscalatedAt = now;

    internal void MarkTold(int percent) => ToldPercent = percent;

    internal void Resolve(string resolution, DateTimeOffset now)
    {
        Resolution = resolution;
        Close(WorkItemState.Done, now);
    }

    internal void Close(WorkItemState end, DateTimeOffset now)
    {
        State = end;
        ClosedLate = IsLate(now);
        ClosedAt = now;
        DueAt = null;
        RemainingTime = null;
        (SnoozedUntil, SnoozeReason) = (null, null);
    }
}
