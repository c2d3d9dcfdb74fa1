using Onboarding.Core.Cases;
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
public sealed record DecisionLine(DecisionOutcome Outcome, string? Reason, string By, DateTimeOffset At);

/// <summary>The part that one person took in the case.</summary>
/// <param name="Part">Which part.</param>
/// <param name="Name">Who.</param>
/// <param name="At">When first (UTC).</param>
public sealed record PartLine(Part Part, string Name, DateTimeOffset At);

/// <summary>One fact of the Form Verifikasi Data, as it was last checked or as a check that was replaced.</summary>
/// <param name="Code">Which fact.</param>
/// <param name="IsRequired">Whether the case cannot leave stage 2 without it.</param>
/// <param name="Result">What was found; null when it was not checked.</param>
/// <param name="Evidence">What the result rests on.</param>
/// <param name="Remark">Remark, or null.</param>
/// <param name="By">Who checked.</param>
/// <param name="At">When (UTC).</param>
public sealed record CheckLine(CheckCode Code, bool IsRequired, CheckResult? Result, string? Evidence, string? Remark, string? By, DateTimeOffset? At);

/// <summary>One version of one document.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Version">Which version of its kind.</param>
/// <param name="IsCurrent">True for the newest of its kind.</param>
/// <param name="FileName">Name under which it was uploaded.</param>
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
    bool IsCurrent,
    string FileName,
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
