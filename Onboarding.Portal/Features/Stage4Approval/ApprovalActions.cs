using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Cases;

namespace Onboarding.Portal.Features.Stage4Approval;

/// <summary>What the supervisor decides, and what IT does about a failed activation, in stage 4.</summary>
/// <param name="approve">Approves.</param>
/// <param name="sendBack">Sends back to stage 2 or 3.</param>
/// <param name="reject">Rejects.</param>
/// <param name="retry">Tries the activation again.</param>
public sealed class ApprovalActions(
    ApproveCaseHandler approve, SendBackCaseHandler sendBack, RejectCaseHandler reject, RetryActivationHandler retry) : ICaseActionForms
{
    /// <inheritdoc />
    public IReadOnlyList<CaseActionForm> Forms { get; } =
    [
        new(CaseAction.Approve, IconName.HowToReg, () => ApprovalText.ApproveExplanation,
            (input, token) => approve.HandleAsync(new(input.Target, input.Text), input.Actor, token))
        {
            TextLabel = () => ApprovalText.ApproveRemarkLabel,
            IsForward = true,
        },
        new(CaseAction.SendBackToVerification, IconName.Undo, () => ApprovalText.SendBackToVerificationExplanation,
            (input, token) => sendBack.HandleAsync(new(input.Target, Stage.Verification, input.Text ?? ""), input.Actor, token))
        {
            Component = typeof(SendBackForm),
            TextLabel = () => ApprovalText.SendBackLabel,
            NeedsText = true,
        },
        new(CaseAction.SendBackToRecording, IconName.Undo, () => ApprovalText.SendBackToRecordingExplanation,
            (input, token) => sendBack.HandleAsync(new(input.Target, Stage.Recording, input.Text ?? ""), input.Actor, token))
        {
            Component = typeof(SendBackForm),
            TextLabel = () => ApprovalText.SendBackLabel,
            NeedsText = true,
        },
        new(CaseAction.Reject, IconName.Block, () => ApprovalText.RejectExplanation,
            (input, token) => reject.HandleAsync(new(input.Target, Category: "", input.Text ?? ""), input.Actor, token))
        {
            Component = typeof(RejectForm),
            TextLabel = () => ApprovalText.RejectLabel,
            NeedsText = true,
            IsDangerous = true,
        },
        new(CaseAction.RetryActivation, IconName.Refresh, () => ApprovalText.RetryExplanation,
            (input, token) => retry.HandleAsync(new(input.Target, input.Text), input.Actor, token))
        {
            TextLabel = () => ApprovalText.RetryLabel,
            IsForward = true,
        },
    ];
}
