using Onboarding.Core.Aftercare;
using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage5FollowUp;

/// <summary>The customer gives feedback through the single-use link (SOP stage 5).</summary>
/// <param name="CaseId">Which case, found by the link.</param>
/// <param name="Satisfaction">From 1 to 5.</param>
/// <param name="Ease">From 1 to 5.</param>
/// <param name="Remark">Remarks, or null.</param>
public sealed record GiveFeedback(Guid CaseId, int Satisfaction, int Ease, string? Remark);

/// <summary>Handles <see cref="GiveFeedback"/>.</summary>
/// <param name="writer">The gate to a case.</param>
/// <param name="settings">Which score is low.</param>
public sealed class GiveFeedbackHandler(CaseWriter writer, AftercareSettings settings) : IUseCase
{
    private const int MaxLength = 2000;

    /// <summary>Keeps the answer once; a low score becomes work for Customer Service.</summary>
    public Task<Result<CaseState>> HandleAsync(GiveFeedback command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(
            new CaseTarget(command.CaseId, null),
            actor,
            work =>
            {
                if (Validate(command) is { } invalid)
                {
                    return invalid;
                }

                if (work.Act(CaseAction.GiveFeedback) is { } refusal)
                {
                    return refusal;
                }

                work.Case.Feedback!.Give(command.Satisfaction, command.Ease, FreeText.CleanOrNull(command.Remark), work.Now);
                if (work.Case.Feedback.IsLow(settings.LowestGoodScore))
                {
                    work.RaiseConcern(ConcernKind.LowScore);
                }

                return null;
            },
            cancellationToken);

    private static Invalid? Validate(GiveFeedback command)
    {
        if (command.Satisfaction is < 1 or > 5)
        {
            return new Invalid(nameof(GiveFeedback.Satisfaction), InputProblem.OutOfRange, "1", "5");
        }

        if (command.Ease is < 1 or > 5)
        {
            return new Invalid(nameof(GiveFeedback.Ease), InputProblem.OutOfRange, "1", "5");
        }

        return FreeText.Refuse(nameof(GiveFeedback.Remark), command.Remark, MaxLength);
    }
}
