using Onboarding.Core.Documents;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Clarifications;

/// <summary>What the asker thinks of an answer.</summary>
public enum AnswerVerdict
{
    /// <summary>Taken over: a new value is in the data, a new document counts.</summary>
    Accepted = 1,

    /// <summary>Not taken over: the value stays as it was; it may be asked again.</summary>
    NotAccepted,
}

/// <summary>
/// One item of a clarification: what is asked, what was known then, what came back, and what the asker thinks of it.
/// An answer changes nothing by itself; the asker compares before and after and decides.
/// </summary>
public sealed class ClarificationItem
{
    private ClarificationItem()
    {
    }

    internal ClarificationItem(Guid id, Guid clarificationId, int position, AskedItem asked, string question, byte[]? protectedBefore)
    {
        Id = id;
        ClarificationId = clarificationId;
        Position = position;
        Kind = asked.Subject.Kind;
        Field = asked.Subject.Field;
        Document = asked.Subject.Document;
        DocumentId = asked.Subject.DocumentId;
        Problem = asked.Problem;
        Question = question;
        ProtectedBefore = protectedBefore;
    }

    /// <summary>Identity. Files of the answer wait under it until the reply is sent.</summary>
    public Guid Id { get; private set; }

    /// <summary>The round it belongs to.</summary>
    public Guid ClarificationId { get; private set; }

    /// <summary>Place in the round, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Field, document or question.</summary>
    public ItemKind Kind { get; private set; }

    /// <summary>Path of the field, or null.</summary>
    public string? Field { get; private set; }

    /// <summary>Kind of document, or null.</summary>
    public DocumentKind? Document { get; private set; }

    /// <summary>The version that was looked at, or null.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>What is wrong, from the asker's point of view.</summary>
    public ClarificationProblem Problem { get; private set; }

    /// <summary>The question as the applicant reads it.</summary>
    public string Question { get; private set; } = string.Empty;

    /// <summary>The value when it was asked, encrypted; null for what is no field.</summary>
    public byte[]? ProtectedBefore { get; private set; }

    /// <summary>The answer, encrypted: until <see cref="AnsweredAt"/> what was typed so far, afterwards what was sent.</summary>
    public byte[]? ProtectedAnswer { get; private set; }

    /// <summary>When it was answered (UTC); null while it is not, or when the round closed without an answer to it.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>What the asker thinks of the answer, or null while nobody looked.</summary>
    public AnswerVerdict? Verdict { get; private set; }

    /// <summary>Display name of who decided.</summary>
    public string? ReviewedByName { get; private set; }

    /// <summary>When (UTC), or null.</summary>
    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>What it is about.</summary>
    public ItemSubject Subject => new(Kind, Field, Document, DocumentId);

    /// <summary>True when there is an answer that nobody looked at.</summary>
    public bool AwaitsReview => AnsweredAt is not null && Verdict is null;

    /// <summary>The name under which problems of an item are reported.</summary>
    /// <param name="position">Place in the round.</param>
    /// <param name="part">Path of a field, or what else of the item.</param>
    public static string PartOf(int position, string part) => $"Items.{position}.{part}";

    internal void KeepDraft(byte[]? answer) => ProtectedAnswer = answer;

    internal void ForgetDraft()
    {
        if (AnsweredAt is null)
        {
            ProtectedAnswer = null;
        }
    }

    internal void Answer(byte[] answer, DateTimeOffset at)
    {
        ProtectedAnswer = answer;
        AnsweredAt = at;
    }

    internal void Review(AnswerVerdict verdict, Actor by, DateTimeOffset at)
    {
        Verdict = verdict;
        ReviewedByName = by.Name;
        ReviewedAt = at;
    }
}
