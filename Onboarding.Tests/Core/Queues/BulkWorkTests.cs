using Onboarding.Core.Cases;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Queues;

/// <summary>One action on many: each by itself, each told, none held back by another, and the way back where there is one.</summary>
public sealed class BulkWorkTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly Dictionary<string, Actor> People = new(StringComparer.Ordinal) { [Staff.Sari.Id] = Staff.Sari, [Staff.Bayu.Id] = Staff.Bayu };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Tells_for_each_what_came_of_it_and_puts_back_only_what_it_did(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (free, own, others) = (await ItemAsync(core), await ItemAsync(core, Staff.Sari), await ItemAsync(core, Staff.Bayu));

        var outcome = await DoAsync(core, new([free.Item, own.Item, others.Item, Guid.Empty], WorkItemAction.Claim), Staff.Sari);

        outcome.Lines.Select(line => line.Refusal?.Code).ShouldBe([null, null, RefusalCode.WorkedByAnother, RefusalCode.WorkItemNotFound]);
        outcome.Refused.First().Before!.Number.ShouldBe(others.State.Number);
        outcome.Undoable.ShouldHaveSingleItem().Before!.Id.ShouldBe(free.Item, "one's own was one's own before");

        var undone = await UndoAsync(core, outcome, Staff.Sari);

        undone.Done.ShouldBe(1);
        (await AssigneeAsync(core, free)).ShouldBeNull();
        (await AssigneeAsync(core, own)).ShouldBe(Staff.Sari.Id);
    }

    [Theory, DatabaseProviders]
    public async Task What_somebody_changed_since_is_not_put_back(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (first, second) = (await ItemAsync(core), await ItemAsync(core));
        var outcome = await DoAsync(core, new([first.Item, second.Item], WorkItemAction.Assign) { Assignee = Staff.Bayu }, Staff.Maya);
        outcome.Done.ShouldBe(2);
        await core.Get<WorkItemHandler>().AssignAsync(first.Item, Staff.Sari, Staff.Maya, Token);

        var undone = await UndoAsync(core, outcome, Staff.Maya);

        undone.Refused.ShouldHaveSingleItem().Refusal!.Code.ShouldBe(RefusalCode.VersionConflict);
        (await AssigneeAsync(core, first)).ShouldBe(Staff.Sari.Id);
        (await AssigneeAsync(core, second)).ShouldBeNull();
    }

    [Theory, DatabaseProviders]
    public async Task Released_work_goes_back_to_whom_it_was_and_what_was_put_aside_comes_back(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (own, others) = (await ItemAsync(core, Staff.Sari), await ItemAsync(core, Staff.Bayu));

        var released = await DoAsync(core, new([own.Item, others.Item], WorkItemAction.Release), Staff.Maya);
        released.Done.ShouldBe(2, "the supervisor may put back what another has");
        (await UndoAsync(core, released, Staff.Maya)).Done.ShouldBe(2);
        (await AssigneeAsync(core, others)).ShouldBe(Staff.Bayu.Id);

        var aside = await DoAsync(core, new([own.Item], WorkItemAction.Snooze) { Until = core.Clock.GetUtcNow().AddHours(1), Reason = "rapat" }, Staff.Sari);
        (await core.Cases.LoadAsync(own.State.CaseId)).LiveWorkItem!.SnoozedUntil.ShouldNotBeNull();
        (await UndoAsync(core, aside, Staff.Sari)).Done.ShouldBe(1);
        (await core.Cases.LoadAsync(own.State.CaseId)).LiveWorkItem!.SnoozedUntil.ShouldBeNull();
    }

    [Fact]
    public async Task Ten_thousand_are_refused_before_the_first()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var item = await ItemAsync(core);
        Guid[] many = [item.Item, .. Enumerable.Range(0, 9_999).Select(number => new Guid(number, 0, 0, new byte[8]))];

        (await core.Get<BulkWorkHandler>().HandleAsync(new(many, WorkItemAction.Claim), Staff.Sari, null, Token))
            .ShouldBeRefused(RefusalCode.TooManySelected).Arguments.ShouldBe([$"{BulkWorkHandler.MostRows}"]);

        (await AssigneeAsync(core, item)).ShouldBeNull();
    }

    [Theory, DatabaseProviders]
    public async Task Many_are_told_in_the_order_in_which_they_were_named_and_one_refusal_keeps_no_other_back(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var taken = await ItemAsync(core, Staff.Bayu);
        List<Guid> items = [];
        for (var number = 0; number < 12; number++)
        {
            items.Add(number == 5 ? taken.Item : (await ItemAsync(core)).Item);
        }

        List<int> told = [];
        var outcome = (await core.Get<BulkWorkHandler>().HandleAsync(
            new(items, WorkItemAction.Claim),
            Staff.Sari,
            through =>
            {
                told.Add(through);
                return Task.CompletedTask;
            },
            Token)).ShouldBeDone();

        outcome.Lines.Select(line => line.Before!.Id).ShouldBe(items);
        outcome.Refused.ShouldHaveSingleItem().Before!.Id.ShouldBe(taken.Item);
        told.ShouldBe(Enumerable.Range(1, items.Count));
    }

    [Fact]
    public async Task Stops_when_it_is_cancelled_and_tells_what_was_done()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        Guid[] items = [(await ItemAsync(core)).Item, (await ItemAsync(core)).Item];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var outcome = (await core.Get<BulkWorkHandler>().HandleAsync(new(items, WorkItemAction.Claim), Staff.Sari, _ => stop.CancelAsync(), stop.Token)).ShouldBeDone();

        outcome.Lines.Count.ShouldBe(1);
        outcome.Done.ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task A_colleagues_whole_load_is_spread_over_those_who_may_have_it_and_can_be_put_back(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var away = Staff.Person("away", "Tidak Masuk", ActorRole.CustomerService, ActorRole.Supervisor);
        var intake = new List<(CaseState State, Guid Item)>();
        for (var number = 0; number < 4; number++)
        {
            intake.Add(await ItemAsync(core, away));
        }

        var approval = await core.Cases.AwaitingApprovalAsync();
        (await core.Get<WorkItemHandler>().ClaimAsync(await core.Cases.LiveWorkItemAsync(approval.CaseId), away, Token)).ShouldBeDone();
        (await core.Get<ReassignLoadHandler>().HandleAsync(new(away.Id, [Staff.Sari]), Staff.Sari, null, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await core.Get<LoadReader>().ReadAsync(Staff.Sari, Token)).ShouldBeEmpty();
        (await core.Get<LoadReader>().ReadAsync(Staff.Maya, Token)).Where(load => load.StaffId == away.Id).Select(load => (load.Queue, load.Count))
            .ShouldBe([(WorkQueue.Intake, 4), (WorkQueue.Approval, 1)]);

        var done = (await core.Get<ReassignLoadHandler>().HandleAsync(new(away.Id, [Staff.Sari, Staff.Bayu]), Staff.Maya, null, Token)).ShouldBeDone();

        done.Left.ShouldBe(1);
        done.Outcome.Refused.ShouldHaveSingleItem().Before!.Number.ShouldBe(approval.Number);
        var given = await Task.WhenAll(intake.Select(item => AssigneeAsync(core, item)));
        given.GroupBy(person => person).Select(group => group.Count()).ShouldBe([2, 2]);

        var people = new Dictionary<string, Actor>(StringComparer.Ordinal) { [away.Id] = away };
        (await core.Get<BulkWorkHandler>().UndoAsync(done.Outcome, people, Staff.Maya, Token)).Done.ShouldBe(4);
        (await Task.WhenAll(intake.Select(item => AssigneeAsync(core, item)))).ShouldAllBe(person => person == away.Id);

        (await core.Get<ReassignLoadHandler>().HandleAsync(new(away.Id, []), Staff.Maya, null, Token)).ShouldBeDone().Left.ShouldBe(0);
        (await Task.WhenAll(intake.Select(item => AssigneeAsync(core, item)))).ShouldAllBe(person => person == null);
    }

    [Theory]
    [DatabaseProviders(true)]
    [DatabaseProviders(false)]
    public async Task Work_that_the_colleague_goes_on_with_while_their_load_is_passed_on_stays_theirs(DatabaseKind kind, bool isGiven)
    {
        var core = await cores.FreshAsync(kind);
        var first = await ItemAsync(core, Staff.Bayu);
        core.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await ItemAsync(core, Staff.Bayu);
        Actor[] to = isGiven ? [Staff.Sari] : [];

        var done = (await core.Get<ReassignLoadHandler>().HandleAsync(new(Staff.Bayu.Id, to), Staff.Maya, GoOnAsync, Token)).ShouldBeDone();

        done.Outcome.Refused.Select(line => (line.Before!.Id, line.Refusal!.Code)).ShouldBe([(second.Item, RefusalCode.VersionConflict)]);
        done.Left.ShouldBe(1);
        (await AssigneeAsync(core, first)).ShouldBe(isGiven ? Staff.Sari.Id : null);
        (await AssigneeAsync(core, second)).ShouldBe(Staff.Bayu.Id, "nobody overtakes who came back");

        // Bayu came back after the first was passed on.
        async Task GoOnAsync(int through)
        {
            if (through == 1)
            {
                (await core.Get<SnoozeWorkItemHandler>().HandleAsync(new(second.Item, core.Clock.GetUtcNow().AddHours(1), "Pemohon dihubungi."), Staff.Bayu, Token)).ShouldBeDone();
            }
        }
    }

    [Theory, DatabaseProviders]
    public async Task What_waits_for_the_applicant_goes_back_to_the_queue_and_goes_on_waiting(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var asked = await ItemAsync(core, Staff.Bayu);
        (await core.Get<Onboarding.Core.Stages.Stage1Intake.AskApplicantHandler>().HandleAsync(new(new(asked.State.CaseId, null), "KTP?"), Staff.Bayu, Token)).ShouldBeDone();
        var work = core.Get<WorkItemHandler>();
        (await work.ReleaseAsync(asked.Item, Staff.Bayu, Token)).ShouldBeRefused(RefusalCode.WorkItemNotClaimed);

        (await work.ReleaseAsync(asked.Item, Staff.Maya, Token)).ShouldBeDone();

        var item = (await core.Cases.LoadAsync(asked.State.CaseId)).LiveWorkItem!;
        (item.State, item.AssigneeId).ShouldBe((WorkItemState.Waiting, null));
        await new Answers(core.Services).ReplyAsync(asked.State, "Ini.");
        (await core.Cases.LoadAsync(asked.State.CaseId)).LiveWorkItem!.State.ShouldBe(WorkItemState.Open);
    }

    private static async Task<(CaseState State, Guid Item)> ItemAsync(CoreHost core, Actor? owner = null)
    {
        var state = await core.Cases.ReceivedAsync();
        return (owner is null ? state : await core.Cases.ClaimAsync(state, owner), await core.Cases.LiveWorkItemAsync(state.CaseId));
    }

    private static async Task<BulkOutcome> DoAsync(CoreHost core, BulkWork command, Actor actor) =>
        (await core.Get<BulkWorkHandler>().HandleAsync(command, actor, null, Token)).ShouldBeDone();

    private static Task<BulkOutcome> UndoAsync(CoreHost core, BulkOutcome outcome, Actor actor) => core.Get<BulkWorkHandler>().UndoAsync(outcome, People, actor, Token);

    private static async Task<string?> AssigneeAsync(CoreHost core, (CaseState State, Guid Item) item) => (await core.Cases.LoadAsync(item.State.CaseId)).LiveWorkItem!.AssigneeId;
}
