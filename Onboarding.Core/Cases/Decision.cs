namespace Onboarding.Core.Cases;

/// <summary>What was decided (SOP stage 4) or recommended (stage 2).</summary>
public enum DecisionOutcome
{
    /// <summary>Administrasi recommends rejection.</summary>
    RejectionRecommended = 1,

    /// <summary>The supervisor approved.</summary>
    Approved,

    /// <summary>The supervisor rejected.</summary>
    Rejected,

    /// <summary>The supervisor sent the case back to verification.</summary>
    SentBackToVerification,

    /// <summary>The supervisor sent the case back to the customer record.</summary>
    SentBackToRecording,

    /// <summary>The supervisor opened a closed case again.</summary>
    Reopened,
}

/// <summary>One decision with who, when and why; none is ever changed (SOP: Form Persetujuan Pelanggan).</summary>
public sealed class Decision
{
    private Decision()
    {
    }

    internal Decision(Guid id, Guid caseId, DecisionOutcome outcome, string? reason, string byId, string byName, DateTimeOffset at)
    {
        Id = id;
        CaseId = caseId;
        Outcome = outcome;
        Reason = reason;
        ById = byId;
        ByName = byName;
        At = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>What was decided.</summary>
    public DecisionOutcome Outcome { get; private set; }

    /// <summary>Why; required for everything but an approval.</summary>
    public string? Reason { get; private set; }

    /// <summary>Code of the category of a rejection, or null.</summary>
    public string? Category { get; private set; }

    /// <summary>What only staff read, or null.</summary>
    public string? Remark { get; private set; }

    /// <summary>Who decided.</summary>
    public string ById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string ByName { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>True when it sent the case back to an earlier stage.</summary>
    public bool IsSendBack => Outcome is DecisionOutcome.SentBackToVerification or DecisionOutcome.SentBackToRecording;

    internal void Explain(string category, string? remark) => (Category, Remark) = (category, remark);
}
