using Onboarding.Core.Cases;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Reporting;

/// <summary>The lists of live work behind the figures.</summary>
public sealed class LiveListTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Work_whose_clock_stands_is_listed_behind_what_is_due_and_as_due_at_no_time(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var held = await core.Cases.ReceivedAsync();
        core.Clock.Advance(TimeSpan.FromHours(1));
        var runs = await core.Cases.ReceivedAsync();
        (await core.Get<HoldCaseHandler>().PlaceAsync(new(CasesAt.Target(held), "Pemeriksaan."), Staff.Ratna, Token)).ShouldBeDone();
        var today = DateOnly.FromDateTime(CoreHost.Start.UtcDateTime);
        var list = new FigureList(FigureKind.Live, new FigureFilter(today, today), nameof(WorkQueue.Intake), nameof(WorkItemState.Open));

        var lines = (await core.Get<FigureListReader>().ReadAsync(list, after: null, Staff.Maya, Token)).ShouldBeDone().Lines;

        list.IsOfLiveWork.ShouldBeTrue();
        lines.Select(line => (line.Number, line.IsStanding)).ShouldBe([(runs.Number, false), (held.Number, true)]);
    }
}
