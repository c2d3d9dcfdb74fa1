using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>The supervisor sends the case back with a remark (stage 4).</summary>
/// <param name="Target">Which case.</param>
/// <param name="To">Stage 2 (verification) or stage 3 (customer record).</param>
/// <param name="Reason">What has to be mended; required.</param>
public sealed record SendBackCase(CaseTarget Target, Stage To, string Reason);

/// <summary>Handles <see cref="SendBackCase"/>.</summary>
/// <param name="writer">The gate to a case.</param>
public sealed class SendBackCaseHandler(CaseWriter writer) : IUseCase
{
    /// <summary>Puts the case back; what comes after that stage has to be done again.</summary>
    public Task<Result<CaseState>> HandleAsync(SendBackCase command, Actor actor, CancellationToken cancellationToken) =>
        writer.ActAsync(command.Target, actor, work => SendBack(work, command), cancellationToken);

    private static Refusal? SendBack(CaseWork work, SendBackCase command)
    {
        (CaseAction Action, DecisionOutcome Outcome)? way = command.To switch
        {
            Stage.Verification => (CaseAction.SendBackToVerification, DecisionOutcome.SentBackToVerification),
            Stage.Recording => (CaseAction.SendBackToRecording, DecisionOutcome.SentBackToRecording),
            Stage.Intake or Stage.Approval or Stage.FollowUp => null,
        };
        if (way is not { } chosen)
        {
            return new Invalid(nameof(SendBackCase.To), InputProblem.UnknownChoice);
        }

        if (work.Act(chosen.Action, command.Reason) is { } refusal)
        {
            return refusal;
        }

        work.Case.ReturnToEarlierStage();
        work.Case.Add(new Decision(work.NewId(), work.Case.Id, chosen.Outcome, FreeText.Clean(command.Reason), work.Actor.Id, work.Actor.Name, work.Now));
        return null;
    }
}
