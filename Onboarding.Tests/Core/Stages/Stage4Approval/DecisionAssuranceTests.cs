using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage4Approval;

/// <summary>Where settings ask for it, nobody decides without having shown lately who they are; and it is asked for last.</summary>
public sealed class DecisionAssuranceTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Every_decision_waits_for_the_proof_and_keeps_nothing_without_it(DatabaseKind kind)
    {
        var gate = new Gate();
        var core = await cores.FreshAsync(kind, services => services.AddSingleton<IDecisionAssurance>(gate));
        var state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);

        (await core.Get<ApproveCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.StepUpRequired);
        (await core.Get<RejectCaseHandler>().HandleAsync(new(CasesAt.Target(state), "OTHER", "tidak"), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.StepUpRequired);
        (await core.Get<SendBackCaseHandler>().HandleAsync(new(CasesAt.Target(state), Stage.Verification, "ulang"), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.StepUpRequired);
        (await core.Get<SendBackCaseHandler>().HandleAsync(new(CasesAt.Target(state), Stage.Recording, "ulang"), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.StepUpRequired);
        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.Status, owner.Decisions.Count, owner.Version).ShouldBe((CaseStatus.AwaitingApproval, 0, state.Version));

        gate.IsOpen = true;
        (await core.Get<ApproveCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), Staff.Maya, Token)).ShouldBeDone();
    }

    [Theory, DatabaseProviders]
    public async Task What_is_refused_anyway_asks_for_no_proof(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind, services => services.AddSingleton<IDecisionAssurance>(new Gate()));
        var state = await core.Cases.AwaitingApprovalAsync();

        (await core.Get<ApproveCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await core.Get<ApproveCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.ClaimRequired);
    }

    private sealed class Gate : IDecisionAssurance
    {
        public bool IsOpen { get; set; }

        public Refusal? Refuse(Actor actor) => IsOpen ? null : new NotAllowed(RefusalCode.StepUpRequired);
    }
}
