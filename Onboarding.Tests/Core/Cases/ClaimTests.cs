using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Cases;

/// <summary>"One case is worked by one person at a time."</summary>
public sealed class ClaimTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Of_fifty_who_claim_at_once_exactly_one_wins_and_the_others_learn_who(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        var item = await core.Cases.LiveWorkItemAsync(state.CaseId);
        var people = Enumerable.Range(1, 50).Select(number => Staff.Person($"cs{number}", $"Petugas {number}", ActorRole.CustomerService)).ToList();

        var results = await Task.WhenAll(people.Select(person => Task.Run(() => core.Get<WorkItemHandler>().ClaimAsync(item, person, Token), Token)));

        var winner = people[Array.FindIndex(results, result => result.IsDone)];
        results.Count(result => result.IsDone).ShouldBe(1);
        foreach (var refused in results.Where(result => !result.IsDone))
        {
            refused.ShouldBeRefused(RefusalCode.WorkedByAnother).ShouldBeOfType<Conflict>().Arguments.ShouldBe([winner.Name]);
        }

        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.LiveWorkItem!.AssigneeId, owner.LiveWorkItem.State, owner.Version).ShouldBe((winner.Id, WorkItemState.Claimed, state.Version + 1));
    }

    [Theory, DatabaseProviders]
    public async Task Claiming_ones_own_work_again_is_done_and_changes_nothing(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var first = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);

        (await core.Cases.ClaimAsync(first, Staff.Sari)).ShouldBe(first);
    }

    [Theory, DatabaseProviders]
    public async Task A_released_case_is_open_to_the_next_and_closed_to_the_one_who_released_it(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        var item = await core.Cases.LiveWorkItemAsync(state.CaseId);
        (await core.Get<WorkItemHandler>().ReleaseAsync(item, Staff.Bayu, Token)).ShouldBeRefused(RefusalCode.WorkedByAnother);

        state = (await core.Get<WorkItemHandler>().ReleaseAsync(item, Staff.Sari, Token)).ShouldBeDone();

        (await TickAsync(core, state.CaseId, Staff.Sari)).ShouldBeRefused(RefusalCode.ClaimRequired);
        (await core.Get<WorkItemHandler>().ReleaseAsync(item, Staff.Sari, Token)).ShouldBeRefused(RefusalCode.WorkItemNotClaimed);
        await core.Cases.ClaimAsync(state, Staff.Bayu);
        (await TickAsync(core, state.CaseId, Staff.Sari)).ShouldBeRefused(RefusalCode.WorkedByAnother).Arguments.ShouldBe([Staff.Bayu.Name]);
        (await TickAsync(core, state.CaseId, Staff.Bayu)).ShouldBeDone();
    }

    [Theory, DatabaseProviders]
    public async Task A_supervisor_hands_the_work_over_and_the_former_worker_is_out(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        var item = await core.Cases.LiveWorkItemAsync(state.CaseId);
        var work = core.Get<WorkItemHandler>();
        (await work.AssignAsync(item, Staff.Bayu, Staff.Sari, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await work.AssignAsync(item, Staff.Dewi, Staff.Maya, Token)).ShouldBeRefused(RefusalCode.AssigneeLacksRole).Arguments.ShouldBe([Staff.Dewi.Name]);

        (await work.AssignAsync(item, Staff.Bayu, Staff.Maya, Token)).ShouldBeDone();

        (await TickAsync(core, state.CaseId, Staff.Sari)).ShouldBeRefused(RefusalCode.WorkedByAnother);
        (await TickAsync(core, state.CaseId, Staff.Bayu)).ShouldBeDone();
    }

    [Theory, DatabaseProviders]
    public async Task Work_of_another_team_or_that_waits_or_is_done_cannot_be_claimed(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        var item = await core.Cases.LiveWorkItemAsync(state.CaseId);
        var work = core.Get<WorkItemHandler>();
        (await work.ClaimAsync(item, Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await work.ClaimAsync(Guid.Empty, Staff.Sari, Token)).ShouldBeRefused(RefusalCode.WorkItemNotFound);

        state = await core.Cases.ClaimAsync(state, Staff.Sari);
        state = (await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(state), "Mohon unggah KTP."), Staff.Sari, Token)).ShouldBeDone();
        (await work.ClaimAsync(item, Staff.Bayu, Token)).ShouldBeRefused(RefusalCode.WorkItemNotOpen);

        (await core.Get<Onboarding.Core.Cases.WithdrawCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();
        (await work.ClaimAsync(item, Staff.Sari, Token)).ShouldBeRefused(RefusalCode.WorkItemNotOpen);
        (await work.AssignAsync(item, Staff.Sari, Staff.Maya, Token)).ShouldBeRefused(RefusalCode.WorkItemNotOpen);
    }

    private static Task<Result<Onboarding.Core.Cases.CaseState>> TickAsync(CoreHost core, Guid caseId, Actor actor) =>
        core.Get<TickChecklistItemHandler>().HandleAsync(CasesAt.Explained(new(caseId, null)), actor, Token);
}
