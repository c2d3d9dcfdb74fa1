using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Stages.Stage5FollowUp;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage5FollowUp;

/// <summary>Activation and what follows it: notice, follow-ups, feedback (SOP stages 4 and 5).</summary>
public sealed class FollowUpTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_follow_up_becomes_work_once_when_it_is_due_and_again_until_the_customer_is_reached(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ActiveAsync();
        var job = core.Get<OpenDueFollowUpsHandler>();
        (await job.HandleAsync(Token)).ShouldBe(0);
        core.Clock.Advance(TimeSpan.FromDays(3));
        (await job.HandleAsync(Token)).ShouldBe(1);
        (await job.HandleAsync(Token)).ShouldBe(0);

        await core.Cases.ClaimAsync(state, Staff.Sari);
        var record = core.Get<RecordFollowUpHandler>();
        (await record.HandleAsync(new(new(state.CaseId, null), FollowUpOutcome.HasProblem, " "), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        (await record.HandleAsync(new(new(state.CaseId, null), FollowUpOutcome.NotReached, null), Staff.Sari, Token)).ShouldBeDone();
        (await core.Cases.LoadAsync(state.CaseId)).LiveWorkItem.ShouldBeNull();
        core.Clock.Advance(TimeSpan.FromDays(3));
        (await job.HandleAsync(Token)).ShouldBe(1);

        await core.Cases.ClaimAsync(state, Staff.Bayu);
        (await core.Get<AskFeedbackHandler>().HandleAsync(new(new(state.CaseId, null)), Staff.Bayu, Token)).ShouldBeRefused(RefusalCode.FollowUpsOpen);
        (await record.HandleAsync(new(new(state.CaseId, null), FollowUpOutcome.Understood, null), Staff.Bayu, Token)).ShouldBeDone();
        var owner = await core.Cases.LoadAsync(state.CaseId);
        owner.FollowUps.OrderBy(entry => entry.Attempt).Select(entry => (entry.Attempt, entry.Outcome)).ShouldBe([(1, FollowUpOutcome.NotReached), (2, FollowUpOutcome.Understood)]);
    }

    [Theory, DatabaseProviders]
    public async Task Feedback_is_given_once_through_a_link_that_then_says_so_and_an_altered_one_says_nothing(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ActiveAsync();
        core.Clock.Advance(TimeSpan.FromDays(4));
        await core.Get<OpenDueFollowUpsHandler>().HandleAsync(Token);
        await core.Cases.ClaimAsync(state, Staff.Sari);
        (await core.Get<RecordFollowUpHandler>().HandleAsync(new(new(state.CaseId, null), FollowUpOutcome.Understood, null), Staff.Sari, Token)).ShouldBeDone();
        var ask = core.Get<AskFeedbackHandler>();
        (await ask.HandleAsync(new(new(state.CaseId, null)), Staff.Sari, Token)).ShouldBeDone();
        var link = (await core.Cases.LoadAsync(state.CaseId)).Feedback!;
        (await ask.HandleAsync(new(new(state.CaseId, null)), Staff.Sari, Token)).ShouldBeDone();
        (await core.Cases.LoadAsync(state.CaseId)).Feedback!.TokenHash.ShouldBe(link.TokenHash, "asking again sends the same link");
        var token = core.Get<CaseProtection>().OpenToken(state.CaseId, link.ProtectedToken);
        (await core.Get<PublicLinks>().FindFeedbackAsync(token, Token)).ShouldBeDone().CaseId.ShouldBe(state.CaseId);
        (await core.Get<CompleteCaseHandler>().HandleAsync(new(new(state.CaseId, null)), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.ActivationNoticeNotSent);

        var give = core.Get<GiveFeedbackHandler>();
        var applicant = Actor.Applicant(state.CaseId);
        (await give.HandleAsync(new(state.CaseId, 6, 5, null), applicant, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        var results = await Task.WhenAll(Enumerable.Range(1, 5).Select(score => Task.Run(() => give.HandleAsync(new(state.CaseId, score, score, null), applicant, Token), Token)));

        results.Count(result => result.IsDone).ShouldBe(1);
        results.Where(result => !result.IsDone).ShouldAllBe(result => result.Refusal!.Code == RefusalCode.FeedbackAlreadyGiven);
        (await core.Get<PublicLinks>().FindFeedbackAsync(token, Token)).ShouldBeRefused(RefusalCode.FeedbackAlreadyGiven);
        var altered = (token[0] == 'A' ? 'B' : 'A') + token[1..];
        (await core.Get<PublicLinks>().FindFeedbackAsync(altered, Token)).ShouldBeRefused(RefusalCode.LinkNotValid);
    }

    [Theory, DatabaseProviders]
    public async Task A_failed_activation_is_work_for_it_once_and_its_retry_keeps_the_idempotency_key(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ActivatingAsync();
        var report = core.Get<ReportActivationFailureHandler>();
        state = (await report.HandleAsync(new(state.CaseId, "Timeout\"}"), Actor.System("test"), Token)).ShouldBeDone();
        (await report.HandleAsync(new(state.CaseId, "Timeout"), Actor.System("test"), Token)).ShouldBeDone().ShouldBe(state);
        (await core.Cases.LoadAsync(state.CaseId)).LiveWorkItem!.Queue.ShouldBe(WorkQueue.ActivationFailure);

        state = await core.Cases.ClaimAsync(state, Staff.Rudi);
        (await core.Get<RetryActivationHandler>().HandleAsync(new(CasesAt.Target(state), null), Staff.Rudi, Token)).ShouldBeDone();

        var orders = await Database.ReadAsync(core, context => context.OutboxMessages.Where(message => message.CaseId == state.CaseId && message.Kind == OutboxKind.ActivateService).ToListAsync(Token));
        orders.Count.ShouldBe(2);
        orders.Select(order => order.SubjectId).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        var confirm = core.Get<ConfirmActivationHandler>();
        (await confirm.HandleAsync(new(state.CaseId, new string('x', 101)), Actor.System("test"), Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        var active = (await confirm.HandleAsync(new(state.CaseId, "SVC-1"), Actor.System("test"), Token)).ShouldBeDone();
        (await confirm.HandleAsync(new(state.CaseId, "SVC-1"), Actor.System("test"), Token)).ShouldBeDone().ShouldBe(active);
        (await core.Cases.LoadAsync(state.CaseId)).FollowUps.ShouldHaveSingleItem();
    }
}
