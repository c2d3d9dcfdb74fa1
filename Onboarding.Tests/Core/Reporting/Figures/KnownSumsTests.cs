using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Time;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Reporting.Figures;

/// <summary>Days that are over are added up once, and anew when they changed after all.</summary>
public sealed class KnownSumsTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private const int Day = 20261101;

    private int _added;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Days_that_did_not_change_are_added_up_once()
    {
        var known = new KnownSums<FigureCounts>();

        known.Of([Line("in=1;"), Line("in=2;")], Add)["in"].ShouldBe(3);
        known.Of([Line("in=1;"), Line("in=2;")], Add)["in"].ShouldBe(3);

        _added.ShouldBe(1);
    }

    [Fact]
    public void A_day_that_changed_in_count_day_or_place_is_added_up_anew()
    {
        var known = new KnownSums<FigureCounts>();

        known.Of([Line("in=1;")], Add)["in"].ShouldBe(1);
        known.Of([Line("in=2;")], Add)["in"].ShouldBe(2);
        known.Of([Line("in=1;", day: Day + 1)], Add);
        known.Of([Line("in=1;", product: "B")], Add);
        known.Of([Line("in=1;", province: "32")], Add);
        known.Of([Line("in=1;"), Line("")], Add);

        _added.ShouldBe(6);
    }

    [Fact]
    public void Only_so_many_sums_are_kept()
    {
        var known = new KnownSums<FigureCounts>();
        for (var number = 0; number <= 64; number++)
        {
            known.Of([Line($"in={number + 1};")], Add);
        }

        known.Of([Line("in=65;")], Add);
        _added.ShouldBe(65);
        known.Of([Line("in=1;")], Add)["in"].ShouldBe(1);
        _added.ShouldBe(66);
    }

    [Theory, DatabaseProviders]
    public async Task A_dashboard_that_was_read_before_shows_what_a_day_long_past_has_become(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var (month, week) = (new FigureFilter(new(2026, 10, 1), new(2026, 10, 31)), new FigureFilter(new(2026, 10, 5), new(2026, 10, 31)));
        await ChangeAsync(core, 20261004, "in=2;");
        await ChangeAsync(core, 20261010, "in=3;");
        await ShowsAsync(core, month, 5);
        await ShowsAsync(core, week, 3);

        await ChangeAsync(core, 20261010, "in=-1;");

        await ShowsAsync(core, month, 4);
        await ShowsAsync(core, week, 2);
        await ShowsAsync(core, month with { Province = "31" }, 4);
        await ShowsAsync(core, month with { From = new(2026, 11, 1), To = new(2026, 11, 30) }, 0, before: 4);
    }

    private static CountLine Line(string counts, int day = Day, string product = "A", string province = "31") =>
        new() { IsDelta = false, Day = day, Product = product, Channel = "Online", Province = province, Counts = counts };

    private FigureCounts Add(IReadOnlyList<CountLine> lines)
    {
        _added++;
        var sum = new FigureCounts();
        foreach (var line in lines)
        {
            sum.Add(line.Counts);
        }

        return sum;
    }

    private static async Task ChangeAsync(CoreHost core, int day, string counts)
    {
        await using (var context = core.Get<OnboardingContextFactory>().CreateDbContext())
        {
            context.FigureDeltas.Add(new FigureDelta(SequentialId.New(core.Clock), new FigurePlace(day, "INTERNET-RUMAH", "Online", "31"), FigureCounts.Read(counts)));
            await context.SaveChangesAsync(Token);
        }

        await core.Get<FoldFiguresHandler>().HandleAsync(Token);
    }

    private static async Task ShowsAsync(CoreHost core, FigureFilter filter, int received, int? before = null)
    {
        var overview = (await core.Get<OverviewReader>().ReadAsync(filter, Staff.Maya, Token)).ShouldBeDone();
        overview.Period.Received.ShouldBe(received);
        overview.Trend.Sum(step => step.Received).ShouldBe(received);
        overview.Products.Sum(share => share.Figures.Received).ShouldBe(received);
        overview.Channels.Sum(share => share.Figures.Received).ShouldBe(received);
        overview.Provinces.Sum(share => share.Figures.Received).ShouldBe(received);
        overview.Before.Received.ShouldBe(before ?? overview.Before.Received);
    }
}
