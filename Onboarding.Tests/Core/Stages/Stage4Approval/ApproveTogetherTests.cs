using Onboarding.Core.Cases;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage4Approval;

/// <summary>Several cases in one go: each is asked of the core by itself, and what is refused stays as it was.</summary>
public sealed class ApproveTogetherTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task The_list_says_of_each_case_whether_it_may_be_chosen_and_why_not(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var clean = await core.Cases.AwaitingApprovalAsync();
        var taken = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Hendra);
        var worried = await WorriedAsync(core);

        // All of the same instant here, so that their order is by chance.
        var rows = (await RowsAsync(core, Staff.Maya)).OrderBy(row => row.Number, StringComparer.Ordinal).ToList();

        rows.Select(row => row.Number).ShouldBe([clean.Number, taken.Number, worried.Number]);
        (rows[0].MayBeChosen, rows[0].Version).ShouldBe((true, clean.Version));
        (rows[1].MayBeChosen, rows[1].Refusal?.Code).ShouldBe((false, RefusalCode.WorkedByAnother));
        (rows[2].MayBeChosen, string.Join(',', rows[2].Warnings)).ShouldBe((false, nameof(ApprovalWarning.ConcernOpen)));
        (await RowsAsync(core, Staff.Dewi)).ShouldBeEmpty("only a supervisor decides");
    }

    [Theory, DatabaseProviders]
    public async Task A_chosen_case_is_claimed_and_approved_as_if_by_hand(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.AwaitingApprovalAsync();

        (await ApproveAsync(core, (await RowsAsync(core, Staff.Maya)).Single(), Staff.Maya)).ShouldBeDone().Status.ShouldBe(CaseStatus.Activating);

        var owner = await core.Cases.LoadAsync(state.CaseId);
        owner.Decisions.ShouldHaveSingleItem().ById.ShouldBe(Staff.Maya.Id);
        owner.WorkItems.Single(item => item.Queue == WorkQueue.Approval).State.ShouldBe(WorkItemState.Done);
        (await RowsAsync(core, Staff.Maya)).ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task What_changed_since_the_list_was_read_is_refused_and_given_back(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var (changed, worried) = (await core.Cases.AwaitingApprovalAsync(), await WorriedAsync(core));
        var rows = await RowsAsync(core, Staff.Maya);
        (await core.Get<HoldCaseHandler>().PlaceAsync(new(CasesAt.Target(changed), "periksa"), Staff.Ratna, Token)).ShouldBeDone();
        (await core.Get<HoldCaseHandler>().ReleaseAsync(new(new(changed.CaseId, null), "selesai"), Staff.Ratna, Token)).ShouldBeDone();

        (await ApproveAsync(core, rows.Single(row => row.CaseId == changed.CaseId), Staff.Maya)).ShouldBeRefused(RefusalCode.VersionConflict);
        (await ApproveAsync(core, rows.Single(row => row.CaseId == worried.CaseId), Staff.Maya)).ShouldBeRefused(RefusalCode.LookedAtOneByOne).Arguments.ShouldBe(["1"]);

        foreach (var state in new[] { changed, worried })
        {
            var owner = await core.Cases.LoadAsync(state.CaseId);
            (owner.Status, owner.LiveWorkItem!.State, owner.Decisions.Count).ShouldBe((CaseStatus.AwaitingApproval, WorkItemState.Open, 0));
        }
    }

    [Theory, DatabaseProviders]
    public async Task What_was_taken_up_after_the_list_was_read_stays_taken_up_when_it_is_refused(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var worried = await WorriedAsync(core);
        var row = (await RowsAsync(core, Staff.Maya)).Single();
        await core.Cases.ClaimAsync(worried, Staff.Maya);

        (await ApproveAsync(core, row, Staff.Maya)).ShouldBeRefused(RefusalCode.LookedAtOneByOne);

        var item = (await core.Cases.LoadAsync(worried.CaseId)).LiveWorkItem!;
        (item.State, item.AssigneeId).ShouldBe((WorkItemState.Claimed, Staff.Maya.Id));
    }

    [Theory, DatabaseProviders]
    public async Task Who_worked_on_a_case_does_not_approve_it_among_others_either(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await core.Cases.AwaitingApprovalAsync();
        var promoted = Staff.Person(Staff.Dewi.Id, Staff.Dewi.Name, ActorRole.Administration, ActorRole.Supervisor);

        var row = (await RowsAsync(core, promoted)).Single();
        (row.MayBeChosen, row.Refusal?.Code).ShouldBe((false, RefusalCode.FourEyes));
        (await ApproveAsync(core, row, promoted)).ShouldBeRefused(RefusalCode.FourEyes);
    }

    private static async Task<IReadOnlyList<ApprovalRow>> RowsAsync(CoreHost core, Actor actor) =>
        (await core.Get<ApprovalReader>().ReadAsync(null, actor, Token)).Rows;

    private static Task<Result<CaseState>> ApproveAsync(CoreHost core, ApprovalRow row, Actor actor) =>
        core.Get<ApproveFromListHandler>().HandleAsync(new(row.WorkItemId, row.Version, row.IsMine), actor, Token);

    private static async Task<CaseState> WorriedAsync(CoreHost core)
    {
        var state = await core.Cases.AwaitingApprovalAsync();
        return (await core.Get<CaseWriter>().ActAsync(new(state.CaseId, null), Actor.System("test"), work =>
        {
            work.RaiseConcern(ConcernKind.StoredDocumentDamaged);
            return null;
        }, Token)).ShouldBeDone();
    }
}
