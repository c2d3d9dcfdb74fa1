namespace Onboarding.Core.Cases;

/// <summary>Form Feedback Pelanggan (SOP stage 5): asked once, answered once through a single-use link.</summary>
public sealed class Feedback
{
    private Feedback()
    {
    }

    internal Feedback(Guid caseId, AccessLink link, DateTimeOffset askedAt)
    {
        CaseId = caseId;
        TokenHash = link.Hash;
        ProtectedToken = link.ProtectedToken;
        AskedAt = askedAt;
    }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Hash of the link's token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>The token, encrypted.</summary>
    public byte[] ProtectedToken { get; private set; } = [];

    /// <summary>When it was asked for (UTC).</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Satisfaction from 1 to 5, or null.</summary>
    public int? Satisfaction { get; private set; }

    /// <summary>Ease from 1 to 5, or null.</summary>
    public int? Ease { get; private set; }

    /// <summary>Remarks, or null.</summary>
    public string? Remark { get; private set; }

    /// <summary>When it was given (UTC), or null.</summary>
    public DateTimeOffset? GivenAt { get; private set; }

    /// <summary>True when one of the scores asks for a call.</summary>
    /// <param name="lowestGood">The lowest score with which nobody has to call.</param>
    public bool IsLow(int lowestGood) => Satisfaction < lowestGood || Ease < lowestGood;

    internal void Give(int satisfaction, int ease, string? remark, DateTimeOffset at)
    {
        Satisfaction = satisfaction;
        Ease = ease;
        Remark = remark;
        GivenAt = at;
    }
}
