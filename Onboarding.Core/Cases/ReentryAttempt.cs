using Onboarding.Core.Stages.Stage2Verification;

namespace Onboarding.Core.Cases;

/// <summary>What became of a re-entry that differed.</summary>
public enum ReentryResolution
{
    /// <summary>The verifier mistyped, and types again.</summary>
    TypingMistake = 1,

    /// <summary>Document and registration really differ.</summary>
    RealDifference,
}

/// <summary>One blind re-entry of one field (SOP stage 2). Kept for good: how often somebody had to type is part of the evidence.</summary>
public sealed class ReentryAttempt
{
    private ReentryAttempt()
    {
    }

    internal ReentryAttempt(Guid id, Guid caseId, ReentryField field, int number, TypedValue typed, string byId, string byName, DateTimeOffset at)
    {
        Id = id;
        CaseId = caseId;
        Field = field;
        Number = number;
        IsEqual = typed.DifferingPositions.Count == 0;
        Positions = string.Join(',', typed.DifferingPositions);
        ProtectedTyped = typed.Protected;
        BasisJson = typed.Basis.ToJson();
        ById = byId;
        ByName = byName;
        At = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Which field.</summary>
    public ReentryField Field { get; private set; }

    /// <summary>1 for the first attempt at the field, then counting up.</summary>
    public int Number { get; private set; }

    /// <summary>True when it equals the applicant's value.</summary>
    public bool IsEqual { get; private set; }

    /// <summary>Where it differs: positions in the applicant's value from 1, separated by commas; one more than its length for what was added at its end.</summary>
    public string Positions { get; private set; } = string.Empty;

    /// <summary>What was typed, encrypted.</summary>
    public byte[] ProtectedTyped { get; private set; } = [];

    /// <summary>The applicant's value and the document it was compared with, see <see cref="CheckBasis"/>.</summary>
    public string BasisJson { get; private set; } = string.Empty;

    /// <summary>What became of a difference; null while nobody has decided, and for an equal one.</summary>
    public ReentryResolution? Resolution { get; private set; }

    /// <summary>Who typed.</summary>
    public string ById { get; private set; } = string.Empty;

    /// <summary>Display name at that time.</summary>
    public string ByName { get; private set; } = string.Empty;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What it was compared with.</summary>
    internal CheckBasis Basis => CheckBasis.FromJson(BasisJson);

    internal void Resolve(ReentryResolution resolution) => Resolution = resolution;
}

/// <summary>What was typed and how it compares.</summary>
/// <param name="Protected">The text, encrypted.</param>
/// <param name="DifferingPositions">Where it differs; empty when it is equal.</param>
/// <param name="Basis">What it was compared with.</param>
internal sealed record TypedValue(byte[] Protected, IReadOnlyList<int> DifferingPositions, CheckBasis Basis);
