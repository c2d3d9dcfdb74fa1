using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features.Cases;

namespace Onboarding.Portal.Features.Stage2Verification;

/// <summary>What Administrasi does by a button in stage 2.</summary>
/// <param name="complete">Every required check passed.</param>
/// <param name="recommend">Recommends rejection to the supervisor.</param>
public sealed class VerificationActions(
    CompleteVerificationHandler complete, RecommendRejectionHandler recommend) : ICaseActionForms
{
    /// <inheritdoc />
    public IReadOnlyList<CaseActionForm> Forms { get; } =
    [
        new(CaseAction.CompleteVerification, IconName.Verified, () => VerificationText.CompleteExplanation,
            (input, token) => complete.HandleAsync(new(input.Target), input.Actor, token))
        {
            IsForward = true,
        },
        new(CaseAction.RecommendRejection, IconName.Flag, () => VerificationText.RecommendExplanation,
            (input, token) => recommend.HandleAsync(new(input.Target, input.Text ?? ""), input.Actor, token))
        {
            TextLabel = () => CaseText.ReasonLabel,
            NeedsText = true,
            IsDangerous = true,
        },
    ];
}
