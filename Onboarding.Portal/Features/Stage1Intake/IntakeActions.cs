using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Cases;

namespace Onboarding.Portal.Features.Stage1Intake;

/// <summary>What Customer Service does by a button in stage 1.</summary>
/// <param name="complete">Hands the case over to verification.</param>
/// <param name="cancel">Ends a duplicate or spam.</param>
/// <param name="drafts">Discards an offline draft.</param>
public sealed class IntakeActions(
    CompleteIntakeHandler complete, CancelRegistrationHandler cancel, SubmitDraftHandler drafts) : ICaseActionForms
{
    /// <inheritdoc />
    public IReadOnlyList<CaseActionForm> Forms { get; } =
    [
        new(CaseAction.CompleteIntake, IconName.TaskAlt, () => ChecklistText.CompleteExplanation,
            (input, token) => complete.HandleAsync(new(input.Target), input.Actor, token))
        {
            IsForward = true,
        },
        new(CaseAction.CancelRegistration, IconName.Cancel, () => ChecklistText.CancelExplanation,
            (input, token) => cancel.HandleAsync(new(input.Target, input.Text ?? ""), input.Actor, token))
        {
            TextLabel = () => CaseText.ReasonLabel,
            NeedsText = true,
            IsDangerous = true,
        },
        new(CaseAction.Discard, IconName.Delete, () => ChecklistText.DiscardExplanation,
            (input, token) => drafts.DiscardAsync(input.Target, input.Actor, token))
        {
            IsDangerous = true,
        },
    ];
}
