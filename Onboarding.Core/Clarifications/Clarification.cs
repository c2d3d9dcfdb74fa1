using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Clarifications;

/// <summary>How a request to the applicant ended.</summary>
public enum ClarificationOutcome
{
    /// <summary>The applicant answered behind the link.</summary>
    Answered = 1,

    /// <summary>Staff wrote down what the applicant said.</summary>
    WrittenDown,

    /// <summary>Staff took the request back.</summary>
    Recalled,

    /// <summary>The case ended while the answer was awaited.</summary>
    Unanswered,
}

/// <summary>
/// One round of clarification (SOP stage 2: "Menghubungi pelanggan untuk klarifikasi"; stage 1 asks the same way): one request
/// with one link and one or more items, each about a field, a document or something else.
/// </summary>
public sealed class Clarification
{
    private readonly List<ClarificationItem> _items = [];

    private Clarification()
    {
    }

    internal Clarification(NewClarification given)
    {
        Id = given.Id;
        CaseId = given.CaseId;
        Round = given.Round;
        Stage = given.Stage;
        AskedById = given.By.Id;
        AskedByName = given.By.Name;
        AskedAt = given.At;
        AnswerBy = given.AnswerBy;
        NextStepAt = Earlier(given.RemindAt, given.AnswerBy);
        Link(given.Link);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>1 for the first request of the case, then counting up.</summary>
    public int Round { get; private set; }

    /// <summary>The stage in which it was asked.</summary>
    public Stage Stage { get; private set; }

    /// <summary>Who asked.</summary>
    public string AskedById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string AskedByName { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Until when an answer is awaited; afterwards the case expires (UTC).</summary>
    public DateTimeOffset AnswerBy { get; private set; }

    /// <summary>When a reminder or the expiry is due, whichever comes first (UTC).</summary>
    public DateTimeOffset NextStepAt { get; private set; }

    /// <summary>Hash of the reply link's token. The link works until the round is closed, the period is over or a new link is sent.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>The token, encrypted.</summary>
    public byte[] ProtectedToken { get; private set; } = [];

    /// <summary>How often a new link was sent.</summary>
    public int LinksResent { get; private set; }

    /// <summary>How many reminders were sent.</summary>
    public int RemindersSent { get; private set; }

    /// <summary>When the last reminder was sent (UTC), or null.</summary>
    public DateTimeOffset? LastReminderAt { get; private set; }

    /// <summary>Who replied or wrote the reply down, or null: the applicant, or staff after a contact.</summary>
    public string? RepliedByName { get; private set; }

    /// <summary>How the reply reached the staff who wrote it down, or null.</summary>
    public ContactChannel? RepliedOver { get; private set; }

    /// <summary>What the written-down reply rests on, or null.</summary>
    public string? Evidence { get; private set; }

    /// <summary>How it ended, or null while it is open.</summary>
    public ClarificationOutcome? Outcome { get; private set; }

    /// <summary>When it was closed (UTC); null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<ClarificationItem> Items => _items;

    internal void Add(ClarificationItem item) => _items.Add(item);

    /// <summary>Puts another link in the place of the present one, which is dead from then on.</summary>
    internal void Resend(AccessLink link)
    {
        Link(link);
        LinksResent++;
    }

    internal void Close(ClarificationOutcome outcome, string byName, DateTimeOffset at)
    {
        Outcome = outcome;
        RepliedByName = byName;
        ClosedAt = at;
        ForgetDrafts();
    }

    internal void NoteEvidence(ContactChannel channel, string evidence)
    {
        RepliedOver = channel;
        Evidence = evidence;
    }

    internal void CloseUnanswered(ClarificationOutcome outcome, DateTimeOffset at)
    {
        Outcome = outcome;
        ClosedAt = at;
        ForgetDrafts();
    }

    internal void RecordReminder(DateTimeOffset at, DateTimeOffset next)
    {
        RemindersSent++;
        LastReminderAt = at;
        NextStepAt = Earlier(next, AnswerBy);
    }

    // While compliance holds the case the applicant cannot answer, so no period must run out on them.
    internal void Extend(TimeSpan by)
    {
        AnswerBy += by;
        NextStepAt += by;
    }

    private void Link(AccessLink link)
    {
        TokenHash = link.Hash;
        ProtectedToken = link.ProtectedToken;
    }

    // What was typed and never sent is nobody's answer, and personal data that nobody needs.
    private void ForgetDrafts() => _items.ForEach(item => item.ForgetDraft());

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}

/// <summary>What a new round is made of.</summary>
/// <param name="Id">Identity.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Round">Which round of the case.</param>
/// <param name="Stage">The stage.</param>
/// <param name="By">Who asks.</param>
/// <param name="At">When (UTC).</param>
/// <param name="AnswerBy">Until when an answer is awaited (UTC).</param>
/// <param name="RemindAt">When the first reminder is due (UTC).</param>
/// <param name="Link">The reply link.</param>
internal sealed record NewClarification(
    Guid Id, Guid CaseId, int Round, Stage Stage, Actor By, DateTimeOffset At, DateTimeOffset AnswerBy, DateTimeOffset RemindAt, AccessLink Link);
