using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Cases;

/// <summary>The person who entered, verified or recorded a case never decides on it, whatever roles they have.</summary>
public sealed class FourEyesTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Refuses_the_case_to_everybody_who_worked_on_it_before(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.AwaitingApprovalAsync();
        var item = await core.Cases.LiveWorkItemAsync(state.CaseId);

        // Customer Service entered it, Administrasi verified and recorded it, IT confirmed the storage.
        foreach (var worker in new[] { Staff.Sari, Staff.Dewi, Staff.Agus, Staff.Rudi })
        {
            var promoted = Staff.Person(worker.Id, worker.Name, [.. worker.Roles, ActorRole.Supervisor]);
            (await core.Get<WorkItemHandler>().ClaimAsync(item, promoted, Token)).ShouldBeRefused(RefusalCode.FourEyes);
            (await core.Get<WorkItemHandler>().AssignAsync(item, promoted, Staff.Maya, Token)).ShouldBeRefused(RefusalCode.FourEyes);
            (await core.Get<QueueReader>().OfCaseAsync(state.CaseId, [WorkQueue.Approval], promoted, Token)).Single().Actions.ShouldNotContain(WorkItemAction.Claim);
            (await core.Get<ApproveCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), promoted, Token)).ShouldBeRefused(RefusalCode.ClaimRequired);
        }

        (await core.Cases.ClaimAsync(state, Staff.Maya)).Status.ShouldBe(CaseStatus.AwaitingApproval);
    }

    [Theory, DatabaseProviders]
    public async Task Refuses_the_decision_even_to_a_worker_who_has_the_work_item(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);

        // No use case leads here; the engine refuses all the same.
        await Database.ExecuteAsync(core, $"""UPDATE "WorkItems" SET "AssigneeId" = 'dewi' WHERE "CaseId" = {state.CaseId} AND "ClosedAt" IS NULL""");
        var verifier = Staff.Person("dewi", "Dewi Lestari", ActorRole.Supervisor);

        (await core.Get<ApproveCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), verifier, Token)).ShouldBeRefused(RefusalCode.FourEyes);
        (await core.Get<RejectCaseHandler>().HandleAsync(new(CasesAt.Target(state), "OTHER", "tidak sah"), verifier, Token)).ShouldBeRefused(RefusalCode.FourEyes);
        (await core.Cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.AwaitingApproval);
    }
}
