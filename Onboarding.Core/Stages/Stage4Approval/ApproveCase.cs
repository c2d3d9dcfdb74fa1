using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;

namespace Onboarding.Core.Stages.Stage4Approval;

/// <summary>The supervisor approves ("memberikan persetujuan atau penolakan", SOP stage 4).</summary>
/// <param name="Target">Which case.</param>
/// <param name="Remark">Remark on the Form Persetujuan Pelanggan, or null.</param>
public sealed record ApproveCase(CaseTarget Target, string? Remark)
{
    /// <summary>True when the case was not looked at by itself: then nothing about it may ask to be looked at.</summary>
    public bool OnlyWithoutWarnings { get; init; }
}

/// <summary>Handles <see cref="ApproveCase"/>.</summary>
/// <param name="decisions">The gate to a decision.</param>
public sealed class ApproveCaseHandler(DecisionWriter decisions) : IUseCase
{
    /// <summary>Keeps the decision and orders the activation in the same transaction.</summary>
    public Task<Result<CaseState>> HandleAsync(ApproveCase command, Actor actor, CancellationToken cancellationToken) =>
        decisions.DecideAsync(command.Target, actor, (work, _) => Task.FromResult(Approve(work, command)), cancellationToken);

    private static Refusal? Approve(CaseWork work, ApproveCase command)
    {
        var warnings = command.OnlyWithoutWarnings ? ApprovalWarnings.Of(ApprovalFactsReader.Read(work.Case, work.Data, work.Rules)) : [];
        if (work.Act(CaseAction.Approve, command.Remark) is { } refusal)
        {
            return refusal;
        }

        if (warnings.Count > 0)
        {
            return new NotAllowed(RefusalCode.LookedAtOneByOne, $"{warnings.Count}");
        }

        var decision = new Decision(
            work.NewId(), work.Case.Id, DecisionOutcome.Approved, FreeText.CleanOrNull(command.Remark), work.Actor.Id, work.Actor.Name, work.Now);
        work.Case.Add(decision);
        work.Send(OutboxKind.ActivateService, decision.Id);
        return null;
    }
}
