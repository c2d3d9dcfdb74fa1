using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>A question to the applicant and the reply (SOP stage 2: "Menghubungi pelanggan untuk klarifikasi").</summary>
public sealed class Clarification
{
    private Clarification()
    {
    }

    internal Clarification(Guid id, Guid caseId, Stage stage, string question, string byId, string byName, DateTimeOffset at, DateTimeOffset answerBy, AccessLink link)
    {
        Id = id;
        CaseId = caseId;
        Stage = stage;
        Question = question;
        AskedById = byId;
        AskedByName = byName;
        AskedAt = at;
        AnswerBy = answerBy;
        TokenHash = link.Hash;
        ProtectedToken = link.ProtectedToken;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The stage in which it was asked.</summary>
    public Stage Stage { get; private set; }

    /// <summary>The question as the applicant reads it.</summary>
    public string Question { get; private set; } = string.Empty;

    /// <summary>Who asked.</summary>
    public string AskedById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string AskedByName { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Until when an answer is awaited; afterwards the case expires (UTC).</summary>
    public DateTimeOffset AnswerBy { get; private set; }

    /// <summary>Hash of the reply link's token. The link works until the reply or the end of the period.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>The token, encrypted.</summary>
    public byte[] ProtectedToken { get; private set; } = [];

    /// <summary>How many reminders were sent.</summary>
    public int RemindersSent { get; private set; }

    /// <summary>When the last reminder was sent (UTC), or null.</summary>
    public DateTimeOffset? LastReminderAt { get; private set; }

    /// <summary>The reply, or null.</summary>
    public string? ReplyText { get; private set; }

    /// <summary>Who replied or wrote the reply down: the applicant, or staff after a call.</summary>
    public string? RepliedByName { get; private set; }

    /// <summary>When the question was closed, by a reply or by the end of the case (UTC); null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    internal void Answer(string text, string byName, DateTimeOffset at)
    {
        ReplyText = text;
        RepliedByName = byName;
        ClosedAt = at;
    }

    internal void CloseUnanswered(DateTimeOffset at) => ClosedAt ??= at;

    internal void RecordReminder(DateTimeOffset at)
    {
        RemindersSent++;
        LastReminderAt = at;
    }

    // While compliance holds the case the applicant cannot answer, so the period must not run out on them.
    internal void Extend(TimeSpan by) => AnswerBy += by;
}
