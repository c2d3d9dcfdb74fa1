using Onboarding.Core.Documents.Reading;
using Onboarding.Portal.Components.Controls;

namespace Onboarding.Portal.Features.Stage1Intake.Reading;

/// <summary>How sure the reader is, in a word: a percentage would promise more than it knows.</summary>
internal static class CardConfidence
{
    private const double High = 0.85;
    private const double Middle = 0.6;

    /// <summary>The word.</summary>
    public static string TextOf(CardSuggestion suggestion) =>
        suggestion.Confidence >= High ? CardReaderText.ConfidenceHigh : suggestion.Confidence >= Middle ? CardReaderText.ConfidenceMiddle : CardReaderText.ConfidenceLow;

    /// <summary>How it is marked.</summary>
    public static Tone ToneOf(CardSuggestion suggestion) =>
        suggestion.Confidence >= High ? Tone.Success : suggestion.Confidence >= Middle ? Tone.Warning : Tone.Danger;
}
