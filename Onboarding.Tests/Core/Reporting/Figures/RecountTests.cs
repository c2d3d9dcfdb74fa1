using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Results;
using Onboarding.Core.Seeding;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Reporting.Figures;

/// <summary>The projections equal a recount: under whatever happens, while they are folded, and on both databases.</summary>
public sealed class RecountTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private const int Steps = 150;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Whatever_happens_the_figures_equal_a_recount(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await SeedAsync(core, 40);
        await core.Cases.AwaitingApprovalAsync();
        await core.Cases.FeedbackAskedAsync();
        var actions = new FigureActions(core, seed: 20261122);
        for (var step = 0; step < Steps; step++)
        {
            await actions.StepAsync();
            if (step % 50 == 49)
            {
                (await CheckAsync(core)).Differences.ShouldBeEmpty($"after step {step}");
            }
        }

        while (await core.Get<FoldFiguresHandler>().HandleAsync(Token) > 0)
        {
        }

        (await CheckAsync(core)).Differences.ShouldBeEmpty("all folded");
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        (await context.FigureDeltas.CountAsync(Token)).ShouldBe(0);
    }

    [Theory, DatabaseProviders]
    public async Task Writers_and_the_fold_at_the_same_time_lose_nothing(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var states = new List<CaseState>();
        for (var number = 0; number < 12; number++)
        {
            states.Add(await core.Cases.ReceivedAsync());
        }

        var writers = states.Select(state => Task.Run(async () => await core.Cases.ClaimAsync(state, Staff.Sari), Token)).ToList();
        var folds = Enumerable.Range(0, 6).Select(_ => Task.Run(() => core.Get<FoldFiguresHandler>().HandleAsync(Token), Token)).ToList();
        await Task.WhenAll(writers.Cast<Task>().Concat(folds));

        (await CheckAsync(core)).Differences.ShouldBeEmpty();
        var overview = await OverviewAsync(core);
        overview.Now.Queues.Single(queue => queue.Queue == WorkQueue.Intake).Claimed.ShouldBe(12);
    }

    [Theory, DatabaseProviders]
    public async Task A_change_past_the_write_path_is_found_and_mended(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        await core.Get<FoldFiguresHandler>().HandleAsync(Token);
        await using (var context = core.Get<OnboardingContextFactory>().CreateDbContext())
        {
            await context.Cases.Where(item => item.Id == state.CaseId).ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, CaseStatus.InVerification), Token);
        }

        var found = await CheckAsync(core);

        found.Differences.ShouldContain(difference => difference.Name == "case:Received" && difference.Kept == 1 && difference.Counted == 0);
        found.Differences.ShouldContain(difference => difference.Name == "case:InVerification" && difference.Kept == 0 && difference.Counted == 1);
        (await core.Get<RebuildFiguresHandler>().HandleAsync(Staff.Maya, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await core.Get<RebuildFiguresHandler>().HandleAsync(Staff.Yusuf, Token)).ShouldBeDone().ShouldBe(1);
        (await CheckAsync(core)).Differences.ShouldBeEmpty();
        (await core.Get<CheckFiguresHandler>().HandleAsync(Staff.Sari, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
    }

    [Theory, DatabaseProviders]
    public async Task Every_list_is_as_long_as_its_figure(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await SeedAsync(core, 120);
        await core.Cases.FeedbackAskedAsync();
        var all = await OverviewAsync(core);
        foreach (var filter in new[] { all.Filter, all.Filter with { Product = all.Products[0].Name }, all.Filter with { Channel = Channel.Partner }, all.Filter with { Province = all.Provinces[0].Name, Product = all.Products[0].Name } })
        {
            var overview = (await core.Get<OverviewReader>().ReadAsync(filter, Staff.Maya, Token)).ShouldBeDone();
            foreach (var (kindOf, value, detail, count) in Lists(overview))
            {
                (await LengthAsync(core, new FigureList(kindOf, filter, value, detail))).ShouldBe(count, $"{kindOf} {value} {detail} {filter}");
            }
        }

        Lists(all).Sum(list => list.Count).ShouldBeGreaterThan(300);
        all.Now.ByStatus.Values.Sum().ShouldBe(121);
    }

    [Fact]
    public async Task A_list_of_others_and_a_value_that_is_none_are_refused()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var filter = new FigureFilter(new(2026, 11, 1), new(2026, 11, 30));
        var reader = core.Get<FigureListReader>();

        (await reader.ReadAsync(new(FigureKind.Received, filter), null, Staff.Sari, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await reader.ReadAsync(new(FigureKind.DoneBy, filter, Staff.Bayu.Id), null, Staff.Sari, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await reader.ReadAsync(new(FigureKind.DoneBy, filter, Staff.Sari.Id), null, Staff.Sari, Token)).ShouldBeDone();
        (await reader.ReadAsync(new(FigureKind.Status, filter, "%' OR 1=1"), null, Staff.Maya, Token)).Refusal.ShouldBeOfType<Invalid>();
        (await reader.ReadAsync(new(FigureKind.Aged, filter, nameof(Stage.Intake), "99"), null, Staff.Maya, Token)).Refusal.ShouldBeOfType<Invalid>();
        (await core.Get<OverviewReader>().ReadAsync(filter, Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
    }

    private static IEnumerable<(FigureKind Kind, string? Value, string? Detail, int Count)> Lists(Overview figures)
    {
        var (now, period) = (figures.Now, figures.Period);
        return
        [
            (FigureKind.InProgress, null, null, now.InProgress), (FigureKind.Held, null, null, now.OnHold), (FigureKind.Late, null, null, now.Late),
            (FigureKind.DueSoon, null, null, now.DueSoon), (FigureKind.CallsDue, null, null, now.CallsDue), (FigureKind.CallsAhead, null, null, now.CallsAhead),
            (FigureKind.Received, null, null, period.Received), (FigureKind.Ended, null, null, period.EndedTotal), (FigureKind.Activated, null, null, period.Activated),
            (FigureKind.Approved, null, null, period.Approved), (FigureKind.FirstPass, null, null, period.FirstPass), (FigureKind.ApprovedWithRemark, null, null, period.ApprovedWithRemark),
            (FigureKind.Rejected, null, null, period.RejectedTotal), (FigureKind.Recommended, null, null, period.Recommended), (FigureKind.Reopened, null, null, period.Reopened),
            (FigureKind.Done, null, null, period.Done), (FigureKind.DoneLate, null, null, period.DoneLate), (FigureKind.Asked, null, null, period.Asked),
            (FigureKind.ActivationFailures, null, null, period.ActivationFailures), (FigureKind.FeedbackAsked, null, null, period.FeedbackAsked),
            .. now.ByStatus.Select(entry => (FigureKind.Status, (string?)entry.Key.ToString(), (string?)null, entry.Value)),
            .. now.Queues.SelectMany(queue => new (FigureKind, string?, string?, int)[]
            {
                (FigureKind.Live, queue.Queue.ToString(), nameof(WorkItemState.Open), queue.Open),
                (FigureKind.Live, queue.Queue.ToString(), nameof(WorkItemState.Claimed), queue.Claimed),
                (FigureKind.Live, queue.Queue.ToString(), nameof(WorkItemState.Waiting), queue.Waiting),
                (FigureKind.Late, queue.Queue.ToString(), null, queue.Late),
                (FigureKind.DueSoon, queue.Queue.ToString(), null, queue.DueSoon),
            }),
            .. now.Ages.SelectMany(line => line.Counts.Index().Select(band => (FigureKind.Aged, (string?)line.Stage.ToString(), (string?)$"{band.Index}", band.Item))),
            .. period.Ended.Select(entry => (FigureKind.Ended, (string?)entry.Key.ToString(), (string?)null, entry.Value)),
            .. period.Rejected.Select(entry => (FigureKind.Rejected, (string?)(entry.Key.Length == 0 ? FigureList.WithoutCategory : entry.Key), (string?)null, entry.Value)),
            .. period.SentBack.Select(entry => (FigureKind.SentBack, (string?)entry.Key.ToString(), (string?)null, entry.Value)),
            .. period.Calls.Select(entry => (FigureKind.Calls, (string?)entry.Key.ToString(), (string?)null, entry.Value)),
            .. period.Work.SelectMany(line => new (FigureKind, string?, string?, int)[] { (FigureKind.Done, line.Queue.ToString(), null, line.Done), (FigureKind.DoneLate, line.Queue.ToString(), null, line.Late) }),
            .. period.Satisfaction.Index().Select(score => (FigureKind.Satisfaction, (string?)$"{score.Index + 1}", (string?)null, score.Item)),
            .. period.Ease.Index().Select(score => (FigureKind.Ease, (string?)$"{score.Index + 1}", (string?)null, score.Item)),
            .. figures.People.SelectMany(person => new (FigureKind, string?, string?, int)[]
            {
                (FigureKind.Claimed, person.StaffId, null, person.Claimed), (FigureKind.ClaimedLate, person.StaffId, null, person.Late),
                (FigureKind.DoneBy, person.StaffId, null, person.Done), (FigureKind.DoneLateBy, person.StaffId, null, person.DoneLate),
            }),
        ];
    }

    private static async Task<int> LengthAsync(CoreHost core, FigureList list)
    {
        var seen = new HashSet<Guid>();
        FigureKey? after = null;
        do
        {
            var page = (await core.Get<FigureListReader>().ReadAsync(list, after, Staff.Maya, Token)).ShouldBeDone();
            page.Lines.All(line => seen.Add(line.Id)).ShouldBeTrue("no line twice");
            after = page.Next;
        }
        while (after is not null);
        return seen.Count;
    }

    private static async Task<Overview> OverviewAsync(CoreHost core)
    {
        var today = DateOnly.FromDateTime(core.Clock.GetUtcNow().AddHours(7).DateTime);
        return (await core.Get<OverviewReader>().ReadAsync(new FigureFilter(today.AddDays(-364), today), Staff.Maya, Token)).ShouldBeDone();
    }

    private static async Task<FigureCheck> CheckAsync(CoreHost core) => (await core.Get<CheckFiguresHandler>().HandleAsync(Staff.Ratna, Token)).ShouldBeDone();

    private static Task<Seeded> SeedAsync(CoreHost core, int cases) => core.Get<CaseSeeder>().SeedAsync(
        new SeedSettings(cases, 7, [Staff.Sari, Staff.Bayu, Staff.Dewi, Staff.Agus, Staff.Rudi, Staff.Maya, Staff.Hendra, Staff.Ratna]) { CasesWithPictures = 0 }, null, Token);
}
