using Onboarding.Core.Workflow;

namespace Onboarding.Portal.Components.Controls;

/// <summary>The tone in which a status is shown, the same on every page.</summary>
public static class StatusTones
{
    /// <summary>Work of ours is information, waiting for others a warning, an end is good or bad.</summary>
    public static Tone Of(CaseStatus status) => status switch
    {
        CaseStatus.Draft or CaseStatus.Withdrawn or CaseStatus.Cancelled or CaseStatus.Expired => Tone.Neutral,
        CaseStatus.Received or CaseStatus.InVerification or CaseStatus.Verified or CaseStatus.Recorded
            or CaseStatus.AwaitingApproval or CaseStatus.Activating => Tone.Info,
        CaseStatus.AwaitingApplicant or CaseStatus.AwaitingClarification => Tone.Warning,
        CaseStatus.Active or CaseStatus.Completed => Tone.Success,
        CaseStatus.Rejected => Tone.Danger,
    };
}
