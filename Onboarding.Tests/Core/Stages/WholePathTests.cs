using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Stages.Stage5FollowUp;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages;

/// <summary>The path of a case through all five stages, on both databases.</summary>
public sealed class WholePathTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_registration_walks_all_five_stages_and_leaves_an_intact_trail(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        var state = await core.Cases.ActiveAsync();
        state.Status.ShouldBe(CaseStatus.Active);
        state.Number.ShouldBe("ONB-2026-000001");

        core.Clock.Advance(TimeSpan.FromDays(4));
        (await core.Get<OpenDueFollowUpsHandler>().HandleAsync(Token)).ShouldBe(1);
        state = await core.Cases.ClaimAsync(state, Staff.Sari);
        state = (await core.Get<RecordFollowUpHandler>().HandleAsync(new(CasesAt.Target(state), FollowUpOutcome.Understood, null), Staff.Sari, Token)).ShouldBeDone();
        state = (await core.Get<AskFeedbackHandler>().HandleAsync(new(CasesAt.Target(state)), Staff.Sari, Token)).ShouldBeDone();
        state = (await core.Get<RecordActivationNoticeHandler>().HandleAsync(new(new CaseTarget(state.CaseId, null)), Actor.System("test"), Token)).ShouldBeDone();
        (await core.Get<GiveFeedbackHandler>().HandleAsync(new(state.CaseId, 5, 4, "Cepat."), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();
        state = (await core.Get<CompleteCaseHandler>().HandleAsync(new(new CaseTarget(state.CaseId, null)), Staff.Sari, Token)).ShouldBeDone();

        state.Status.ShouldBe(CaseStatus.Completed);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task A_business_registration_reaches_the_active_status(DatabaseKind kind)
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(kind));
        (await core.Cases.ActiveAsync(Registrations.Business())).Status.ShouldBe(CaseStatus.Active);
    }
}
