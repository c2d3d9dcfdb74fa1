using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Notifications;
using Onboarding.Core.Outbox;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Queues;

/// <summary>
/// The steps of escalation, counted in working time. Intake has four working hours; the host's clock starts on a Monday at nine, and the first plan tells the
/// holder at 75 %, the holder and the supervisors at 100 % and the supervisors again at 200 %.
/// </summary>
public sealed class EscalationStepsTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Each_step_is_told_once_to_whom_the_plan_names_and_leaves_the_case_as_it_was(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);

        core.Clock.Advance(TimeSpan.FromHours(3) - TimeSpan.FromMilliseconds(1));
        (await RunAsync(core)).ShouldBe(0);
        (await IsPressingAsync(core, state)).ShouldBeFalse();
        core.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(core), Token)))).Sum().ShouldBe(1, "whoever comes second finds it told");
        (await KindsAsync(core, Staff.Sari)).ShouldBe([NoticeKind.DueSoon]);
        (await KindsAsync(core, Staff.Maya)).ShouldBeEmpty();
        (await IsPressingAsync(core, state)).ShouldBeTrue("the row says what the bell says");
        core.Changes.All.Last().Queues.ShouldBe([WorkQueue.Intake], "also where it is on a screen");

        core.Clock.Advance(TimeSpan.FromHours(1));
        (await RunAsync(core)).ShouldBe(1);
        (await RunAsync(core)).ShouldBe(0);
        (await KindsAsync(core, Staff.Sari)).ShouldBe([NoticeKind.Late, NoticeKind.DueSoon]);
        foreach (var supervisor in new[] { Staff.Maya, Staff.Hendra })
        {
            (await KindsAsync(core, supervisor)).ShouldBe([NoticeKind.Escalated]);
        }

        (await KindsAsync(core, Staff.Ratna)).ShouldBeEmpty();
        (await core.Cases.LoadAsync(state.CaseId)).Version.ShouldBe(state.Version, "who works on it is not in the way of a reminder");
        core.Changes.All.Last().Concerns(Staff.Hendra.Id).ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task Nights_bring_nothing_nearer_and_nothing_is_told_in_them_unless_the_step_says_so(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        core.Clock.Advance(TimeSpan.FromHours(7));
        await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);

        // Received at 16.00: three of four hours are used on Tuesday at 10.00.
        core.Clock.Advance(TimeSpan.FromHours(17));
        (await RunAsync(core)).ShouldBe(0);
        core.Clock.Advance(TimeSpan.FromHours(1));
        (await RunAsync(core)).ShouldBe(1);

        // Late from 11.00, but nobody looked before the office closed.
        core.Clock.Advance(TimeSpan.FromHours(10));
        (await RunAsync(core)).ShouldBe(0, "it is eight in the evening");
        await PlanAsync(core, 1, new EscalationStep(75, EscalationAudience.Assignee), new EscalationStep(100, EscalationAudience.Supervisors, AtAnyTime: true));
        (await RunAsync(core)).ShouldBe(1);
        (await KindsAsync(core, Staff.Maya)).ShouldBe([NoticeKind.Escalated]);
    }

    [Theory, DatabaseProviders]
    public async Task Steps_on_the_other_side_of_a_night_are_reached_by_the_hours_worked(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);

        // Received at 13.30, due on Tuesday at 8.30: three of the four hours are used at 16.30.
        core.Clock.Advance(TimeSpan.FromHours(4.5));
        await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        core.Clock.Advance(TimeSpan.FromHours(3) - TimeSpan.FromMinutes(1));
        (await RunAsync(core)).ShouldBe(0);
        core.Clock.Advance(TimeSpan.FromMinutes(1));
        (await RunAsync(core)).ShouldBe(1, "the due time is sixteen hours away, and one working hour");

        // Twice the four hours are used on Tuesday at 12.30.
        core.Clock.Advance(TimeSpan.FromHours(16));
        (await RunAsync(core)).ShouldBe(1);
        core.Clock.Advance(TimeSpan.FromHours(4) - TimeSpan.FromMinutes(1));
        (await RunAsync(core)).ShouldBe(0);
        core.Clock.Advance(TimeSpan.FromMinutes(1));
        (await RunAsync(core)).ShouldBe(1);
        (await KindsAsync(core, Staff.Maya)).ShouldBe([NoticeKind.Escalated, NoticeKind.Escalated]);
    }

    [Theory, DatabaseProviders]
    public async Task While_the_clock_stands_no_step_is_reached(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        state = (await core.Get<HoldCaseHandler>().PlaceAsync(new(CasesAt.Target(state), "periksa"), Staff.Ratna, Token)).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromDays(7));
        (await RunAsync(core)).ShouldBe(0);

        (await core.Get<HoldCaseHandler>().ReleaseAsync(new(CasesAt.Target(state), "selesai"), Staff.Ratna, Token)).ShouldBeDone();
        (await RunAsync(core)).ShouldBe(0);
        core.Clock.Advance(TimeSpan.FromHours(3));
        (await RunAsync(core)).ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task Work_that_reached_several_steps_at_once_is_told_of_the_latest(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await core.Cases.ReceivedAsync();
        core.Clock.Advance(TimeSpan.FromDays(2));

        (await RunAsync(core)).ShouldBe(1);
        (await RunAsync(core)).ShouldBe(0);
        (await KindsAsync(core, Staff.Maya)).ShouldBe([NoticeKind.Escalated]);
        (await KindsAsync(core, Staff.Sari)).ShouldBeEmpty("nobody has it");
    }

    [Theory, DatabaseProviders]
    public async Task The_first_step_that_reaches_the_supervisors_escalates_the_work_and_orders_one_mail(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        core.Clock.Advance(TimeSpan.FromHours(3));
        (await RunAsync(core)).ShouldBe(1);
        (await RowAsync(core, state)).IsEscalated.ShouldBeFalse("only the holder was told");
        (await MailsAsync(core)).ShouldBeEmpty();

        core.Clock.Advance(TimeSpan.FromHours(1));
        core.Changes.Clear();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => RunAsync(core), Token)));
        (await RowAsync(core, state)).IsEscalated.ShouldBeTrue();
        var escalated = core.Clock.GetUtcNow();
        core.Changes.All.ShouldHaveSingleItem().Queues.ShouldBe([WorkQueue.Intake], "its row says so from now on");

        core.Clock.Advance(TimeSpan.FromDays(1));
        (await RunAsync(core)).ShouldBe(1, "twice the time is used");
        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.Version, owner.LiveWorkItem!.EscalatedAt, owner.LiveWorkItem.ToldPercent).ShouldBe((state.Version, escalated, 200));
        (await MailsAsync(core)).ShouldBe([owner.LiveWorkItem.Id]);
        var file = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Sari, Token)).ShouldBeDone();
        file.Timeline.Count(entry => entry.Action == "WorkItem.Escalate").ShouldBe(1);
        file.StageTimes.ShouldHaveSingleItem().WasLate.ShouldBeTrue();
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task Supervisors_who_want_to_hear_early_make_nothing_late_and_those_who_want_to_hear_nothing_escalate_nothing(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await PlanAsync(core, 1, new EscalationStep(50, EscalationAudience.Supervisors));
        var early = await core.Cases.ReceivedAsync();
        core.Clock.Advance(TimeSpan.FromHours(2));
        (await RunAsync(core)).ShouldBe(1);
        (await RowAsync(core, early)).IsEscalated.ShouldBeTrue();
        (await core.Get<CaseFileReader>().ReadAsync(early.Number, Staff.Sari, Token)).ShouldBeDone().StageTimes.Single().WasLate.ShouldBeFalse();

        await PlanAsync(core, 2, new EscalationStep(100, EscalationAudience.Assignee));
        var silent = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        core.Clock.Advance(TimeSpan.FromDays(1));
        (await RunAsync(core)).ShouldBe(2);
        (await RowAsync(core, silent)).IsEscalated.ShouldBeFalse();
        (await MailsAsync(core)).Count.ShouldBe(1);
        (await core.Get<CaseFileReader>().ReadAsync(silent.Number, Staff.Sari, Token)).ShouldBeDone().StageTimes.Single().WasLate.ShouldBeTrue("late is late, whoever is told");
    }

    [Theory, DatabaseProviders]
    public async Task A_plan_is_checked_kept_with_its_trail_and_not_overwritten(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var handler = core.Get<EscalationPlanHandler>();

        var refused = (await handler.SaveAsync(new(1, [new(100, EscalationAudience.Both), new(100, EscalationAudience.Both), new(5, EscalationAudience.Both)]), Staff.Yusuf, Token))
            .ShouldBeRefused(RefusalCode.InvalidInput);
        refused.ShouldBeOfType<Invalid>().Errors.Select(error => error.Field).ShouldBe([SaveEscalationPlan.FieldOf(1), SaveEscalationPlan.FieldOf(2)]);
        (await handler.SaveAsync(new(1, []), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        await PlanAsync(core, 1, new EscalationStep(50, EscalationAudience.Assignee));
        (await handler.SaveAsync(new(1, []), Staff.Yusuf, Token)).ShouldBeRefused(RefusalCode.VersionConflict);

        var plan = await handler.ReadAsync(Token);
        (plan.Version, plan.Steps.Single()).ShouldBe((2, new EscalationStep(50, EscalationAudience.Assignee)));
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
        (await Database.ReadAsync(core, context => context.AuditEvents.CountAsync(entry => entry.Action == "EscalationPlan.Save", Token))).ShouldBe(1);
    }

    private static async Task PlanAsync(CoreHost core, int version, params EscalationStep[] steps) =>
        (await core.Get<EscalationPlanHandler>().SaveAsync(new SaveEscalationPlan(version, steps), Staff.Yusuf, Token)).ShouldBeDone();

    private static Task<int> RunAsync(CoreHost core) => core.Get<TakeEscalationStepsHandler>().HandleAsync(Token);

    private static async Task<bool> IsPressingAsync(CoreHost core, CaseState state) =>
        (await RowAsync(core, state)).IsPressing;

    private static async Task<QueueRow> RowAsync(CoreHost core, CaseState state) =>
        (await core.Get<QueueReader>().OfCaseAsync(state.CaseId, [WorkQueue.Intake], Staff.Sari, Token)).Single();

    private static Task<List<Guid?>> MailsAsync(CoreHost core) => Database.ReadAsync(core, context => context.OutboxMessages
        .Where(message => message.Kind == OutboxKind.MailEscalation).Select(message => message.SubjectId).ToListAsync(Token));

    private static async Task<List<NoticeKind>> KindsAsync(CoreHost core, Actor person) =>
        [.. (await core.Get<NoticeReader>().ReadAsync(onlyUnread: false, null, 100, person, Token)).Lines.Select(line => line.Kind)];
}
