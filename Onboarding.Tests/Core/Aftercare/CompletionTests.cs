using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Protection;
using Onboarding.Core.Queues;
using Onboarding.Core.Stages.Stage5FollowUp;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Aftercare;

/// <summary>A case is completed by rule: notice sent, contacts made, feedback given or asked for long enough ago (SOP stage 5).</summary>
public sealed class CompletionTests(CoreHosts cores, TestDatabases databases) : IClassFixture<CoreHosts>, IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Feedback_that_was_given_completes_the_case_once_the_notice_was_sent(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.FeedbackAskedAsync();
        (await core.Get<GiveFeedbackHandler>().HandleAsync(new(state.CaseId, 5, 5, null), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();
        (await RunAsync(core)).ShouldBe(0, "the customer has not been told that the service runs");

        await NoticeAsync(core, state);
        (await RunAsync(core)).ShouldBe(1);
        (await RunAsync(core)).ShouldBe(0);

        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.Status, owner.LiveWorkItem).ShouldBe((CaseStatus.Completed, null));
        (await CompletionsAsync(core, state)).ShouldBe(1);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task Silence_completes_the_case_after_the_days_of_the_setting_and_is_late_for_nobody_meanwhile(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.FeedbackAskedAsync();
        await NoticeAsync(core, state);

        core.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        (await RunAsync(core)).ShouldBe(0);
        (await core.Get<TakeEscalationStepsHandler>().HandleAsync(Token)).ShouldBe(0, "the customer has the form, not the staff");
        core.Clock.Advance(TimeSpan.FromMinutes(1));
        (await RunAsync(core)).ShouldBe(1);

        (await core.Cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.Completed);
        (await core.Get<GiveFeedbackHandler>().HandleAsync(new(state.CaseId, 4, 4, "Maaf terlambat"), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();
    }

    [Theory, DatabaseProviders]
    public async Task A_customer_who_could_not_be_reached_is_asked_by_the_portal_and_the_case_still_ends(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ActiveAsync();
        await NoticeAsync(core, state);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            (await RunAsync(core)).ShouldBe(0);
            core.Clock.Advance(TimeSpan.FromDays(4));
            await core.Get<OpenDueFollowUpsHandler>().HandleAsync(Token);
            await core.Cases.ClaimAsync(state, Staff.Sari);
            (await core.Get<RecordFollowUpHandler>().HandleAsync(new(new(state.CaseId, null), FollowUpOutcome.NotReached, null), Staff.Sari, Token)).ShouldBeDone();
        }

        (await RunAsync(core)).ShouldBe(1);
        (await RunAsync(core)).ShouldBe(0);
        (await Database.ReadAsync(core, context => context.OutboxMessages.CountAsync(message => message.CaseId == state.CaseId && message.Kind == OutboxKind.MailFeedback, Token))).ShouldBe(1);
        core.Clock.Advance(TimeSpan.FromDays(7));
        (await RunAsync(core)).ShouldBe(1);

        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.Status, owner.LiveConcerns.Single().Concern).ShouldBe((CaseStatus.Completed, ConcernKind.CustomerNotReached), "the concern outlives the case");
    }

    [Theory, DatabaseProviders]
    public async Task Whoever_forgets_to_ask_after_the_last_contact_is_not_waited_for(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ActiveAsync();
        await NoticeAsync(core, state);
        core.Clock.Advance(TimeSpan.FromDays(4));
        await core.Get<OpenDueFollowUpsHandler>().HandleAsync(Token);
        await core.Cases.ClaimAsync(state, Staff.Sari);
        core.Clock.Advance(TimeSpan.FromDays(2));
        (await RunAsync(core)).ShouldBe(0, "the contact is still to be made");
        (await core.Get<RecordFollowUpHandler>().HandleAsync(new(new(state.CaseId, null), FollowUpOutcome.Understood, null), Staff.Sari, Token)).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1));
        (await RunAsync(core)).ShouldBe(0, "Sari has the case and asks herself");

        core.Clock.Advance(TimeSpan.FromMinutes(1));
        (await RunAsync(core)).ShouldBe(1);
        (await RunAsync(core)).ShouldBe(0);
        (await Database.ReadAsync(core, context => context.OutboxMessages.CountAsync(message => message.CaseId == state.CaseId && message.Kind == OutboxKind.MailFeedback, Token))).ShouldBe(1);
        core.Clock.Advance(TimeSpan.FromDays(7));
        (await RunAsync(core)).ShouldBe(1);
        (await core.Cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.Completed);
    }

    [Theory, DatabaseProviders]
    public async Task A_case_on_hold_waits_and_its_work_stays_unhurried_when_it_is_released(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.FeedbackAskedAsync();
        await NoticeAsync(core, state);
        (await core.Get<HoldCaseHandler>().PlaceAsync(new(new(state.CaseId, null), "periksa"), Staff.Ratna, Token)).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromDays(30));
        (await RunAsync(core)).ShouldBe(0);

        (await core.Get<HoldCaseHandler>().ReleaseAsync(new(new(state.CaseId, null), "selesai"), Staff.Ratna, Token)).ShouldBeDone();
        (await core.Cases.LoadAsync(state.CaseId)).LiveWorkItem!.DueAt.ShouldBeNull();
        (await RunAsync(core)).ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task Two_nodes_that_come_at_the_same_time_complete_and_ask_once(DatabaseKind kind)
    {
        var database = await databases.Fresh(kind);
        await using var first = await CoreHost.StartAsync(database);
        await using var second = await SecondNodeAsync(database, first);
        CoreHost[] nodes = [first, second ?? first];
        var states = new List<CaseState>();
        for (var number = 0; number < 4; number++)
        {
            var state = await first.Cases.FeedbackAskedAsync();
            await NoticeAsync(first, state);
            states.Add(state);
        }

        foreach (var node in nodes.Distinct())
        {
            node.Clock.Advance(TimeSpan.FromDays(8));
        }

        await Task.WhenAll(nodes.Concat(nodes).Select(node => Task.Run(() => RunAsync(node), Token)));

        foreach (var state in states)
        {
            (await CompletionsAsync(first, state)).ShouldBe(1);
            (await first.Cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.Completed);
        }
    }

    [Theory, DatabaseProviders]
    public async Task A_contact_is_opened_once_by_two_nodes_and_not_again_when_a_clock_is_set_back(DatabaseKind kind)
    {
        var database = await databases.Fresh(kind);
        await using var first = await CoreHost.StartAsync(database);
        await using var second = await SecondNodeAsync(database, first);
        CoreHost[] nodes = [first, second ?? first];
        var state = await first.Cases.ActiveAsync();
        foreach (var node in nodes.Distinct())
        {
            node.Clock.Advance(TimeSpan.FromDays(4));
        }

        await Task.WhenAll(nodes.Concat(nodes).Select(node => Task.Run(() => node.Get<OpenDueFollowUpsHandler>().HandleAsync(Token), Token)));
        first.Clock.Advance(TimeSpan.FromDays(-2));
        await first.Get<OpenDueFollowUpsHandler>().HandleAsync(Token);
        first.Clock.Advance(TimeSpan.FromDays(2));
        await first.Get<OpenDueFollowUpsHandler>().HandleAsync(Token);

        (await EventsAsync(first, state, nameof(CaseAction.OpenFollowUp))).ShouldBe(1);
        (await first.Cases.LoadAsync(state.CaseId)).WorkItems.Count(item => item.Queue == WorkQueue.FollowUp).ShouldBe(1);
    }

    // Another process on the same database, with the same keys. A file of SQLite belongs to one process, whose threads compete instead.
    private static async Task<CoreHost?> SecondNodeAsync(TestDatabase database, CoreHost first)
    {
        var keys = new MasterKeyOptions { Folder = Path.Combine(first.Folder, "keys") };
        return database.Kind == DatabaseKind.PostgreSql ? await CoreHost.StartAsync(database, services => services.AddSingleton(keys)) : null;
    }

    private static Task<int> RunAsync(CoreHost core) => core.Get<CompleteFinishedCasesHandler>().HandleAsync(Token);

    private static async Task NoticeAsync(CoreHost core, CaseState state) =>
        (await core.Get<RecordActivationNoticeHandler>().HandleAsync(new(new CaseTarget(state.CaseId, null)), Actor.System("test"), Token)).ShouldBeDone();

    private static Task<int> CompletionsAsync(CoreHost core, CaseState state) => EventsAsync(core, state, nameof(CaseAction.Complete));

    private static Task<int> EventsAsync(CoreHost core, CaseState state, string action) =>
        Database.ReadAsync(core, context => context.AuditEvents.CountAsync(entry => entry.StreamId == state.CaseId && entry.Action == action, Token));
}
