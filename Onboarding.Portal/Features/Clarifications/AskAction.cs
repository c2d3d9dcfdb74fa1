using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Features.Clarifications;

/// <summary>Asking has a name of its own in each of the two stages that ask.</summary>
public static class AskAction
{
    /// <summary>The action by which this person may ask now, or null.</summary>
    public static CaseAction? Of(CaseFile file) => First(file.May);

    /// <summary>The same, or by which this person could ask but for the hold.</summary>
    public static CaseAction? AfterHold(CaseFile file) => First(file.MayAfterHold);

    private static CaseAction? First(Func<CaseAction, bool> may) =>
        may(CaseAction.AskApplicant) ? CaseAction.AskApplicant : may(CaseAction.AskClarification) ? CaseAction.AskClarification : null;
}
