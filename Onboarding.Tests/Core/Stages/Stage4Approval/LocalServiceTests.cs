using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage4Approval;

/// <summary>The embedded activation and the orders it is given.</summary>
public sealed class LocalServiceTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Answers_the_same_number_however_often_and_parallel_it_is_asked(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        var order = await Order(core, await core.Cases.ActivatingAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => core.Get<SwitchLocalServiceHandler>().SwitchOnAsync(order, Token)));

        answers.Select(answer => answer.ShouldBeDone()).Distinct(StringComparer.Ordinal).ShouldBe(["SVC-2026-000001"]);
        var other = await Order(core, await core.Cases.ActivatingAsync());
        (await core.Get<SwitchLocalServiceHandler>().SwitchOnAsync(other, Token)).ShouldBeDone().ShouldBe("SVC-2026-000002");
    }

    [Theory, DatabaseProviders]
    public async Task Orders_nothing_once_the_case_is_active(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        var state = await core.Cases.ActiveAsync();
        var approval = (await core.Cases.LoadAsync(state.CaseId)).Decisions.Single();

        (await core.Get<ActivationOrders>().FindAsync(state.CaseId, approval.Id, Token)).ShouldBeNull();
        (await core.Get<ActivationOrders>().FindWithdrawnAsync(state.CaseId, Token)).ShouldBeNull();
    }

    [Theory, DatabaseProviders]
    public async Task Switches_off_what_was_withdrawn_while_it_was_being_activated(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        var state = await core.Cases.ActivatingAsync();
        await core.Get<SwitchLocalServiceHandler>().SwitchOnAsync(await Order(core, state), Token);
        (await core.Get<WithdrawCaseHandler>().HandleAsync(new(new CaseTarget(state.CaseId, null), null), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();

        (await core.Get<ActivationOrders>().FindWithdrawnAsync(state.CaseId, Token)).ShouldNotBeNull();
        (await core.Get<SwitchLocalServiceHandler>().SwitchOffAsync(state.CaseId, Token)).ShouldBeDone();

        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        (await context.LocalServices.SingleAsync(Token)).DeactivatedAt.ShouldNotBeNull();
    }

    private static async Task<ActivationOrder> Order(CoreHost core, CaseState state)
    {
        var approval = (await core.Cases.LoadAsync(state.CaseId)).Decisions.Single(entry => entry.Outcome == DecisionOutcome.Approved);
        return (await core.Get<ActivationOrders>().FindAsync(state.CaseId, approval.Id, Token)).ShouldNotBeNull();
    }
}
