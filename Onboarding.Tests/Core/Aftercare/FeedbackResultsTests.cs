using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Aftercare;
using Onboarding.Core.Reporting;
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
    public async Task Counts_averages_and_latest_remarks_of_the_last_months_without_names(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await GiveAsync(core, 1, 1, "Lama sekali");
        core.Clock.Advance(TimeSpan.FromDays(FeedbackReader.Days + 1));
        await GiveAsync(core, 5, 4, "Cepat dan ramah");
        core.Clock.Advance(TimeSpan.FromMinutes(1));
        await GiveAsync(core, 2, 4, "Teknisi terlambat");
        await GiveAsync(core, 5, 5, null);
        await core.Cases.FeedbackAskedAsync();

        var results = (await core.Get<FeedbackReader>().ReadAsync(Staff.Maya, Token)).ShouldBeDone();

        (results.Asked, results.Given).ShouldBe((4, 3));
        results.Satisfaction.ShouldBe([0, 1, 0, 0, 2]);
        results.Ease.ShouldBe([0, 0, 0, 2, 1]);
        results.AverageSatisfaction!.Value.ShouldBe(4.0, 0.001);
        results.AverageEase!.Value.ShouldBe(4.333, 0.001);
        results.Latest.Select(remark => remark.Text).ShouldBe(["Teknisi terlambat", "Cepat dan ramah"]);
        (await core.Get<FeedbackReader>().ReadAsync(Staff.Sari, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await core.Get<FeedbackReader>().ReadAsync(Staff.Yusuf, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
    }

    [Fact]
    public async Task Without_an_answer_there_is_no_average()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);

        var results = (await core.Get<FeedbackReader>().ReadAsync(Staff.Ratna, Token)).ShouldBeDone();

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
        var state = await core.Cases.FeedbackAskedAsync();
        (await core.Get<GiveFeedbackHandler>().HandleAsync(new(state.CaseId, satisfaction, ease, remark), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();
    }
}
