using Onboarding.Portal.Features.Stage1Intake;
using Onboarding.Portal.Features.Stage1Intake.Drafts;
using Onboarding.Portal.Features.Stage2Verification;
using Onboarding.Portal.Features.Stage3Recording;
using Onboarding.Portal.Features.Stage4Approval;
using Onboarding.Portal.Features.Stage5FollowUp;

namespace Onboarding.Portal.Features.Cases;

/// <summary>Registers what the case page is made of: each stage brings its own forms.</summary>
internal static class CaseFeature
{
    /// <summary>Adds the forms of the stages.</summary>
    public static void AddCaseFeature(this IServiceCollection services)
    {
        services.AddSingleton<IntakeDesk>();
        services.AddSingleton<ICaseActionForms, IntakeActions>();
        services.AddSingleton<ICaseActionForms, VerificationActions>();
        services.AddSingleton<ICaseActionForms, RecordingActions>();
        services.AddSingleton<ICaseActionForms, ApprovalActions>();
        services.AddSingleton<ICaseActionForms, FollowUpActions>();
        services.AddSingleton<ICaseActionForms, AnyStageActions>();
        services.AddSingleton<CaseActionCatalog>();
    }
}
