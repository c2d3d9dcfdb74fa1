using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>The supervisor sends the case back with a remark (stage 4).</summary>
/// <param name="Target">Which case.</param>
/// <param name="To">Stage 2 (verification) or stage 3 (customer record).</param>
/// <param name="Reason">What has to be mended; required.</param>
public sealed record SendBackCase(CaseTarget Target, Stage To, string Reason)
{
    /// <summary>What exactly, each with its remark; the stage ticks them off before the case goes on.</summary>
    public IReadOnlyList<AskedPoint> Points { get; init; } = [];
}

/// <summary>Handles <see cref="SendBackCase"/>.</summary>
/// <param name="decisions">The gate to a decision.</param>
public sealed class SendBackCaseHandler(DecisionWriter decisions) : IUseCase
{
    /// <summary>Puts the case back; what comes after that stage has to be done again.</summary>
    public Task<Result<CaseState>> HandleAsync(SendBackCase command, Actor actor, CancellationToken cancellationToken) =>
        decisions.DecideAsync(command.Target, actor, (work, _) => Task.FromResult(SendBack(work, command)), cancellationToken);

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

        var errors = SendBackPoints.Validate(work, command.Points);
        if (work.Act(chosen.Action, command.Reason, command.Points.Count == 0 ? null : $$"""{"points":{{command.Points.Count}}}""") is { } refusal)
        {
            return refusal;
        }

        if (errors.Count > 0)
        {
            return new Invalid(errors);
        }

        work.Case.ReturnToEarlierStage();
        var decision = new Decision(work.NewId(), work.Case.Id, chosen.Outcome, FreeText.Clean(command.Reason), work.Actor.Id, work.Actor.Name, work.Now);
        work.Case.Add(decision);
        SendBackPoints.Keep(work, decision, command.To, command.Points);
        return null;
    }
}
