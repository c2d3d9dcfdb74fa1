using Onboarding.Core.Stages.Stage2Verification;

namespace Onboarding.Core.Cases;

/// <summary>One verification of one fact with result, evidence and who did it (SOP stage 2: Form Verifikasi Data). Never changed; a later one replaces it.</summary>
public sealed class VerificationCheck
{
    private VerificationCheck()
    {
    }

    internal VerificationCheck(Guid id, Guid caseId, CheckCode code, CheckResult result, string evidence, string? remark, string byId, string byName, DateTimeOffset at)
    {
        Id = id;
        CaseId = caseId;
        Code = code;
        Result = result;
        Evidence = evidence;
        Remark = remark;
        ById = byId;
        ByName = byName;
        At = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Which fact.</summary>
    public CheckCode Code { get; private set; }

    /// <summary>What was found.</summary>
    public CheckResult Result { get; private set; }

    /// <summary>What the result rests on.</summary>
    public string Evidence { get; private set; } = string.Empty;

    /// <summary>Remark, or null.</summary>
    public string? Remark { get; private set; }

    /// <summary>Who checked.</summary>
    public string ById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string ByName { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }
}
