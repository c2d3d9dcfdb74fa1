using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Portal.Components.Controls;

namespace Onboarding.Portal.Features.Cases;

/// <summary>What the colour of a result says. The words stand beside it always.</summary>
public static class CaseTones
{
    /// <summary>A decision about a match; none yet is a warning.</summary>
    public static Tone Of(DuplicateVerdict? verdict) => verdict is { } decided ? Of(decided) : Tone.Warning;

    /// <summary>The latest result of a check.</summary>
    public static Tone Of(CheckResult? result) => result is { } known ? Of(known) : Tone.Neutral;

    /// <summary>The answer of an external source; none yet says nothing.</summary>
    public static Tone Of(SourceState? state) => state is { } known ? Of(known) : Tone.Neutral;

    /// <summary>The outcome of a follow-up.</summary>
    public static Tone Of(FollowUpOutcome? outcome) => outcome is { } known ? Of(known) : Tone.Neutral;

    /// <summary>A decision or recommendation.</summary>
    public static Tone Of(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Approved => Tone.Success,
        DecisionOutcome.Rejected => Tone.Danger,
        DecisionOutcome.RejectionRecommended or DecisionOutcome.SentBackToVerification or DecisionOutcome.SentBackToRecording => Tone.Warning,
        DecisionOutcome.Reopened => Tone.Info,
    };

    /// <summary>What came of an exchange with the activation system.</summary>
    public static Tone Of(ExchangeOutcome outcome) => outcome switch
    {
        ExchangeOutcome.Done => Tone.Success,
        ExchangeOutcome.Accepted => Tone.Info,
        ExchangeOutcome.Failed => Tone.Danger,
    };

    private static Tone Of(DuplicateVerdict verdict) => verdict switch
    {
        DuplicateVerdict.Same => Tone.Danger,
        DuplicateVerdict.Different => Tone.Success,
        DuplicateVerdict.Related => Tone.Info,
    };

    private static Tone Of(CheckResult result) => result switch
    {
        CheckResult.Passed => Tone.Success,
        CheckResult.Failed => Tone.Danger,
        CheckResult.Inconclusive => Tone.Warning,
    };

    private static Tone Of(SourceState state) => state switch
    {
        SourceState.Match => Tone.Success,
        SourceState.Mismatch or SourceState.NotFound => Tone.Danger,
        SourceState.Unavailable => Tone.Warning,
    };

    private static Tone Of(FollowUpOutcome outcome) => outcome switch
    {
        FollowUpOutcome.Understood => Tone.Success,
        FollowUpOutcome.HasProblem => Tone.Danger,
        FollowUpOutcome.NotReached => Tone.Warning,
    };
}
