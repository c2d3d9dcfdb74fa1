using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Reporting;
using Onboarding.Core.Reporting.Figures;
using Onboarding.Core.Sla;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Reporting;

/// <summary>The lists behind the figures: a page costs the same however many cases there are.</summary>
public sealed class FigureListPlanTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    [Theory]
    [DatabaseProviders(FigureKind.InProgress, null, null, "IX_Cases_Status_StatusSince_Id")]
    [DatabaseProviders(FigureKind.Held, null, null, "IX_Cases_Held")]
    [DatabaseProviders(FigureKind.Ended, null, null, "IX_Cases_Status_StatusSince_Id")]
    [DatabaseProviders(FigureKind.Aged, nameof(Stage.Verification), "1", "IX_Cases_Status_ReceivedAt_Id")]
    [DatabaseProviders(FigureKind.Live, nameof(WorkQueue.Verification), nameof(WorkItemState.Waiting), "IX_WorkItems_InState")]
    [DatabaseProviders(FigureKind.Done, null, null, "IX_WorkItems_ClosedInQueue")]
    [DatabaseProviders(FigureKind.Done, null, null, "IX_WorkItems_ClosedInProvince", "94")]
    [DatabaseProviders(FigureKind.DoneLate, null, null, "IX_WorkItems_ClosedLateInQueue")]
    [DatabaseProviders(FigureKind.ActivationFailures, null, null, "IX_WorkItems_ActivationFailures")]
    public async Task A_list_is_read_in_the_order_of_an_index(DatabaseKind kind, FigureKind figure, string? value, string? detail, string index, string? province = null)
    {
        var core = await LongHistoryAsync(kind);
        var policy = await core.Get<SlaPolicyProvider>().GetAsync(TestContext.Current.CancellationToken);
        var today = DateOnly.FromDateTime(CoreHost.Start.UtcDateTime);
        var list = new FigureList(figure, new FigureFilter(today.AddDays(-29), today, Province: province), value, detail);

        // The whole history is behind this key: a list of what waits begins with the oldest, one of what happened with the newest.
        var after = new FigureKey(list.OldestFirst ? CoreHost.Start.AddDays(-60) : CoreHost.Start, Guid.Empty);

        var plan = await QueryPlans.ReadAsync(core, kind, asItIs: true, query: context =>
            FigureListReader.Page(new FigureSources(context, list, policy, CoreHost.Start).Parts()!, context, list, after).Take(FigureListReader.PageSize + 1));

        // Rows that come in order but for those of the same instant are sorted as they come, and not before the first one is known.
        var sorts = plan.Replace("Incremental Sort", "", StringComparison.Ordinal);

        plan.ShouldContain(index);
        sorts.ShouldNotContain(kind == DatabaseKind.Sqlite ? "TEMP B-TREE" : "Sort  ", Case.Sensitive);
        plan.ShouldNotContain(kind == DatabaseKind.Sqlite ? "SCAN c" : "Seq Scan", Case.Sensitive);
    }

    // With a handful of rows PostgreSQL rightly takes whichever index it meets, and sorts what it finds.
    private async Task<CoreHost> LongHistoryAsync(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        if (!await context.Cases.AnyAsync(TestContext.Current.CancellationToken))
        {
            await LongQueue.FillAsync(core, kind, await core.Cases.ReceivedAsync(), 20_000);
            await LongQueue.SpreadAsync(core, kind);
        }

        return core;
    }
}
