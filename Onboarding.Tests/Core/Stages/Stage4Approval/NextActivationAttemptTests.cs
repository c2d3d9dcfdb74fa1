using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage4Approval;

/// <summary>While an activation is under way, staff see when it is tried again.</summary>
public sealed class NextActivationAttemptTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Is_known_after_a_failure_and_to_nobody_outside_the_process(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await ApprovedAsync(core);
        var exchanges = core.Get<ActivationExchanges>();
        (await exchanges.FindNextAttemptAsync(state.CaseId, Staff.Maya, Token)).ShouldBeNull("nothing has failed yet: it is sent now");

        var message = await TakeOrderAsync(core);
        await core.Get<OutboxQueue>().FailAsync(message, "Http500", Token);

        var next = (await exchanges.FindNextAttemptAsync(state.CaseId, Staff.Maya, Token)).ShouldNotBeNull();
        next.FailedAttempts.ShouldBe(1);
        (next.NextAt - core.Clock.GetUtcNow()).ShouldBeInRange(RetryPlan.Delay(1) * 0.8, RetryPlan.Delay(1) * 1.2);
        (await exchanges.FindNextAttemptAsync(state.CaseId, Staff.Yusuf, Token)).ShouldBeNull();

        core.Clock.Advance(TimeSpan.FromMinutes(1));
        await core.Get<OutboxQueue>().RefuseAsync(await TakeOrderAsync(core), "Http400", Token);
        (await exchanges.FindNextAttemptAsync(state.CaseId, Staff.Maya, Token)).ShouldBeNull("what was set aside is not tried again by itself");
    }

    private static async Task<CaseState> ApprovedAsync(CoreHost core)
    {
        var state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        return (await core.Get<ApproveCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), Staff.Maya, Token)).ShouldBeDone();
    }

    private static async Task<LeasedMessage> TakeOrderAsync(CoreHost core)
    {
        while (true)
        {
            var message = (await core.Get<OutboxQueue>().TakeAsync(1, TimeSpan.FromSeconds(5), Token)).Single();
            if (message.Kind == OutboxKind.ActivateService)
            {
                return message;
            }

            await core.Get<OutboxQueue>().FinishAsync(message, Token);
        }
    }
}
