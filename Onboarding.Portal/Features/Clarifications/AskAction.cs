using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Features.Clarifications;

/// <summary>Asking has a name of its own in each of the two stages that ask.</summary>
public static class AskAction
{
    /// <summary>The action by which this person may ask now, or null.</summary>
    public static CaseAction? Of(CaseFile file) =>
        file.May(CaseAction.AskApplicant) ? CaseAction.AskApplicant : file.May(CaseAction.AskClarification) ? CaseAction.AskClarification : null;
}
