using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Queues;

/// <summary>Putting work aside: with a reason, for a time, not without end; it comes back by itself and its clock never stops.</summary>
public sealed class SnoozeTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Stands_behind_the_others_until_its_time_and_then_comes_back_to_its_place(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var first = await core.Cases.ReceivedAsync();
        core.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await core.Cases.ReceivedAsync();
        var due = (await core.Cases.LoadAsync(first.CaseId)).LiveWorkItem!.DueAt;
        core.Changes.Clear();

        (await SnoozeAsync(core, first, Staff.Sari, hours: 2, " Pemohon minta dihubungi sore. ")).ShouldBeDone();

        (await RowsAsync(core)).Select(row => row.CaseId).ShouldBe([second.CaseId, first.CaseId]);
        var row = (await RowsAsync(core))[1];
        (row.DueAt, row.SnoozedUntil, row.SnoozeReason).ShouldBe((due, core.Clock.GetUtcNow().AddHours(2), "Pemohon minta dihubungi sore."));
        core.Changes.All.ShouldHaveSingleItem().Queues.ShouldBe([WorkQueue.Intake]);
        (await WakeDueAsync(core)).ShouldBe(0);

        core.Clock.Advance(TimeSpan.FromHours(2));
        core.Changes.Clear();
        (await WakeDueAsync(core)).ShouldBe(1);

        (await RowsAsync(core)).Select(entry => entry.CaseId).ShouldBe([first.CaseId, second.CaseId]);
        (await RowsAsync(core))[0].SnoozedUntil.ShouldBeNull();
        core.Changes.All.ShouldHaveSingleItem().CaseId.ShouldBe(first.CaseId);
        (await WakeDueAsync(core)).ShouldBe(0);
        var trail = (await core.Get<CaseFileReader>().ReadAsync(first.Number, Staff.Sari, Token)).ShouldBeDone().Timeline;
        trail.Select(entry => (entry.Action, entry.Reason)).ShouldContain(("WorkItem.Snooze", "Pemohon minta dihubungi sore."));
        trail.ShouldContain(entry => entry.Action == "WorkItem.Wake");
    }

    [Theory, DatabaseProviders]
    public async Task Is_late_all_the_same_and_is_escalated(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        (await SnoozeAsync(core, state, Staff.Sari, hours: 100)).ShouldBeDone();

        core.Clock.Advance(TimeSpan.FromHours(50));

        (await core.Get<TakeEscalationStepsHandler>().HandleAsync(Token)).ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task Needs_a_reason_and_a_time_to_come_that_is_not_too_far(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ReceivedAsync();

        (await SnoozeAsync(core, state, Staff.Sari, hours: 1, "  ")).ShouldBeRefused(RefusalCode.InvalidInput);
        (await SnoozeAsync(core, state, Staff.Sari, hours: 0)).ShouldBeRefused(RefusalCode.InvalidInput);
        (await SnoozeAsync(core, state, Staff.Sari, hours: (14 * 24) + 1)).ShouldBeRefused(RefusalCode.SnoozedTooLong);
        (await SnoozeAsync(core, state, Staff.Dewi, hours: 1)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        await core.Cases.ClaimAsync(state, Staff.Bayu);
        (await SnoozeAsync(core, state, Staff.Sari, hours: 1)).ShouldBeRefused(RefusalCode.WorkedByAnother);
        (await SnoozeAsync(core, state, Staff.Bayu, hours: 1)).ShouldBeDone();
        (await core.Cases.LoadAsync(state.CaseId)).LiveWorkItem!.AssigneeId.ShouldBe(Staff.Bayu.Id, "it stays with whom it is");
    }

    [Theory, DatabaseProviders]
    public async Task Cannot_be_put_aside_without_end(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        var item = await core.Cases.LiveWorkItemAsync(state.CaseId);
        var handler = core.Get<SnoozeWorkItemHandler>();
        for (var time = 0; time < WorkItemRules.MostSnoozes; time++)
        {
            (await SnoozeAsync(core, state, Staff.Sari, hours: 1)).ShouldBeDone();
            (await handler.WakeAsync(item, Staff.Sari, Token)).ShouldBeDone();
        }

        (await SnoozeAsync(core, state, Staff.Sari, hours: 1)).ShouldBeRefused(RefusalCode.SnoozedTooOften);
        (await handler.WakeAsync(item, Staff.Sari, Token)).ShouldBeRefused(RefusalCode.WorkItemNotSnoozed);
    }

    [Theory, DatabaseProviders]
    public async Task Ends_when_somebody_takes_it_and_outlasts_a_hold(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var taken = await core.Cases.ReceivedAsync();
        (await SnoozeAsync(core, taken, Staff.Sari, hours: 1)).ShouldBeDone();
        (await core.Get<WorkItemHandler>().ClaimAsync(await core.Cases.LiveWorkItemAsync(taken.CaseId), Staff.Bayu, Token)).ShouldBeDone();
        (await core.Cases.LoadAsync(taken.CaseId)).LiveWorkItem!.SnoozedUntil.ShouldBeNull();

        var held = await core.Cases.ReceivedAsync();
        (await SnoozeAsync(core, held, Staff.Sari, hours: 1)).ShouldBeDone();
        (await core.Get<HoldCaseHandler>().PlaceAsync(new(new(held.CaseId, null), "diperiksa"), Staff.Ratna, Token)).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromHours(3));
        (await WakeDueAsync(core)).ShouldBe(0, "nothing happens to a case on hold");
        (await core.Get<HoldCaseHandler>().ReleaseAsync(new(new(held.CaseId, null), "selesai"), Staff.Ratna, Token)).ShouldBeDone();
        (await WakeDueAsync(core)).ShouldBe(1);
        var item = (await core.Cases.LoadAsync(held.CaseId)).LiveWorkItem!;
        (item.SnoozedUntil, item.UrgencyAt).ShouldBe((null, item.DueAt!.Value));
    }

    [Theory, DatabaseProviders]
    public async Task Stays_aside_when_somebody_moves_its_time_while_others_are_brought_back(DatabaseKind kind)
    {
        var moving = new MovesTheRest();
        var core = await cores.FreshAsync(kind, services => services.AddSingleton<IChangePublisher>(moving));
        foreach (var state in new[] { await core.Cases.ReceivedAsync(), await core.Cases.ReceivedAsync() })
        {
            (await SnoozeAsync(core, state, Staff.Sari, hours: 1)).ShouldBeDone();
        }

        core.Clock.Advance(TimeSpan.FromHours(1));
        moving.Core = core;
        await WakeDueAsync(core);

        (await RowsAsync(core)).Count(row => row.SnoozedUntil is not null).ShouldBe(1, "it was read as due, and was not any more when its turn came");
    }

    // After the first that comes back, and before the second: the rest is put aside for another day.
    private sealed class MovesTheRest : IChangePublisher
    {
        public CoreHost? Core { get; set; }

        public void Publish(CaseChange change)
        {
            if (Core is { } core)
            {
                using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
                var later = core.Clock.GetUtcNow().AddDays(1);
                context.WorkItems.Where(item => item.SnoozedUntil != null).ExecuteUpdate(set => set.SetProperty(item => item.SnoozedUntil, later));
            }
        }
    }

    private static async Task<Result<CaseState>> SnoozeAsync(CoreHost core, CaseState state, Actor actor, int hours, string reason = "nanti") =>
        await core.Get<SnoozeWorkItemHandler>().HandleAsync(new(await core.Cases.LiveWorkItemAsync(state.CaseId), core.Clock.GetUtcNow().AddHours(hours), reason), actor, Token);

    private static Task<int> WakeDueAsync(CoreHost core) => core.Get<WakeSnoozedWorkItemsHandler>().HandleAsync(Token);

    private static async Task<IReadOnlyList<QueueRow>> RowsAsync(CoreHost core) =>
        (await core.Get<QueueReader>().ReadAsync(new([WorkQueue.Intake], false, null, 10), Staff.Sari, Token)).Rows;
}
