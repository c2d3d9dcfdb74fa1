using Onboarding.Core.Stages.Stage2Verification;

namespace Onboarding.Core.Cases;

/// <summary>One verification of one fact with result, evidence and who did it (SOP stage 2: Form Verifikasi Data). Never changed; a later one replaces it.</summary>
public sealed class VerificationCheck
{
    private VerificationCheck()
    {
    }

    internal VerificationCheck(Guid id, Guid caseId, CheckFinding found, CheckBasis basis, string byId, string byName, DateTimeOffset at)
    {
        Id = id;
        CaseId = caseId;
        Code = found.Key.Code;
        Subject = found.Key.Subject;
        Result = found.Result;
        EvidenceCodes = string.Join(',', found.Evidences.Distinct().Order());
        Evidence = found.Text;
        Remark = found.Remark;
        DocumentId = found.DocumentId;
        BasisJson = basis.ToJson();
        ById = byId;
        ByName = byName;
        At = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>1 for the case's first check, then counting up: two of the same instant still have an order.</summary>
    public int Number { get; private set; }

    /// <summary>Which fact.</summary>
    public CheckCode Code { get; private set; }

    /// <summary>What it is about, where the fact has several lines; otherwise empty.</summary>
    public string Subject { get; private set; } = string.Empty;

    /// <summary>What was found.</summary>
    public CheckResult Result { get; private set; }

    /// <summary>Names of <see cref="EvidenceKind"/>, separated by commas.</summary>
    public string EvidenceCodes { get; private set; } = string.Empty;

    /// <summary>What the result rests on beside the choices, in words; empty when they say everything.</summary>
    public string Evidence { get; private set; } = string.Empty;

    /// <summary>Remark, or null.</summary>
    public string? Remark { get; private set; }

    /// <summary>The version of a document that was looked at, or null.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>What the check rests on, see <see cref="CheckBasis"/>.</summary>
    public string BasisJson { get; private set; } = string.Empty;

    /// <summary>Who checked.</summary>
    public string ById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string ByName { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The line of the form.</summary>
    public CheckKey Key => new(Code, Subject);

    /// <summary>What was chosen as evidence.</summary>
    public IReadOnlyList<EvidenceKind> Evidences => [.. EvidenceCodes.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<EvidenceKind>)];

    /// <summary>The fields and document versions on which the check rests.</summary>
    internal CheckBasis Basis => CheckBasis.FromJson(BasisJson);

    internal void Place(int number) => Number = number;
}

/// <summary>What a check found.</summary>
/// <param name="Key">The line of the form.</param>
/// <param name="Result">The result.</param>
/// <param name="Evidences">What was chosen as evidence.</param>
/// <param name="Text">Evidence in words; may be empty.</param>
/// <param name="Remark">Remark, or null.</param>
/// <param name="DocumentId">The version of a document that was looked at, or null.</param>
internal sealed record CheckFinding(
    CheckKey Key, CheckResult Result, IReadOnlyCollection<EvidenceKind> Evidences, string Text = "", string? Remark = null, Guid? DocumentId = null);
