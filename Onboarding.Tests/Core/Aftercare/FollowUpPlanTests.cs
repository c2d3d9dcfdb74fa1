using Onboarding.Core.Aftercare;
using Onboarding.Core.Cases;
using Onboarding.Core.Catalog;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage5FollowUp;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Aftercare;

/// <summary>A product says when and how its new customers are contacted; the rows of a case say what was planned for it (SOP stage 5).</summary>
public sealed class FollowUpPlanTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private const string Product = "INTERNET-RUMAH";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Every_step_becomes_work_of_its_own_on_its_day_moved_into_working_hours(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        (await SaveAsync(core, 0, Step(2), Step(5), Step(32))).ShouldBeDone();
        var state = await core.Cases.ActiveAsync();

        // Active on Monday: after two days it is Wednesday, after five Saturday, and after 32 Christmas Day.
        var policy = await core.Get<SlaPolicyProvider>().GetAsync(Token);
        var planned = (await core.Cases.LoadAsync(state.CaseId)).FollowUps.OrderBy(item => item.Step).ToList();
        planned.Select(item => (item.PlanVersion, item.Step, item.Attempt)).ShouldBe([(1, 1, 1), (1, 2, 1), (1, 3, 1)]);
        planned.ShouldAllBe(item => policy.Calendar.IsWorkingTime(item.DueAt));
        planned.Select(item => policy.DateAt(item.DueAt)).Take(2).ShouldBe([new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 30)]);
        policy.DateAt(planned[2].DueAt).ShouldBeGreaterThan(new DateOnly(2026, 12, 25));

        foreach (var step in planned)
        {
            core.Clock.Advance(step.DueAt - core.Clock.GetUtcNow());
            (await core.Get<OpenDueFollowUpsHandler>().HandleAsync(Token)).ShouldBe(1);
            (await core.Get<OpenDueFollowUpsHandler>().HandleAsync(Token)).ShouldBe(0);
            (await RecordAsync(core, state, FollowUpOutcome.Understood)).ShouldBeDone();
            var isLast = step == planned[^1];
            ((await core.Cases.LoadAsync(state.CaseId)).LiveWorkItem is not null).ShouldBe(isLast, "the work stays open after the last contact only");
        }
    }

    [Theory, DatabaseProviders]
    public async Task Two_steps_that_are_due_together_are_opened_one_after_the_other(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        (await SaveAsync(core, 0, Step(1), Step(2))).ShouldBeDone();
        var state = await core.Cases.ActiveAsync();

        // The portal was down for two weeks.
        core.Clock.Advance(TimeSpan.FromDays(14));
        (await core.Get<OpenDueFollowUpsHandler>().HandleAsync(Token)).ShouldBe(1);
        (await core.Get<OpenDueFollowUpsHandler>().HandleAsync(Token)).ShouldBe(0);
        (await RecordAsync(core, state, FollowUpOutcome.Understood)).ShouldBeDone();
        (await core.Get<OpenDueFollowUpsHandler>().HandleAsync(Token)).ShouldBe(1);

        (await core.Cases.LoadAsync(state.CaseId)).FollowUps.OrderBy(item => item.Step).Select(item => item.DoneAt is not null).ShouldBe([true, false]);
    }

    [Theory, DatabaseProviders]
    public async Task A_new_version_holds_for_later_activations_and_leaves_the_words_of_the_earlier_ones(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var usual = await core.Cases.ActiveAsync();
        (await SaveAsync(core, 0, Step(1, "Versi satu"))).ShouldBeDone();
        var first = await core.Cases.ActiveAsync();
        (await SaveAsync(core, 0, Step(1, "Terlambat"))).ShouldBeRefused(RefusalCode.VersionConflict);
        (await SaveAsync(core, 1, Step(4, "Versi dua"), Step(9))).ShouldBeDone();
        var second = await core.Cases.ActiveAsync();

        (await PurposesAsync(core, usual)).ShouldBe([FollowUpPlans.Usual(await core.Get<SlaPolicyProvider>().GetAsync(Token)).Steps[0].Purpose.Indonesian]);
        (await PurposesAsync(core, first)).ShouldBe(["Versi satu"]);
        (await PurposesAsync(core, second)).ShouldBe(["Versi dua", "Tujuan"]);
        (await core.Get<FollowUpPlanReader>().CurrentAsync(Product, Token)).Version.ShouldBe(2);
        (await core.Get<FollowUpPlanReader>().CurrentAsync("AWAN-KANTOR", Token)).Version.ShouldBe(FollowUpPlans.UsualVersion);
    }

    [Fact]
    public async Task A_plan_that_says_too_little_is_refused_field_by_field()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);

        (await SaveAsync(core, 0)).Refusal.ShouldBeOfType<Invalid>().Errors.ShouldHaveSingleItem().Field.ShouldBe(nameof(FollowUpPlanContent.Steps));
        var refused = (await SaveAsync(
            core, 0, Step(9), Step(3), new FollowUpStep(500, (ContactChannel)99, new LocalText(" ", "x"), new LocalText("x", new string('x', 4001))))).Refusal.ShouldBeOfType<Invalid>();

        refused.Errors.Select(error => (error.Field, error.Problem)).ShouldBe(
        [
            ("Steps.1.AfterDays", InputProblem.OutOfRange), ("Steps.2.AfterDays", InputProblem.OutOfRange), ("Steps.2.Channel", InputProblem.UnknownChoice),
            ("Steps.2.Indonesian.Purpose", InputProblem.Required), ("Steps.2.English.Script", InputProblem.TooLong),
        ]);
        (await core.Get<SaveFollowUpPlanHandler>().HandleAsync(new("TIDAK-ADA", 0, new([Step(1)])), Staff.Yusuf, Token)).ShouldBeRefused(RefusalCode.RecordNotFound);
        (await core.Get<SaveFollowUpPlanHandler>().HandleAsync(new(Product, 0, new([Step(1)])), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
    }

    [Theory, DatabaseProviders]
    public async Task Nobody_reached_three_times_becomes_a_concern_instead_of_a_fourth_attempt(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ActiveAsync();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            core.Clock.Advance(TimeSpan.FromDays(4));
            (await core.Get<OpenDueFollowUpsHandler>().HandleAsync(Token)).ShouldBe(1);
            (await RecordAsync(core, state, FollowUpOutcome.NotReached)).ShouldBeDone();
            (await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.Any().ShouldBe(attempt == 3);
        }

        var owner = await core.Cases.LoadAsync(state.CaseId);
        var last = owner.FollowUps.MaxBy(item => item.Attempt)!;
        owner.FollowUps.Count.ShouldBe(3);
        owner.LiveConcerns.Select(item => (item.Concern, item.Queue, item.SubjectId)).ShouldBe([(ConcernKind.CustomerNotReached, WorkQueue.CustomerCare, last.Id)]);
        owner.LiveWorkItem.ShouldBeNull();
    }

    [Theory, DatabaseProviders]
    public async Task A_problem_goes_to_the_supervisor_and_is_followed_up_on_the_day_that_was_agreed(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ActiveAsync();
        core.Clock.Advance(TimeSpan.FromDays(4));
        await core.Get<OpenDueFollowUpsHandler>().HandleAsync(Token);
        var policy = await core.Get<SlaPolicyProvider>().GetAsync(Token);
        var today = policy.DateAt(core.Clock.GetUtcNow());
        var agreed = today.AddDays(10);
        await core.Cases.ClaimAsync(state, Staff.Sari);

        foreach (var wrong in new[] { today, today.AddDays(-1), today.AddDays(RecordFollowUpHandler.MostDaysAhead + 1) })
        {
            (await SayAsync(core, state, FollowUpOutcome.HasProblem, wrong)).Refusal.ShouldBeOfType<Invalid>().Errors[0].Field.ShouldBe(nameof(RecordFollowUp.NextDate));
        }

        (await SayAsync(core, state, FollowUpOutcome.HasProblem, agreed)).ShouldBeDone();

        var owner = await core.Cases.LoadAsync(state.CaseId);
        var concern = owner.LiveConcerns.ShouldHaveSingleItem();
        (concern.Concern, concern.Queue).ShouldBe((ConcernKind.CustomerProblem, WorkQueue.Escalations));
        WorkQueues.Of(concern.Queue).Role.ShouldBe(ActorRole.Supervisor);
        var next = owner.FollowUps.Single(item => item.DoneAt is null);
        (next.Attempt, next.DueAt).ShouldBe((2, policy.OpeningOn(agreed)));
        owner.FollowUps.Single(item => item.DoneAt is not null).Remark.ShouldBe("Lampu merah menyala.");
    }

    private static FollowUpStep Step(int afterDays, string purpose = "Tujuan") =>
        new(afterDays, ContactChannel.WhatsApp, new LocalText(purpose, "Purpose"), new LocalText("Sapa pelanggan.", "Greet the customer."));

    private static Task<Result<Done>> SaveAsync(CoreHost core, int seen, params FollowUpStep[] steps) =>
        core.Get<SaveFollowUpPlanHandler>().HandleAsync(new(Product, seen, new(steps)), Staff.Yusuf, Token);

    private static async Task<IReadOnlyList<string>> PurposesAsync(CoreHost core, CaseState state)
    {
        var file = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Sari, Token)).ShouldBeDone();
        return [.. file.Case.FollowUps.OrderBy(item => item.Step).Select(item => file.FollowUpSteps[item.Id].Purpose.Indonesian)];
    }

    private static async Task<Result<CaseState>> RecordAsync(CoreHost core, CaseState state, FollowUpOutcome outcome)
    {
        await core.Cases.ClaimAsync(state, Staff.Sari);
        return await SayAsync(core, state, outcome, null);
    }

    private static Task<Result<CaseState>> SayAsync(CoreHost core, CaseState state, FollowUpOutcome outcome, DateOnly? next) =>
        core.Get<RecordFollowUpHandler>().HandleAsync(new(new(state.CaseId, null), outcome, "Lampu merah menyala.", next), Staff.Sari, Token);
}
