using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Cases;

namespace Onboarding.Portal.Features.Stage3Recording;

/// <summary>What IT does by a button in stage 3.</summary>
/// <param name="confirm">Documents are stored safely.</param>
public sealed class RecordingActions(ConfirmStorageHandler confirm) : ICaseActionForms
{
    /// <inheritdoc />
    public IReadOnlyList<CaseActionForm> Forms { get; } =
    [
        new(CaseAction.ConfirmStorage, IconName.CloudDone, () => RecordingText.ConfirmStorageExplanation,
            (input, token) => confirm.HandleAsync(new(input.Target), input.Actor, token))
        {
            IsForward = true,
        },
    ];
}
