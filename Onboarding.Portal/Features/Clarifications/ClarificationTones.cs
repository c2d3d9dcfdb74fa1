using Onboarding.Core.Clarifications;
using Onboarding.Portal.Components.Controls;

namespace Onboarding.Portal.Features.Clarifications;

/// <summary>What the ends of rounds and contacts mean for the eye.</summary>
internal static class ClarificationTones
{
    /// <summary>The tone of a round; one without an end is still open.</summary>
    public static Tone Of(ClarificationOutcome? outcome) => outcome is { } known ? Of(known) : Tone.Info;

    /// <summary>The tone of a contact.</summary>
    public static Tone Of(ContactOutcome outcome) => outcome switch
    {
        ContactOutcome.Reached => Tone.Success,
        ContactOutcome.NotReached => Tone.Neutral,
        ContactOutcome.Promised => Tone.Warning,
    };

    private static Tone Of(ClarificationOutcome outcome) => outcome switch
    {
        ClarificationOutcome.Answered or ClarificationOutcome.WrittenDown => Tone.Success,
        ClarificationOutcome.Recalled => Tone.Neutral,
        ClarificationOutcome.Unanswered => Tone.Danger,
    };
}
