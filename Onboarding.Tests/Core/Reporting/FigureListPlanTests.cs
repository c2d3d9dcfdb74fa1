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
    [DatabaseProviders(FigureKind.DoneLate, null, null, "IX_WorkItems_ClosedLateInQueue")]
    [DatabaseProviders(FigureKind.ActivationFailures, null, null, "IX_WorkItems_ActivationFailures")]
    public async Task A_list_is_read_in_the_order_of_an_index(DatabaseKind kind, FigureKind figure, string? value, string? detail, string index)
    {
        var core = await cores.SharedAsync(kind);
        await core.Cases.ReceivedAsync();
        var policy = await core.Get<SlaPolicyProvider>().GetAsync(TestContext.Current.CancellationToken);
        var list = new FigureList(figure, new FigureFilter(new(2026, 11, 1), new(2026, 11, 30)), value, detail);
        var after = new FigureKey(CoreHost.Start, Guid.Empty);

        var plan = await QueryPlans.ReadAsync(core, kind, context =>
            FigureListReader.Page(new FigureSources(context, list, policy, CoreHost.Start).Parts()!, context, list, after).Take(FigureListReader.PageSize + 1));

        // With a handful of rows PostgreSQL rightly takes whichever index it meets, and sorts what it finds.
        plan.ShouldContain(kind == DatabaseKind.Sqlite ? index : "Index");
        plan.ShouldNotContain(kind == DatabaseKind.Sqlite ? "TEMP B-TREE" : "Seq Scan", Case.Sensitive);
        plan.ShouldNotContain(kind == DatabaseKind.Sqlite ? "SCAN c" : "Seq Scan", Case.Sensitive);
    }
}
