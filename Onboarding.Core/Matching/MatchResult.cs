namespace Onboarding.Core.Matching;

/// <summary>What the comparison of two applicants says.</summary>
/// <param name="Score">From 0 to 100; 100 when everything that is known of both is the same.</param>
/// <param name="Reasons">What speaks for one and the same, the weightiest first.</param>
public sealed record MatchResult(int Score, IReadOnlyList<MatchReason> Reasons)
{
    /// <summary>The greatest score.</summary>
    public const int MostPoints = 100;

    /// <summary>True when an identity number or the identity of a business is the same: such a match is always shown.</summary>
    public bool IsExact => Reasons.Count > 0 && Reasons[0] <= MatchReason.SameRepresentative;
}
