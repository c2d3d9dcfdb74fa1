using Onboarding.Core.Cases;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;

namespace Onboarding.Portal.Features.Cases;

/// <summary>What can happen in any stage: a withdrawal, a hold, a reopening.</summary>
/// <param name="withdraw">Ends a case for its applicant.</param>
/// <param name="hold">Holds and releases.</param>
/// <param name="reopen">Opens a closed case again.</param>
public sealed class AnyStageActions(
    WithdrawCaseHandler withdraw, HoldCaseHandler hold, ReopenCaseHandler reopen) : ICaseActionForms
{
    /// <inheritdoc />
    public IReadOnlyList<CaseActionForm> Forms { get; } =
    [
        new(CaseAction.Reopen, IconName.Undo, () => CaseText.ReopenExplanation,
            (input, token) => reopen.HandleAsync(new(input.Target, input.Text ?? ""), input.Actor, token))
        {
            TextLabel = () => CaseText.ReasonLabel,
            NeedsText = true,
            IsForward = true,
        },
        new(CaseAction.ReleaseHold, IconName.PlayCircle, () => CaseText.ReleaseHoldExplanation,
            (input, token) => hold.ReleaseAsync(new(input.Target, input.Text ?? ""), input.Actor, token))
        {
            TextLabel = () => CaseText.ReasonLabel,
            NeedsText = true,
            IsForward = true,
        },
        new(CaseAction.PlaceHold, IconName.PauseCircle, () => CaseText.PlaceHoldExplanation,
            (input, token) => hold.PlaceAsync(new(input.Target, input.Text ?? ""), input.Actor, token))
        {
            TextLabel = () => CaseText.ReasonLabel,
            NeedsText = true,
            IsDangerous = true,
        },
        new(CaseAction.Withdraw, IconName.Logout, () => CaseText.WithdrawExplanation,
            (input, token) => withdraw.HandleAsync(new(input.Target, input.Text), input.Actor, token))
        {
            TextLabel = () => CaseText.WithdrawLabel,
            NeedsText = true,
            IsDangerous = true,
        },
    ];
}
