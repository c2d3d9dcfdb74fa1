using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Cases;

/// <summary>Questions to the applicant, their replies, and what happens without a reply (stages 1 and 2).</summary>
public sealed class QuestionTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task The_reply_returns_the_case_to_the_same_verifier_with_the_time_that_was_left(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var calendar = (await core.Get<SlaPolicyProvider>().GetAsync(Token)).Calendar;
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(), Staff.Dewi);
        core.Clock.Advance(TimeSpan.FromMinutes(41));
        var left = calendar.Between(core.Clock.GetUtcNow(), (await core.Cases.LoadAsync(state.CaseId)).LiveWorkItem!.DueAt!.Value);

        state = (await core.Get<AskClarificationHandler>().HandleAsync(new(CasesAt.Target(state), "Nama di KTP berbeda."), Staff.Dewi, Token)).ShouldBeDone();
        var waiting = await core.Cases.LoadAsync(state.CaseId);
        (waiting.Status, waiting.LiveWorkItem!.State, waiting.LiveWorkItem.DueAt, waiting.LiveWorkItem.RemainingTime)
            .ShouldBe((CaseStatus.AwaitingClarification, WorkItemState.Waiting, null, left));
        core.Clock.Advance(TimeSpan.FromDays(2));
        var token = core.Get<CaseProtection>().OpenToken(state.CaseId, waiting.OpenClarification!.ProtectedToken);
        (await core.Get<PublicLinks>().FindQuestionAsync(token, Token)).ShouldBeDone().Question.ShouldBe("Nama di KTP berbeda.");

        (await core.Get<ReplyToQuestionHandler>().HandleAsync(new(new(state.CaseId, null), "Ejaan lama."), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();

        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.Status, owner.LiveWorkItem!.State, owner.LiveWorkItem.AssigneeId).ShouldBe((CaseStatus.InVerification, WorkItemState.Claimed, Staff.Dewi.Id));
        owner.LiveWorkItem.DueAt.ShouldBe(calendar.Add(core.Clock.GetUtcNow(), left));
        owner.Clarifications.ShouldHaveSingleItem().ReplyText.ShouldBe("Ejaan lama.");
        (await core.Get<PublicLinks>().FindQuestionAsync(token, Token)).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await core.Get<ReplyToQuestionHandler>().HandleAsync(new(new(state.CaseId, null), "Lagi."), Actor.Applicant(state.CaseId), Token))
            .ShouldBeRefused(RefusalCode.ActionNotInStatus);
    }

    [Theory, DatabaseProviders]
    public async Task Who_writes_an_answer_down_took_part_in_the_case(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await AskedAsync(core);

        (await core.Get<ReplyToQuestionHandler>().HandleAsync(new(CasesAt.Target(state), "Lewat telepon: RT 004."), Staff.Bayu, Token)).ShouldBeDone();

        (await core.Cases.LoadAsync(state.CaseId)).Participations.ShouldContain(entry => entry.StaffId == Staff.Bayu.Id && entry.Part == Part.Entered);
    }

    [Theory, DatabaseProviders]
    public async Task Nobody_answers_for_the_applicant_of_another_case(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await AskedAsync(core);
        var other = await core.Cases.ReceivedAsync();

        (await core.Get<ReplyToQuestionHandler>().HandleAsync(new(new(state.CaseId, null), "Bukan saya."), Actor.Applicant(other.CaseId), Token))
            .ShouldBeRefused(RefusalCode.CaseNotFound);
        (await core.Get<WithdrawCaseHandler>().HandleAsync(new(new(state.CaseId, null), null), Actor.Applicant(other.CaseId), Token))
            .ShouldBeRefused(RefusalCode.CaseNotFound);
    }

    [Theory, DatabaseProviders]
    public async Task An_unanswered_question_is_reminded_of_every_three_days_and_expires_after_fourteen(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await AskedAsync(core);
        var job = core.Get<ExpireUnansweredHandler>();

        (await job.HandleAsync(Token)).ShouldBe(0);
        for (var reminder = 1; reminder <= 4; reminder++)
        {
            core.Clock.Advance(TimeSpan.FromDays(3));
            (await job.HandleAsync(Token)).ShouldBe(1);
            (await job.HandleAsync(Token)).ShouldBe(0);
            (await core.Cases.LoadAsync(state.CaseId)).OpenClarification!.RemindersSent.ShouldBe(reminder);
        }

        core.Clock.Advance(TimeSpan.FromDays(2));
        (await job.HandleAsync(Token)).ShouldBe(1);
        (await job.HandleAsync(Token)).ShouldBe(0);

        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.Status, owner.ExpiredFrom, owner.OpenClarification, owner.LiveWorkItem).ShouldBe((CaseStatus.Expired, CaseStatus.AwaitingApplicant, null, null));
        owner.WorkItems.ShouldHaveSingleItem().State.ShouldBe(WorkItemState.Cancelled);
        (await MailsAsync(core, state)).ShouldBe(
        [
            OutboxKind.MailRegistrationReceived, OutboxKind.MailQuestion, OutboxKind.MailReminder, OutboxKind.MailReminder,
            OutboxKind.MailReminder, OutboxKind.MailReminder, OutboxKind.MailExpired,
        ]);
    }

    [Theory, DatabaseProviders]
    public async Task A_case_that_cannot_be_opened_does_not_stop_the_job_for_the_others(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var broken = await AskedAsync(core);
        var healthy = await AskedAsync(core);
        await Database.ExecuteAsync(core, $"""UPDATE "Cases" SET "ProtectedData" = "StatusTokenHash" WHERE "Id" = {broken.CaseId}""");
        core.Clock.Advance(TimeSpan.FromDays(15));

        await Should.ThrowAsync<AggregateException>(() => core.Get<ExpireUnansweredHandler>().HandleAsync(Token));

        (await core.Cases.LoadAsync(healthy.CaseId)).Status.ShouldBe(CaseStatus.Expired);
    }

    private static async Task<CaseState> AskedAsync(CoreHost core)
    {
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        return (await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(state), "RT berapa?"), Staff.Sari, Token)).ShouldBeDone();
    }

    private static Task<List<OutboxKind>> MailsAsync(CoreHost core, CaseState state) => Database.ReadAsync(core, context => context.OutboxMessages
        .Where(message => message.CaseId == state.CaseId).OrderBy(message => message.CreatedAt).Select(message => message.Kind).ToListAsync(Token));
}
