namespace Onboarding.Core.Cases;

/// <summary>What a person decided about a match.</summary>
public enum DuplicateVerdict
{
    /// <summary>The same person or business: not a new customer.</summary>
    Same = 1,

    /// <summary>Somebody else.</summary>
    Different,

    /// <summary>Somebody else who belongs together with the match: family, branch, the same representative.</summary>
    Related,
}

/// <summary>A registration that shares an identifying value with an earlier one ("Pelanggan Baru": never recorded before).</summary>
public sealed class DuplicateMatch
{
    private DuplicateMatch()
    {
    }

    internal DuplicateMatch(Guid caseId, Guid otherCaseId, string otherNumber, IdentityKeyKind kind, DateTimeOffset at)
    {
        CaseId = caseId;
        OtherCaseId = otherCaseId;
        OtherNumber = otherNumber;
        Kind = kind;
        FoundAt = at;
    }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The earlier case.</summary>
    public Guid OtherCaseId { get; private set; }

    /// <summary>Its number.</summary>
    public string OtherNumber { get; private set; } = string.Empty;

    /// <summary>Which value both have.</summary>
    public IdentityKeyKind Kind { get; private set; }

    /// <summary>When it was found (UTC).</summary>
    public DateTimeOffset FoundAt { get; private set; }

    /// <summary>What was decided, or null.</summary>
    public DuplicateVerdict? Verdict { get; private set; }

    /// <summary>Why.</summary>
    public string? Reason { get; private set; }

    /// <summary>Display name of the person who decided.</summary>
    public string? DecidedByName { get; private set; }

    /// <summary>When it was decided (UTC), or null.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    internal void Decide(DuplicateVerdict verdict, string reason, string byName, DateTimeOffset at)
    {
        Verdict = verdict;
        Reason = reason;
        DecidedByName = byName;
        DecidedAt = at;
    }
}
