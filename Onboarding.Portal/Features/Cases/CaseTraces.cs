using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Features.Cases;

/// <summary>What a stage has left in a case, so that a case that ended or went back still shows it.</summary>
internal static class CaseTraces
{
    /// <summary>True when something was recorded in this stage.</summary>
    public static bool Has(CaseFile file, Stage stage) => stage switch
    {
        Stage.Intake => true,
        Stage.Verification => file.Case.Checks.Count > 0,
        Stage.Recording => file.Customer is not null,
        Stage.Approval => file.Case.Decisions.Count > 0,
        Stage.FollowUp => file.Case.ActivatedAt is not null,
    };
}
