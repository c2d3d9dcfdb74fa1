using Onboarding.Core.Audit;
using Onboarding.Core.Messages;
using Onboarding.Core.Notifications;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>
/// One unit of work on one case: the case, who acts and when. It is the only writer of the status. What it gathers
/// (audit events, outbox messages, queues touched) is saved by <see cref="CaseWriter"/> in one transaction.
/// </summary>
public sealed class CaseWork
{
    private readonly TimeProvider _clock;
    private readonly List<AuditEvent> _events = [];
    private readonly List<OutboxMessage> _messages = [];
    private readonly List<Notice> _notices = [];
    private readonly HashSet<WorkQueue> _touched = [];

    internal CaseWork(OnboardingCase owner, ApplicantData data, Actor actor, TimeProvider clock, CaseRules rules)
    {
        Case = owner;
        Data = data;
        Actor = actor;
        _clock = clock;
        Rules = rules;
        Now = Instant.Now(clock);
        HeldBefore = owner.WorkItems.Where(item => item.ClosedAt is null).ToDictionary(item => item.Id, item => item.AssigneeId);
    }

    /// <summary>The case.</summary>
    public OnboardingCase Case { get; }

    /// <summary>The applicant's data, readable.</summary>
    public ApplicantData Data { get; internal set; }

    /// <summary>Who acts.</summary>
    public Actor Actor { get; }

    /// <summary>The one instant at which all of this happens (UTC, whole milliseconds).</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The calendar and periods of the office.</summary>
    public SlaPolicy Policy => Rules.Policy;

    /// <summary>The rules of now.</summary>
    public CaseRules Rules { get; }

    /// <summary>The Form Verifikasi Data as it stands now.</summary>
    public VerificationForm Form => Rules.Verification.Read(Case, Data);

    /// <summary>The engine's facts as the case stands now.</summary>
    public CaseFacts Facts => CaseFactsReader.Read(Case, Data, Rules);

    /// <summary>Who had the live work items before.</summary>
    internal IReadOnlyDictionary<Guid, string?> HeldBefore { get; }

    /// <summary>True when something was done that must be saved.</summary>
    internal bool HasChanges => _events.Count > 0 || _notices.Count > 0;

    /// <summary>Audit events gathered.</summary>
    internal IReadOnlyList<AuditEvent> Events => _events;

    /// <summary>Outbox messages gathered.</summary>
    internal IReadOnlyList<OutboxMessage> Messages => _messages;

    /// <summary>What people are told beyond what follows from the events.</summary>
    internal IReadOnlyList<Notice> Notices => _notices;

    /// <summary>Queues whose rows changed.</summary>
    internal IReadOnlyCollection<WorkQueue> TouchedQueues => _touched;

    /// <summary>A new id.</summary>
    internal Guid NewId() => SequentialId.New(_clock);

    /// <summary>
    /// Asks the transition table and, when it allows, moves the case and its work item and writes the audit event.
    /// Null when done, otherwise the refusal, and nothing has changed.
    /// </summary>
    internal Refusal? Act(CaseAction action, string? reason = null, string? details = null, byte[]? protectedDetails = null)
    {
        reason = FreeText.CleanOrNull(reason);
        var decided = TransitionEngine.Decide(Facts, action, Actor, reason);
        if ((decided.Refusal ?? FreeText.Refuse(nameof(AuditEntry.Reason), reason)) is { } refusal)
        {
            return refusal;
        }

        var row = decided.Value;
        if (Parts.Of(row) is { } part)
        {
            Case.TakePart(Actor, part, Now);
        }

        if (row.Moves)
        {
            Case.MoveTo(row.To, Now);
            MoveWorkItem(row);
        }

        Touch(Case.LiveWorkItem?.Queue);
        Case.Touch(Now);
        Record(new AuditEntry(action.ToString())
        {
            From = row.From.ToString(),
            To = row.To.ToString(),
            Reason = reason,
            Details = details,
            ProtectedDetails = protectedDetails,
        });
        TellPartner(row);
        return null;
    }

    /// <summary>Writes an audit event of this case.</summary>
    internal void Record(AuditEntry entry) => _events.Add(AuditEvent.Append(Case, NewId(), entry, Actor, Now));

    /// <summary>Notes a change of a work item: a new version of the case, an audit event, a changed row.</summary>
    internal void Note(WorkItem item, WorkItemAction action, string details, string? reason = null)
    {
        Case.Touch(Now);
        Touch(item.Queue);
        Record(new AuditEntry($"WorkItem.{action}") { Details = details, Reason = reason });
    }

    /// <summary>Tells people of something that is no change of the case.</summary>
    internal void Tell(IEnumerable<Notice> notices) => _notices.AddRange(notices);

    /// <summary>Escalates a work item to the supervisors (SOP: "pengawasan"). The case stays in its version: nobody who works on it is sent back for that.</summary>
    internal void Escalate(WorkItem item)
    {
        item.MarkEscalated(Now);
        Touch(item.Queue);
        Record(new AuditEntry($"WorkItem.{WorkItemAction.Escalate}") { Details = $$"""{"workItem":"{{item.Id:N}}"}""" });
        Send(OutboxKind.MailEscalation, item.Id);
    }

    /// <summary>Puts a message into the outbox.</summary>
    internal void Send(OutboxKind kind, Guid? subjectId = null) =>
        _messages.Add(new OutboxMessage(NewId(), Case.Id, kind, subjectId, Now));

    /// <summary>Puts a short message into the outbox, where the company sends them and the applicant's number takes them.</summary>
    internal void SendText(OutboxKind kind)
    {
        if (Rules.Texts.IsOn && TextMessageRules.Takes(Data.Phone))
        {
            Send(kind);
        }
    }

    /// <summary>Opens a work item; the case must not have a live one.</summary>
    internal WorkItem OpenWorkItem(WorkQueue queue)
    {
        var item = new WorkItem(NewId(), Case, queue, Now, Policy.DueAt(queue, Now));
        Case.Add(item);
        Touch(queue);
        return item;
    }

    /// <summary>Raises a concern beside the path of the case, unless the same one waits to be resolved already.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="subjectId">The very thing, or null for the case itself.</param>
    internal void RaiseConcern(ConcernKind kind, Guid? subjectId = null)
    {
        var subject = subjectId ?? Case.Id;
        if (Case.LiveConcerns.Any(item => item.Concern == kind && item.SubjectId == subject))
        {
            return;
        }

        var item = new WorkItem(NewId(), Case, kind, subject, Now, Policy.DueAt(Concerns.QueueOf(kind), Now));
        Case.Add(item);
        if (Case.Hold is not null)
        {
            item.StopClock(Now, Policy.Calendar);
        }

        Note(item, WorkItemAction.Raise, $$"""{"workItem":"{{item.Id:N}}","concern":"{{kind}}"}""");
    }

    /// <summary>Ends the live work item, if there is one.</summary>
    internal void CloseWorkItem(WorkItemState end)
    {
        if (Case.LiveWorkItem is { } item)
        {
            Touch(item.Queue);
            item.Close(end, Now);
        }
    }

    /// <summary>Marks a queue as changed.</summary>
    internal void Touch(WorkQueue? queue)
    {
        if (queue is { } changed)
        {
            _touched.Add(changed);
        }
    }

    // The partner is told which step it was: the case may stand elsewhere by the time the message is sent.
    private void TellPartner(Transition row)
    {
        if (row.Moves && Case.PartnerId is { } partner)
        {
            _messages.Add(new OutboxMessage(NewId(), Case.Id, OutboxKind.WebhookStatusChanged, _events[^1].Id, Now, partner));
        }
    }

    private void MoveWorkItem(Transition row)
    {
        var item = Case.LiveWorkItem;
        var to = CaseStatuses.Of(row.To);
        if (item is not null && to.Queue == item.Queue && to.Clock == SlaClock.Stands)
        {
            item.WaitForApplicant(Now, Policy.Calendar);
            Touch(item.Queue);
        }
        else if (item is { State: WorkItemState.Waiting } && to.Queue == item.Queue)
        {
            item.ApplicantAnswered(Now, Policy.Calendar);
            Touch(item.Queue);
        }
        else
        {
            // Whoever had it did it; when somebody else moved the case on, nobody did.
            CloseWorkItem(item?.AssigneeId == Actor.Id ? WorkItemState.Done : WorkItemState.Cancelled);
            if (to.Queue is { } next)
            {
                OpenWorkItem(next);
            }
        }
    }
}
