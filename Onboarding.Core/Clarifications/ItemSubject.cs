using Onboarding.Core.Documents;

namespace Onboarding.Core.Clarifications;

/// <summary>What an item of a clarification is about.</summary>
public enum ItemKind
{
    /// <summary>A field of the Formulir Pendaftaran Pelanggan; an address is asked for as a whole.</summary>
    Field = 1,

    /// <summary>A document: a better copy, or one that is missing.</summary>
    Document,

    /// <summary>Anything else; the answer is a text.</summary>
    Question,
}

/// <summary>What exactly an item is about.</summary>
/// <param name="Kind">Field, document or question.</param>
/// <param name="Field">Path of the field, see <see cref="Cases.ApplicantFields"/>; null for the others.</param>
/// <param name="Document">Kind of document; null for the others.</param>
/// <param name="DocumentId">The version that was looked at; null where there is none yet.</param>
public sealed record ItemSubject(ItemKind Kind, string? Field = null, DocumentKind? Document = null, Guid? DocumentId = null)
{
    /// <summary>A question about neither a field nor a document.</summary>
    public static ItemSubject General { get; } = new(ItemKind.Question);

    /// <summary>A field.</summary>
    public static ItemSubject OfField(string path) => new(ItemKind.Field, Field: path);

    /// <summary>A document.</summary>
    public static ItemSubject OfDocument(DocumentKind kind, Guid? version = null) => new(ItemKind.Document, Document: kind, DocumentId: version);

    /// <summary>Whether both ask for the same thing; two questions never do.</summary>
    public bool IsSameAs(ItemSubject other) => Kind != ItemKind.Question && Kind == other.Kind && Field == other.Field && Document == other.Document;
}

/// <summary>What is wrong, from the asker's point of view: it suggests the words of the question. Stored as text.</summary>
public enum ClarificationProblem
{
    /// <summary>Something else; the asker writes the question.</summary>
    Other = 1,

    /// <summary>The value is missing.</summary>
    ValueMissing,

    /// <summary>The value differs from the document.</summary>
    DiffersFromDocument,

    /// <summary>The number cannot be right or cannot be read on the document.</summary>
    NumberDoubtful,

    /// <summary>The telephone number or e-mail address reaches nobody.</summary>
    NotReachable,

    /// <summary>The address is not complete.</summary>
    AddressIncomplete,

    /// <summary>The document is missing.</summary>
    DocumentMissing,

    /// <summary>The picture is blurred or too dark.</summary>
    PictureBlurred,

    /// <summary>The picture does not show the whole document.</summary>
    PictureCropped,

    /// <summary>Pages are missing.</summary>
    PagesMissing,

    /// <summary>It is another document than the one asked for.</summary>
    WrongDocument,

    /// <summary>The document is no longer valid, or there is a later one (for example the latest deed).</summary>
    DocumentOutdated,
}

/// <summary>A question as the asker wrote it.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Question">The words that the applicant reads; required.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record AskedItem(ItemSubject Subject, string Question, ClarificationProblem Problem = ClarificationProblem.Other);

/// <summary>A question as the applicant reads it.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Question">The words.</param>
public sealed record ItemQuestion(ItemSubject Subject, string Question);
