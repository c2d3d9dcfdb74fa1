using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Documents;
using Onboarding.Core.Matching;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>One decision or recommendation.</summary>
/// <param name="Outcome">What was decided.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="By">Who.</param>
/// <param name="At">When (UTC).</param>
public sealed record DecisionLine(DecisionOutcome Outcome, string? Reason, string By, DateTimeOffset At)
{
    /// <summary>The category of a rejection, or null.</summary>
    public LocalText? Category { get; init; }

    /// <summary>The rule of law or of the company on which the category rests, or null.</summary>
    public string? Ground { get; init; }

    /// <summary>What had to be mended before a case that was sent back went on.</summary>
    public IReadOnlyList<PointLine> Points { get; init; } = [];

    /// <summary>What the applicant said against a rejection, or null.</summary>
    public ObjectionLine? Objection { get; init; }
}

/// <summary>The applicant's objection to a rejection, with what was answered.</summary>
/// <param name="Text">What the applicant wrote.</param>
/// <param name="SubmittedAt">When (UTC).</param>
/// <param name="Answer">What was answered, or null while it waits.</param>
/// <param name="AnsweredBy">Who answered, or null.</param>
/// <param name="AnsweredAt">When (UTC), or null.</param>
public sealed record ObjectionLine(string Text, DateTimeOffset SubmittedAt, string? Answer, string? AnsweredBy, DateTimeOffset? AnsweredAt)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ObjectionLine);
}

/// <summary>One point with which a case was sent back.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Check">The line of the Form Verifikasi Data, or null when it is about none or that line is gone.</param>
/// <param name="Source">The external source that the line is about, or null.</param>
/// <param name="Remark">What had to be mended.</param>
/// <param name="DoneBy">Who ticked it off, or null.</param>
/// <param name="DoneAt">When (UTC), or null.</param>
public sealed record PointLine(PointSubject Subject, CheckKey? Check, SourceInfo? Source, string Remark, string? DoneBy, DateTimeOffset? DoneAt);

/// <summary>The part that one person took in the case.</summary>
/// <param name="Part">Which part.</param>
/// <param name="Name">Who.</param>
/// <param name="At">When first (UTC).</param>
public sealed record PartLine(Part Part, string Name, DateTimeOffset At);

/// <summary>One fact of the Form Verifikasi Data, as it was last checked or as a check that was replaced.</summary>
/// <param name="Key">Which fact, and what it is about.</param>
/// <param name="IsRequired">Whether the case cannot leave stage 2 without it.</param>
/// <param name="IsStale">True when data or documents changed since, so that it has to be checked again.</param>
/// <param name="Check">The check as it was recorded; null when there was none.</param>
/// <param name="DocumentVersion">Which version of its kind was looked at, or null.</param>
/// <param name="DocumentPart">Which part of it, or null when the version is one file.</param>
/// <param name="DocumentKind">Its kind, or null.</param>
/// <param name="Source">The external source that the line is about, or null when there is none or it is no longer configured.</param>
public sealed record CheckLine(
    CheckKey Key, bool IsRequired, bool IsStale, VerificationCheck? Check, int? DocumentVersion, PartNumber? DocumentPart, DocumentKind? DocumentKind, SourceInfo? Source)
{
    /// <summary>What was found; null when it was not checked.</summary>
    public CheckResult? Result => Check?.Result;

    /// <summary>Who checked.</summary>
    public string? By => Check?.ByName;
}

/// <summary>The blind re-entry of one field: how often it was typed and what came of it. What was typed is not printed.</summary>
/// <param name="Field">Which field.</param>
/// <param name="Number">Which attempt at it.</param>
/// <param name="IsEqual">Whether it equalled the applicant's value.</param>
/// <param name="Positions">Where it differed, separated by commas.</param>
/// <param name="Resolution">What the difference was, or null.</param>
/// <param name="By">Who typed.</param>
/// <param name="At">When (UTC).</param>
public sealed record ReentryLine(ReentryField Field, int Number, bool IsEqual, string Positions, ReentryResolution? Resolution, string By, DateTimeOffset At);

/// <summary>One answer of an external source.</summary>
/// <param name="Name">Short name of the source.</param>
/// <param name="Source">The source, or null when it is no longer configured.</param>
/// <param name="State">What it said as a whole.</param>
/// <param name="AnsweredAt">When it answered (UTC).</param>
/// <param name="IsReused">True when an earlier answer was used.</param>
/// <param name="By">Who asked.</param>
/// <param name="At">When it was asked for this case (UTC).</param>
public sealed record SourceAnswerLine(string Name, SourceInfo? Source, SourceState State, DateTimeOffset AnsweredAt, bool IsReused, string By, DateTimeOffset At);

/// <summary>Which part of a version that came in several files.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many there are.</param>
public sealed record PartNumber(int Number, int Count);

/// <summary>One file of one version of a document.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Version">Which version of its kind.</param>
/// <param name="Part">Which part of it, or null when the version is one file.</param>
/// <param name="IsCurrent">True for the newest of its kind.</param>
/// <param name="Type">Type found from the content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">SHA-256 of the content, 64 hexadecimal digits.</param>
/// <param name="UploadedBy">Who uploaded it.</param>
/// <param name="UploadedAt">When (UTC).</param>
/// <param name="IsIntact">What the last comparison with the storage found; null when none was made.</param>
/// <param name="VerifiedAt">When that was (UTC), or null.</param>
public sealed record DocumentLine(
    DocumentKind Kind,
    int Version,
    PartNumber? Part,
    bool IsCurrent,
    DocumentType Type,
    long Size,
    string Sha256,
    ReportPerson UploadedBy,
    DateTimeOffset UploadedAt,
    bool? IsIntact,
    DateTimeOffset? VerifiedAt);

/// <summary>One match of the duplicate search and what was decided about it.</summary>
/// <param name="OtherNumber">Number of the other case.</param>
/// <param name="Score">How likely both are one and the same, from 0 to 100.</param>
/// <param name="Reasons">Why, the weightiest first.</param>
/// <param name="FoundAt">When it was found (UTC).</param>
/// <param name="Verdict">What was decided, or null.</param>
/// <param name="Reason">Why.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="DecidedAt">When (UTC).</param>
public sealed record DuplicateLine(
    string OtherNumber,
    int Score,
    IReadOnlyList<MatchReason> Reasons,
    DateTimeOffset FoundAt,
    DuplicateVerdict? Verdict,
    string? Reason,
    string? DecidedBy,
    DateTimeOffset? DecidedAt);

/// <summary>One consent, or its refusal.</summary>
/// <param name="Purpose">Code of the purpose, see <see cref="Compliance.ConsentPurposes"/>.</param>
/// <param name="TextVersion">Version of the text that was shown.</param>
/// <param name="IsGiven">True when given.</param>
/// <param name="At">When (UTC).</param>
public sealed record ConsentLine(string Purpose, string TextVersion, bool IsGiven, DateTimeOffset At);

/// <summary>One step of the case: who did what, when and why.</summary>
/// <param name="Sequence">Place in the audit trail.</param>
/// <param name="Action">What was done, as in the audit trail.</param>
/// <param name="To">Status afterwards.</param>
/// <param name="By">Who.</param>
/// <param name="Roles">The roles of that person at that time.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Reason">Why, or null.</param>
public sealed record HistoryLine(
    int Sequence, string Action, CaseStatus To, ReportPerson By, IReadOnlyList<ActorRole> Roles, DateTimeOffset At, string? Reason);
