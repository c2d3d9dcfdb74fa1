using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage5FollowUp;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Cases;

/// <summary>Concerns stand beside the path of a case: somebody looks into them while the case goes on, or after it ended.</summary>
public sealed class ConcernTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_low_score_becomes_work_for_customer_service_beside_the_work_of_the_stage(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await ScoredAsync(core, satisfaction: 2, ease: 5);

        var rows = (await core.Get<QueueReader>().ReadAsync(new([WorkQueue.FollowUp, WorkQueue.CustomerCare], OnlyMine: false, After: null, 50), Staff.Sari, Token)).Rows;

        rows.Where(row => row.CaseId == state.CaseId).Select(row => (row.Queue, row.Concern, row.AssigneeId)).ShouldBe(
            [(WorkQueue.FollowUp, null, Staff.Sari.Id), (WorkQueue.CustomerCare, ConcernKind.LowScore, null)], ignoreOrder: true);
        (await core.Get<QueueReader>().OfCaseAsync(state.CaseId, [WorkQueue.CustomerCare], Staff.Dewi, Token)).ShouldBeEmpty("it is Customer Service's");
    }

    [Theory]
    [InlineData(3, 3, false)]
    [InlineData(5, 5, false)]
    [InlineData(2, 3, true)]
    [InlineData(3, 2, true)]
    [InlineData(1, 1, true)]
    public async Task A_score_below_three_asks_for_a_call(int satisfaction, int ease, bool isRaised)
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await ScoredAsync(core, satisfaction, ease);

        (await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.Any().ShouldBe(isRaised);
    }

    [Theory, DatabaseProviders]
    public async Task Ends_when_the_person_who_has_it_says_what_was_done(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await ScoredAsync(core, 1, 1);
        var concern = (await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.Single().Id;
        var handler = core.Get<WorkItemHandler>();

        (await handler.ResolveAsync(concern, "Ditelepon", Staff.Bayu, Token)).ShouldBeRefused(RefusalCode.ClaimRequired);
        (await handler.ClaimAsync(concern, Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await handler.ClaimAsync(concern, Staff.Bayu, Token)).ShouldBeDone();
        (await handler.ResolveAsync(concern, "Ditelepon", Staff.Sari, Token)).ShouldBeRefused(RefusalCode.WorkedByAnother);
        (await handler.ResolveAsync(concern, "  ", Staff.Bayu, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        (await handler.ResolveAsync(concern, " Ditelepon, kabel diganti. ", Staff.Bayu, Token)).ShouldBeDone();
        (await handler.ResolveAsync(concern, "Lagi", Staff.Bayu, Token)).ShouldBeRefused(RefusalCode.WorkItemNotOpen);

        var owner = await core.Cases.LoadAsync(state.CaseId);
        owner.LiveConcerns.ShouldBeEmpty();
        owner.WorkItems.Single(item => item.Id == concern).Resolution.ShouldBe("Ditelepon, kabel diganti.");
        (owner.Status, owner.LiveWorkItem!.AssigneeId).ShouldBe((CaseStatus.Active, Staff.Sari.Id), "the path of the case is as it was");
    }

    [Theory, DatabaseProviders]
    public async Task The_work_of_a_stage_is_not_ended_by_a_word(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(), Staff.Dewi);

        (await core.Get<WorkItemHandler>().ResolveAsync(await core.Cases.LiveWorkItemAsync(state.CaseId), "selesai", Staff.Dewi, Token))
            .ShouldBeRefused(RefusalCode.WorkItemNotOpen);
    }

    [Theory, DatabaseProviders]
    public async Task The_same_concern_is_raised_once_until_it_is_resolved(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.InVerificationAsync();
        var document = Guid.CreateVersion7(core.Clock.GetUtcNow());
        foreach (var subject in new Guid?[] { null, null, document, document })
        {
            await RaiseAsync(core, state, subject);
        }

        var live = (await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.ToList();
        live.Select(item => item.SubjectId).ShouldBe([state.CaseId, document], ignoreOrder: true);

        var handler = core.Get<WorkItemHandler>();
        var first = live.Single(item => item.SubjectId == document).Id;
        (await handler.ClaimAsync(first, Staff.Sari, Token)).ShouldBeDone();
        (await handler.ResolveAsync(first, "Selesai", Staff.Sari, Token)).ShouldBeDone();
        await RaiseAsync(core, state, document);
        (await core.Cases.LoadAsync(state.CaseId)).WorkItems.Count(item => item.SubjectId == document).ShouldBe(2);
    }

    [Theory, DatabaseProviders]
    public async Task A_hold_stops_its_clock_and_the_release_gives_back_the_time_that_was_left(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.InVerificationAsync();
        await RaiseAsync(core, state, null);

        (await core.Get<HoldCaseHandler>().PlaceAsync(new(new(state.CaseId, null), "periksa"), Staff.Ratna, Token)).ShouldBeDone();
        var held = (await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.Single();
        (held.DueAt, held.RemainingTime).ShouldBe((null, WorkQueues.Of(WorkQueue.CustomerCare).Target));
        (await core.Get<WorkItemHandler>().ClaimAsync(held.Id, Staff.Sari, Token)).ShouldBeRefused(RefusalCode.CaseOnHold);

        (await core.Get<HoldCaseHandler>().ReleaseAsync(new(new(state.CaseId, null), "selesai"), Staff.Ratna, Token)).ShouldBeDone();
        (await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.Single().DueAt.ShouldNotBeNull();
    }

    [Theory, DatabaseProviders]
    public async Task Outlives_the_end_of_its_case_is_escalated_when_late_and_stays_in_a_chain_that_holds(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.InVerificationAsync();
        await RaiseAsync(core, state, null);
        (await core.Get<WithdrawCaseHandler>().HandleAsync(new(new(state.CaseId, null), null), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();

        core.Clock.Advance(TimeSpan.FromDays(10));
        (await core.Get<TakeEscalationStepsHandler>().HandleAsync(Token)).ShouldBe(1);

        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.Status, owner.LiveWorkItem, owner.LiveConcerns.Single().EscalatedAt).ShouldBe((CaseStatus.Withdrawn, null, core.Clock.GetUtcNow()));
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task The_database_itself_refuses_the_same_concern_twice(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.InVerificationAsync();
        await RaiseAsync(core, state, null);

        var copy = Guid.CreateVersion7(core.Clock.GetUtcNow());
        await Should.ThrowAsync<System.Data.Common.DbException>(() => Database.ExecuteAsync(core, $"""
            INSERT INTO "WorkItems" ("Id", "CaseId", "Queue", "State", "OpenedAt", "UrgencyAt", "Concern", "SubjectId")
            SELECT {copy}, "CaseId", "Queue", "State", "OpenedAt", "UrgencyAt", "Concern", "SubjectId" FROM "WorkItems" WHERE "CaseId" = {state.CaseId} AND "Concern" IS NOT NULL
            """));
    }

    private static async Task<CaseState> ScoredAsync(CoreHost core, int satisfaction, int ease)
    {
        var state = await core.Cases.FeedbackAskedAsync();
        return (await core.Get<GiveFeedbackHandler>().HandleAsync(new(state.CaseId, satisfaction, ease, null), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();
    }

    private static async Task RaiseAsync(CoreHost core, CaseState state, Guid? subject) =>
        (await core.Get<CaseWriter>().ActAsync(new(state.CaseId, null), Actor.System("test"), work =>
        {
            work.RaiseConcern(ConcernKind.LowScore, subject);
            return null;
        }, Token)).ShouldBeDone();
}
