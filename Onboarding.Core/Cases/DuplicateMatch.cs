using Onboarding.Core.Matching;
using Onboarding.Core.Workflow;

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

/// <summary>Another registration that may be of the same person or business ("Pelanggan Baru": never recorded before).</summary>
public sealed class DuplicateMatch
{
    private DuplicateMatch()
    {
    }

    internal DuplicateMatch(Guid caseId, Guid otherCaseId, string otherNumber, MatchResult result, DateTimeOffset at)
    {
        CaseId = caseId;
        OtherCaseId = otherCaseId;
        OtherNumber = otherNumber;
        Score = result.Score;
        Reasons = result.Reasons;
        FoundAt = at;
    }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The other case.</summary>
    public Guid OtherCaseId { get; private set; }

    /// <summary>Its number.</summary>
    public string OtherNumber { get; private set; } = string.Empty;

    /// <summary>How likely both are one and the same, from 0 to 100, as it was last compared.</summary>
    public int Score { get; private set; }

    /// <summary>Why, the weightiest first.</summary>
    public IReadOnlyList<MatchReason> Reasons { get; private set; } = [];

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

    /// <summary>Since when the decision has to be made again, because the data changed in what both share (UTC); or null.</summary>
    public DateTimeOffset? OutdatedAt { get; private set; }

    /// <summary>Where the other case stands; filled when the case is loaded, not stored.</summary>
    public CaseStatus OtherStatus { get; internal set; }

    /// <summary>True when somebody has to decide.</summary>
    public bool IsOpen => Verdict is null || OutdatedAt is not null;

    /// <summary>
    /// True when this applicant is known already: decided to be the same as one who is a customer or on the way to be one. Who
    /// was rejected, withdrew or never answered may try again; the supervisor sees the decision.
    /// </summary>
    public bool IsKnownCustomer => !IsOpen && Verdict == DuplicateVerdict.Same && !EndedWithoutCustomer(OtherStatus);

    internal static bool EndedWithoutCustomer(CaseStatus status) =>
        status is CaseStatus.Rejected or CaseStatus.Withdrawn or CaseStatus.Expired or CaseStatus.Cancelled;

    internal void Decide(DuplicateVerdict verdict, string reason, string byName, DateTimeOffset at)
    {
        Verdict = verdict;
        Reason = reason;
        DecidedByName = byName;
        DecidedAt = at;
        OutdatedAt = null;
    }

    /// <summary>
    /// Takes what a later comparison found. "Somebody else" has to be decided again when something more is shared than then, "the same"
    /// also when something is no longer shared.
    /// </summary>
    internal void Renew(MatchResult result, bool isShown, DateTimeOffset at)
    {
        var isMore = isShown && result.Reasons.Except(Reasons).Any();
        var isLess = Reasons.Except(result.Reasons).Any();
        if (Verdict is not null && (isMore || (isLess && Verdict == DuplicateVerdict.Same)))
        {
            OutdatedAt = at;
        }

        Score = result.Score;
        Reasons = result.Reasons;
    }

    /// <summary>Takes over what was decided about the same two cases when the other one was worked on.</summary>
    internal void TakeOver(DuplicateMatch reverse)
    {
        Verdict = reverse.Verdict;
        Reason = reverse.Reason;
        DecidedByName = reverse.DecidedByName;
        DecidedAt = reverse.DecidedAt;
    }
}
