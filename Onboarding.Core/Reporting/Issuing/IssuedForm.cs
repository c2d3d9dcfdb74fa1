using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting.Issuing;

/// <summary>How far an issued form is. Part of the database.</summary>
public enum IssuedFormState
{
    /// <summary>It has its number and waits to be printed. Nobody can open or confirm it.</summary>
    Pending = 1,

    /// <summary>Its bytes are stored; they never change again.</summary>
    Issued,

    /// <summary>It was given up before it was printed. Its number stays taken, so that the series has no gap.</summary>
    Void,
}

/// <summary>
/// A form of a case that was issued, or is about to be: numbered, with a public code, and stored as one PDF that is the form
/// from then on (SOP stages 1 to 5). Issuing again after the case changed makes another one; this one stays.
/// </summary>
public sealed class IssuedForm
{
    private IssuedForm()
    {
    }

    internal IssuedForm(Guid id, Guid caseId, Language language, FormNumber number, (byte[] Hash, byte[] ProtectedCode) code, Actor actor, DateTimeOffset now)
    {
        Id = id;
        CaseId = caseId;
        Kind = number.Kind;
        Language = language;
        Year = number.Year;
        Sequence = number.Sequence;
        Number = number.ToString();
        CodeHash = code.Hash;
        ProtectedCode = code.ProtectedCode;
        State = IssuedFormState.Pending;
        RequestedById = actor.Id;
        RequestedByName = actor.Name;
        RequestedAt = now;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Which form.</summary>
    public ReportKind Kind { get; private set; }

    /// <summary>In which language.</summary>
    public Language Language { get; private set; }

    /// <summary>Year of the number, in the office's zone.</summary>
    public int Year { get; private set; }

    /// <summary>Running number of the kind in that year.</summary>
    public int Sequence { get; private set; }

    /// <summary>The number, see <see cref="FormNumber"/>.</summary>
    public string Number { get; private set; } = string.Empty;

    /// <summary>Keyed hash of the confirmation code.</summary>
    public byte[] CodeHash { get; private set; } = [];

    /// <summary>The confirmation code, encrypted.</summary>
    public byte[] ProtectedCode { get; private set; } = [];

    /// <summary>How far it is.</summary>
    public IssuedFormState State { get; private set; }

    /// <summary>Id of the staff account that asked for it.</summary>
    public string RequestedById { get; private set; } = string.Empty;

    /// <summary>Who issued it, as printed on it.</summary>
    public string RequestedByName { get; private set; } = string.Empty;

    /// <summary>When it got its number (UTC).</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>When it was stored and thereby issued (UTC), or null.</summary>
    public DateTimeOffset? IssuedAt { get; private set; }

    /// <summary>The decision that it states, or null when it states none.</summary>
    public DecisionOutcome? Decision { get; private set; }

    /// <summary>See <see cref="CaseReport.Fingerprint"/>; null before it is issued.</summary>
    public byte[]? Fingerprint { get; private set; }

    /// <summary>The document of the case that holds its bytes, or null before it is issued.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>SHA-256 of the bytes, 32 bytes; null before it is issued.</summary>
    public byte[]? Sha256 { get; private set; }

    /// <summary>When a newer one of its kind and language took its place (UTC), or null.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>The name under which its file is saved.</summary>
    public string FileName => $"{Number.Replace('/', '-')}.pdf";

    /// <summary>The bytes are stored.</summary>
    internal void Issue(CaseReport report, Guid documentId, byte[] sha256, DateTimeOffset now)
    {
        State = IssuedFormState.Issued;
        IssuedAt = now;
        Decision = report.Decision;
        Fingerprint = report.Fingerprint();
        DocumentId = documentId;
        Sha256 = sha256;
    }

    /// <summary>A newer one takes its place.</summary>
    internal void Supersede(DateTimeOffset now) => SupersededAt ??= now;

    /// <summary>It will not be printed.</summary>
    internal void GiveUp() => State = IssuedFormState.Void;
}
