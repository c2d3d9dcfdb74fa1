using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Portal.Components.Controls;

namespace Onboarding.Portal.Features.Cases;

/// <summary>What a member of staff sees of a document that cannot be opened.</summary>
internal static class DocumentStates
{
    /// <summary>How the state is marked.</summary>
    public static Tone ToneOf(DocumentState state) => state switch
    {
        DocumentState.Usable => Tone.Success,
        DocumentState.NotYetChecked => Tone.Warning,
        DocumentState.Quarantined or DocumentState.Removed => Tone.Danger,
    };

    /// <summary>Why it cannot be opened, and what to do.</summary>
    public static string Explain(CaseDocument document) => document.State switch
    {
        DocumentState.Removed when Enum.TryParse(document.Finding, out DocumentRejection reason) => DomainTexts.Of(reason),
        DocumentState.Removed => CaseText.DocumentStateRemoved,
        DocumentState.Quarantined => CaseText.DocumentStateQuarantined,
        DocumentState.NotYetChecked or DocumentState.Usable => CaseText.DocumentStateNotYetChecked,
    };
}
