using Onboarding.Core.Stages.Stage5FollowUp;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Cases;

namespace Onboarding.Portal.Features.Stage5FollowUp;

/// <summary>What Customer Service does by a button in stage 5.</summary>
/// <param name="complete">Everything is done.</param>
/// <param name="ask">Asks the customer for feedback.</param>
/// <param name="notice">Notice and guide were given where mail does not arrive.</param>
public sealed class FollowUpActions(CompleteCaseHandler complete, AskFeedbackHandler ask, RecordActivationNoticeHandler notice) : ICaseActionForms
{
    /// <inheritdoc />
    public IReadOnlyList<CaseActionForm> Forms { get; } =
    [
        new(CaseAction.Complete, IconName.TaskAlt, () => FollowUpText.CompleteExplanation,
            (input, token) => complete.HandleAsync(new(input.Target), input.Actor, token))
        {
            IsForward = true,
        },
        new(CaseAction.AskFeedback, IconName.Star, () => FollowUpText.AskFeedbackExplanation,
            (input, token) => ask.HandleAsync(new(input.Target), input.Actor, token)),
        new(CaseAction.RecordActivationNotice, IconName.HowToReg, () => FollowUpText.NoticeGivenExplanation,
            (input, token) => notice.HandleAsync(new(input.Target, input.Text), input.Actor, token))
        {
            TextLabel = () => FollowUpText.NoticeGivenHow,
            NeedsText = true,
        },
    ];
}
