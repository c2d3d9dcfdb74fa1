using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Reporting;

/// <summary>What every report of a case begins with: which case, whose registration, for what.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Kind">Person or business.</param>
/// <param name="ApplicantName">Name of the person or business, in full: a form that names nobody proves nothing.</param>
/// <param name="Product">What was registered for.</param>
/// <param name="Channel">Over which channel it came in.</param>
/// <param name="ReceivedAt">When it came in (UTC).</param>
/// <param name="Status">Where the case stands.</param>
/// <param name="IsOnHold">True while compliance holds it.</param>
/// <param name="CustomerNumber">Number in the customer register, or null before stage 3.</param>
/// <param name="Applicant">The applicant's data, identity numbers and contacts masked.</param>
/// <param name="Trail">The newest event of the case's audit trail when the report was made.</param>
public sealed record ReportSubject(
    Guid CaseId,
    string Number,
    CustomerKind Kind,
    string ApplicantName,
    ReportProduct Product,
    Channel Channel,
    DateTimeOffset ReceivedAt,
    CaseStatus Status,
    bool IsOnHold,
    string? CustomerNumber,
    IReadOnlyList<ReportField> Applicant,
    AuditProof Trail);

/// <summary>A product by its code and its names in both languages.</summary>
/// <param name="Code">Code.</param>
/// <param name="Indonesian">Name in Bahasa Indonesia.</param>
/// <param name="English">Name in English.</param>
public sealed record ReportProduct(string Code, string Indonesian, string English);

/// <summary>A place in the audit trail that a printed form can be compared with.</summary>
/// <param name="Sequence">Place in the case's chain, from 1.</param>
/// <param name="Hash">SHA-256 of the event, which covers all events before it; 64 hexadecimal digits.</param>
public sealed record AuditProof(int Sequence, string Hash);

/// <summary>Who is named on a report.</summary>
/// <param name="Name">Display name at the time of the action; empty for the applicant, whose name stands at the top.</param>
/// <param name="Party">Staff, applicant or the portal itself.</param>
public sealed record ReportPerson(string Name, ReportParty Party);

/// <summary>What kind of actor a <see cref="ReportPerson"/> is.</summary>
public enum ReportParty
{
    /// <summary>A member of staff.</summary>
    Staff = 1,

    /// <summary>The applicant.</summary>
    Applicant,

    /// <summary>The portal itself.</summary>
    Portal,
}

/// <summary>One line of the applicant's data. Exactly one of the values is set.</summary>
/// <param name="Field">Name of the property in the applicant's data, as in a field error.</param>
public sealed record ReportField(string Field)
{
    /// <summary>A text, ready to print; masked where <see cref="IsMasked"/> says so.</summary>
    public string? Text { get; init; }

    /// <summary>A date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>A choice (citizenship, sex, legal form), whose words are found where it is printed.</summary>
    public Enum? Choice { get; init; }

    /// <summary>True when part of the value is hidden.</summary>
    public bool IsMasked { get; init; }
}
