using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Cases;

/// <summary>What a point is about: an item as in a clarification, or a line of the Form Verifikasi Data.</summary>
/// <param name="Item">Field, document or anything else.</param>
/// <param name="Check">The line of the form as one word, see <c>CheckKey</c>; null for the others.</param>
public sealed record PointSubject(ItemSubject Item, string? Check = null)
{
    /// <summary>A point about nothing that has a name of its own.</summary>
    public static PointSubject General { get; } = new(ItemSubject.General);

    /// <summary>A field.</summary>
    public static PointSubject OfField(string path) => new(ItemSubject.OfField(path));

    /// <summary>A kind of document.</summary>
    public static PointSubject OfDocument(DocumentKind kind) => new(ItemSubject.OfDocument(kind));

    /// <summary>A line of the form.</summary>
    public static PointSubject OfCheck(string check) => new(ItemSubject.General, check);
}

/// <summary>A point as the supervisor wrote it.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Remark">What has to be mended; required.</param>
public sealed record AskedPoint(PointSubject Subject, string Remark);

/// <summary>One thing that has to be mended before a case that was sent back goes on (SOP stage 4).</summary>
public sealed class SendBackPoint
{
    /// <summary>The greatest length of <see cref="Remark"/>.</summary>
    public const int RemarkMaxLength = 1000;

    /// <summary>More points than anybody mends in one go.</summary>
    public const int Most = 20;

    private SendBackPoint()
    {
    }

    internal SendBackPoint(Guid id, Decision decision, Stage stage, int position, AskedPoint asked, string remark)
    {
        Id = id;
        CaseId = decision.CaseId;
        DecisionId = decision.Id;
        Stage = stage;
        Position = position;
        Kind = asked.Subject.Item.Kind;
        Field = asked.Subject.Item.Field;
        Document = asked.Subject.Item.Document;
        Check = asked.Subject.Check;
        Remark = remark;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The decision that sent the case back.</summary>
    public Guid DecisionId { get; private set; }

    /// <summary>The stage in which it has to be mended.</summary>
    public Stage Stage { get; private set; }

    /// <summary>Place in the list, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Field, document or anything else.</summary>
    public ItemKind Kind { get; private set; }

    /// <summary>Path of the field, or null.</summary>
    public string? Field { get; private set; }

    /// <summary>Kind of document, or null.</summary>
    public DocumentKind? Document { get; private set; }

    /// <summary>Line of the form, or null.</summary>
    public string? Check { get; private set; }

    /// <summary>What has to be mended.</summary>
    public string Remark { get; private set; } = string.Empty;

    /// <summary>When it was ticked off (UTC), or null.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Display name of who ticked it off, or null.</summary>
    public string? DoneByName { get; private set; }

    /// <summary>What it is about.</summary>
    public PointSubject Subject => new(new ItemSubject(Kind, Field, Document), Check);

    internal void Settle(Actor by, DateTimeOffset at)
    {
        DoneAt = at;
        DoneByName = by.Name;
    }

    internal void Reopen()
    {
        DoneAt = null;
        DoneByName = null;
    }
}
