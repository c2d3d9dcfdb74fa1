using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Aftercare;
using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage5FollowUp;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Aftercare;

/// <summary>The results of the feedback form as the supervisor sees them, and the score from which somebody has to call (SOP stage 5).</summary>
public sealed class FeedbackResultsTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Counts_averages_and_latest_remarks_of_the_period_without_names(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await GiveAsync(core, 1, 1, "Lama sekali");
        core.Clock.Advance(TimeSpan.FromDays(40));
        await GiveAsync(core, 5, 4, "Cepat dan ramah");
        core.Clock.Advance(TimeSpan.FromMinutes(1));
        await GiveAsync(core, 2, 4, "Teknisi terlambat");
        await GiveAsync(core, 5, 5, null);
        await core.Cases.FeedbackAskedAsync();

        var results = await ReadAsync(core, Latest(core));

        (results.Asked, results.Given).ShouldBe((4, 3));
        results.Satisfaction.ShouldBe([0, 1, 0, 0, 2]);
        results.Ease.ShouldBe([0, 0, 0, 2, 1]);
        results.AverageSatisfaction!.Value.ShouldBe(4.0, 0.001);
        results.AverageEase!.Value.ShouldBe(4.333, 0.001);
        results.Latest.Select(remark => remark.Text).ShouldBe(["Teknisi terlambat", "Cepat dan ramah"]);
        foreach (var other in new[] { Staff.Sari, Staff.Yusuf, Staff.Dewi, Actor.Nobody })
        {
            (await core.Get<FeedbackReader>().ReadAsync(Latest(core), other, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        }
    }

    [Theory, DatabaseProviders]
    public async Task Only_what_the_dashboard_shows_is_counted_to_the_hour_of_the_office(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);

        // The last minute of a day in Jakarta, and the first of the next one.
        var (first, second) = (await core.Cases.FeedbackAskedAsync(), await core.Cases.FeedbackAskedAsync());
        var day = DateOnly.FromDateTime(core.Clock.GetUtcNow().UtcDateTime).AddDays(5);
        var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7)).ToUniversalTime();
        core.Clock.Advance(midnight - TimeSpan.FromMinutes(1) - core.Clock.GetUtcNow());
        await AnswerAsync(core, first, 4, 4, "Sebelum tengah malam");
        core.Clock.Advance(TimeSpan.FromMinutes(1));
        await AnswerAsync(core, second, 2, 2, "Sesudah tengah malam");

        (await ReadAsync(core, new(day.AddDays(-1), day.AddDays(-1)))).Latest.Select(remark => remark.Text).ShouldBe(["Sebelum tengah malam"]);
        (await ReadAsync(core, new(day, day))).Latest.Select(remark => remark.Text).ShouldBe(["Sesudah tengah malam"]);

        var both = new FigureFilter(day.AddDays(-1), day);
        var owner = await core.Cases.LoadAsync(first.CaseId);
        (await ReadAsync(core, both)).Given.ShouldBe(2);
        (await ReadAsync(core, both with { Product = owner.ProductCode, Channel = owner.Channel, Province = owner.ProvinceCode })).Given.ShouldBe(2);
        (await ReadAsync(core, both with { Product = "TIDAK-ADA" })).ShouldSatisfyAllConditions(none => none.Asked.ShouldBe(0), none => none.Latest.ShouldBeEmpty());
        (await ReadAsync(core, both with { Channel = Enum.GetValues<Channel>().First(channel => channel != owner.Channel) })).Given.ShouldBe(0);
        (await ReadAsync(core, both with { Province = owner.ProvinceCode == "11" ? "12" : "11" })).Given.ShouldBe(0);
        (await core.Get<FeedbackReader>().ReadAsync(new(day, day.AddDays(-1)), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
    }

    [Fact]
    public async Task Without_an_answer_there_is_no_average()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);

        var results = (await core.Get<FeedbackReader>().ReadAsync(Latest(core), Staff.Ratna, Token)).ShouldBeDone();

        (results.Given, results.AverageSatisfaction, results.AverageEase).ShouldBe((0, null, null));
    }

    [Theory]
    [InlineData(5, 4, true)]
    [InlineData(5, 5, false)]
    public async Task The_setting_says_from_which_score_somebody_has_to_call(int satisfaction, int ease, bool isRaised)
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite, services => services.AddSingleton(new AftercareSettings { LowestGoodScore = 5 }));
        var state = await core.Cases.FeedbackAskedAsync();

        (await core.Get<GiveFeedbackHandler>().HandleAsync(new(state.CaseId, satisfaction, ease, null), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();

        (await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.Any(item => item.Concern == ConcernKind.LowScore).ShouldBe(isRaised);
    }

    private static async Task GiveAsync(CoreHost core, int satisfaction, int ease, string? remark)
    {
        await AnswerAsync(core, await core.Cases.FeedbackAskedAsync(), satisfaction, ease, remark);
    }

    private static async Task AnswerAsync(CoreHost core, CaseState state, int satisfaction, int ease, string? remark) =>
        (await core.Get<GiveFeedbackHandler>().HandleAsync(new(state.CaseId, satisfaction, ease, remark), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();

    private static FigureFilter Latest(CoreHost core)
    {
        var today = DateOnly.FromDateTime(core.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);
        return new(today.AddDays(-29), today);
    }

    private static async Task<FeedbackResults> ReadAsync(CoreHost core, FigureFilter filter) =>
        (await core.Get<FeedbackReader>().ReadAsync(filter, Staff.Maya, Token)).ShouldBeDone();
}
