using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Documents;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Sla;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Clarifications;

/// <summary>A request to the applicant from the question to the reply, the reminder, the recall or the expiry (stages 1 and 2).</summary>
public sealed class RoundTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly ItemAnswer Yes = new() { Note = "Ya." };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task The_reply_returns_the_case_to_the_same_verifier_with_the_time_that_was_left(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var answers = new Answers(core.Services);
        var calendar = (await core.Get<SlaPolicyProvider>().GetAsync(Token)).Calendar;
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(), Staff.Dewi);
        core.Clock.Advance(TimeSpan.FromMinutes(41));
        var left = calendar.Between(core.Clock.GetUtcNow(), (await core.Cases.LoadAsync(state.CaseId)).LiveWorkItem!.DueAt!.Value);

        state = (await core.Get<AskClarificationHandler>().HandleAsync(new(CasesAt.Target(state), "Nama di KTP berbeda."), Staff.Dewi, Token)).ShouldBeDone();
        var waiting = await core.Cases.LoadAsync(state.CaseId);
        (waiting.Status, waiting.LiveWorkItem!.State, waiting.LiveWorkItem.DueAt, waiting.LiveWorkItem.RemainingTime)
            .ShouldBe((CaseStatus.AwaitingClarification, WorkItemState.Waiting, null, left));
        core.Clock.Advance(TimeSpan.FromDays(2));
        var link = await answers.LinkAsync(state.CaseId);
        (await answers.FindAsync(link)).ShouldBeDone().Items.ShouldHaveSingleItem().Question.ShouldBe("Nama di KTP berbeda.");

        (await StatusAsync()).AnsweredAt.ShouldBeNull("the question is open");

        await answers.ReplyAsync(state, "Ejaan lama.");

        var owner = await core.Cases.LoadAsync(state.CaseId);
        (await StatusAsync()).AnsweredAt.ShouldBe(owner.Clarifications.Single().ClosedAt.ShouldNotBeNull());
        (owner.Status, owner.LiveWorkItem!.State, owner.LiveWorkItem.AssigneeId).ShouldBe((CaseStatus.InVerification, WorkItemState.Claimed, Staff.Dewi.Id));
        owner.LiveWorkItem.DueAt.ShouldBe(calendar.Add(core.Clock.GetUtcNow(), left));
        Rounds(core, owner).Single().Items.Single().Answer!.Note.ShouldBe("Ejaan lama.");
        (await answers.FindAsync(link)).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await answers.SendAsync(link)).ShouldBeRefused(RefusalCode.LinkNotValid);

        async Task<StatusView> StatusAsync() =>
            (await core.Get<PublicLinks>().FindStatusAsync(await core.Get<PublicLinks>().StatusTokenAsync(state.CaseId, Token), Token)).ShouldBeDone();
    }

    [Theory, DatabaseProviders]
    public async Task The_reply_goes_to_the_queue_when_the_person_who_asked_has_left(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await AskedAsync(core);
        core.Staff.Leaves(Staff.Sari);

        await new Answers(core.Services).ReplyAsync(state, "RT 003.");

        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.Status, owner.LiveWorkItem!.State, owner.LiveWorkItem.AssigneeId).ShouldBe((CaseStatus.Received, WorkItemState.Open, null));
        owner.LiveWorkItem.DueAt.ShouldNotBeNull();
    }

    [Theory, DatabaseProviders]
    public async Task Rounds_follow_each_other_and_keep_what_each_asked(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var answers = new Answers(core.Services);
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(), Staff.Dewi);
        var ask = core.Get<AskClarificationHandler>();
        var field = ItemSubject.OfField(nameof(ApplicantData.Phone));

        state = (await ask.HandleAsync(new(CasesAt.Target(state), [new AskedItem(field, "Nomor mana?"), new AskedItem(ItemSubject.General, "Kapan?")]), Staff.Dewi, Token)).ShouldBeDone();
        state = await answers.ReplyAsync(state, "Nanti.");
        (await core.Get<CompleteVerificationHandler>().HandleAsync(new(CasesAt.Target(state)), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.AnswersNotReviewed);
        state = (await ask.HandleAsync(new(CasesAt.Target(state), [new AskedItem(field, "Mohon nomor yang aktif.")]), Staff.Dewi, Token)).ShouldBeDone();
        await answers.ReplyAsync(state, "Besok.");

        var rounds = (await core.Cases.LoadAsync(state.CaseId)).Clarifications.OrderBy(round => round.Round).ToList();
        rounds.Select(round => (round.Round, round.Items.Count, round.Outcome)).ShouldBe(
            [(1, 2, (ClarificationOutcome?)ClarificationOutcome.Answered), (2, 1, ClarificationOutcome.Answered)]);

        // Asking again for the same thing is the verdict on the first answer; the other one still waits for its own.
        rounds[0].Items.OrderBy(item => item.Position).Select(item => item.Verdict).ShouldBe([AnswerVerdict.NotAccepted, null]);
    }

    [Theory, DatabaseProviders]
    public async Task What_was_typed_is_kept_for_the_next_visit_and_says_nothing_until_it_is_sent(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var answers = new Answers(core.Services);
        var state = await AskedAsync(core, new AskedItem(ItemSubject.General, "Satu?"), new AskedItem(ItemSubject.General, "Dua?"));
        var link = await answers.LinkAsync(state.CaseId);
        var before = await core.Cases.LoadAsync(state.CaseId);

        await answers.SaveAsync(link, 1, new ItemAnswer { Note = "Sebagian" });

        (await answers.FindAsync(link)).ShouldBeDone().Items[0].Draft.Note.ShouldBe("Sebagian");
        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.Version, owner.AuditSequence).ShouldBe((before.Version, before.AuditSequence));
        Rounds(core, owner).Single().Items[0].Answer.ShouldBeNull();
        (await answers.SendAsync(link)).ShouldBeInvalid(ClarificationItem.PartOf(2, "Answer"), InputProblem.Required);
        (await core.Cases.LoadAsync(state.CaseId)).Status.ShouldBe(CaseStatus.AwaitingApplicant);
    }

    [Theory, DatabaseProviders]
    public async Task A_new_link_ends_the_old_one_and_keeps_what_was_typed(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var answers = new Answers(core.Services);
        var state = await AskedAsync(core);
        var old = await answers.LinkAsync(state.CaseId);
        await answers.SaveAsync(old, 1, Yes);

        (await core.Get<ResendQuestionHandler>().HandleAsync(new(CasesAt.Target(state)), Staff.Bayu, Token)).ShouldBeDone();

        (await answers.FindAsync(old)).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await answers.SendAsync(old)).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await core.Get<SaveAnswerHandler>().HandleAsync(new(old, Guid.Empty, Yes), Token)).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await answers.SendAsync(await answers.LinkAsync(state.CaseId))).ShouldBeDone().Status.ShouldBe(CaseStatus.Received);
        (await MailsAsync(core, state)).ShouldBe([OutboxKind.MailRegistrationReceived, OutboxKind.MailQuestion, OutboxKind.MailQuestion]);

        // Whoever only sent a request again has worked on the case too, and never decides on it.
        (await core.Cases.LoadAsync(state.CaseId)).Participations.ShouldContain(entry => entry.StaffId == Staff.Bayu.Id && entry.Part == Part.Entered);
    }

    [Theory, DatabaseProviders]
    public async Task A_request_that_is_taken_back_needs_a_reason_ends_the_link_and_gives_the_case_back(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var answers = new Answers(core.Services);
        var state = await AskedAsync(core);
        var link = await answers.LinkAsync(state.CaseId);
        var recall = core.Get<RecallQuestionHandler>();

        (await recall.HandleAsync(new(CasesAt.Target(state), " "), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.ReasonRequired);
        (await recall.HandleAsync(new(CasesAt.Target(state), "Salah berkas."), Staff.Sari, Token)).ShouldBeDone().Status.ShouldBe(CaseStatus.Received);

        (await answers.FindAsync(link)).ShouldBeRefused(RefusalCode.LinkNotValid);
        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.Clarifications.Single().Outcome, owner.LiveWorkItem!.AssigneeId).ShouldBe((ClarificationOutcome.Recalled, Staff.Sari.Id));
        (await MailsAsync(core, state))[^1].ShouldBe(OutboxKind.MailQuestionRecalled);
    }

    [Theory, DatabaseProviders]
    public async Task An_unanswered_request_is_reminded_of_every_three_working_days_and_expires_after_fourteen_days(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var answers = new Answers(core.Services);
        var state = await AskedAsync(core);
        var link = await answers.LinkAsync(state.CaseId);
        await answers.SaveAsync(link, 1, Yes);
        var job = core.Get<ExpireUnansweredHandler>();
        (await job.HandleAsync(Token)).ShouldBe(0);

        // Asked on a Monday: Thursday, Tuesday over the weekend, Friday.
        int[] daysBetween = [3, 5, 3];
        foreach (var (index, days) in daysBetween.Index())
        {
            core.Clock.Advance(TimeSpan.FromDays(days) - TimeSpan.FromHours(1));
            (await job.HandleAsync(Token)).ShouldBe(0);
            core.Clock.Advance(TimeSpan.FromHours(1));
            (await job.HandleAsync(Token)).ShouldBe(1);
            (await job.HandleAsync(Token)).ShouldBe(0);
            (await core.Cases.LoadAsync(state.CaseId)).OpenClarification!.RemindersSent.ShouldBe(index + 1);
        }

        core.Clock.Advance(TimeSpan.FromDays(3));
        (await job.HandleAsync(Token)).ShouldBe(1);
        (await job.HandleAsync(Token)).ShouldBe(0);

        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.Status, owner.ExpiredFrom, owner.OpenClarification, owner.LiveWorkItem).ShouldBe((CaseStatus.Expired, CaseStatus.AwaitingApplicant, null, null));
        owner.WorkItems.ShouldHaveSingleItem().State.ShouldBe(WorkItemState.Cancelled);
        var item = owner.Clarifications.Single().Items.Single();
        (item.ProtectedAnswer, item.AnsweredAt).ShouldBe((null, null), "what was never sent is forgotten");
        (await answers.FindAsync(link)).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await MailsAsync(core, state)).ShouldBe(
        [
            OutboxKind.MailRegistrationReceived, OutboxKind.MailQuestion, OutboxKind.MailReminder, OutboxKind.MailReminder,
            OutboxKind.MailReminder, OutboxKind.MailExpired,
        ]);
    }

    [Theory, DatabaseProviders]
    public async Task A_hold_stops_reminders_and_the_period_and_gives_both_back(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await AskedAsync(core);
        var promised = (await core.Cases.LoadAsync(state.CaseId)).OpenClarification!;
        var holds = core.Get<HoldCaseHandler>();
        state = (await holds.PlaceAsync(new(CasesAt.Target(state), "Periksa."), Staff.Ratna, Token)).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromDays(20));

        (await core.Get<ExpireUnansweredHandler>().HandleAsync(Token)).ShouldBe(0);
        (await new Answers(core.Services).FindAsync(core.Get<CaseProtection>().OpenToken(state.CaseId, promised.ProtectedToken))).ShouldBeDone().MayAnswer.ShouldBeFalse();
        (await holds.ReleaseAsync(new(CasesAt.Target(state), "Selesai."), Staff.Ratna, Token)).ShouldBeDone();

        var extended = (await core.Cases.LoadAsync(state.CaseId)).OpenClarification!;
        (extended.AnswerBy, extended.NextStepAt).ShouldBe((promised.AnswerBy.AddDays(20), promised.NextStepAt.AddDays(20)));
        (await new Answers(core.Services).FindAsync(await new Answers(core.Services).LinkAsync(state.CaseId))).ShouldBeDone().MayAnswer.ShouldBeTrue();
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

    [Theory, DatabaseProviders]
    public async Task Two_tabs_that_send_at_once_make_one_reply(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var answers = new Answers(core.Services);
        var state = await AskedAsync(core, new AskedItem(ItemSubject.OfDocument(DocumentKind.Other), "Surat?"));
        var link = await answers.LinkAsync(state.CaseId);
        var item = (await answers.FindAsync(link)).ShouldBeDone().Items.Single();
        (await core.Get<UploadPendingDocumentHandler>().HandleAsync(new(item.Id, DocumentKind.Other, "surat.png"), Registrations.Picture(), Token)).ShouldBeDone();

        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => answers.SendAsync(link), Token)));

        sent.Count(result => result.IsDone).ShouldBe(1);
        sent.Where(result => !result.IsDone).ShouldAllBe(result => result.Refusal!.Code == RefusalCode.LinkNotValid);
        var owner = await core.Cases.LoadAsync(state.CaseId);
        owner.Documents.Count(document => document.FileName == "surat.png").ShouldBe(1);
        (await Database.ReadAsync(core, context => context.AuditEvents.CountAsync(entry => entry.StreamId == state.CaseId && entry.Action == nameof(CaseAction.Reply), Token))).ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task Files_wait_for_the_reply_however_long_it_takes_and_no_longer(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var answers = new Answers(core.Services);
        var state = await AskedAsync(core, new AskedItem(ItemSubject.OfDocument(DocumentKind.Other), "Surat?"));
        var item = (await answers.FindAsync(await answers.LinkAsync(state.CaseId))).ShouldBeDone().Items.Single();
        var uploads = core.Get<UploadPendingDocumentHandler>();
        (await uploads.HandleAsync(new(item.Id, DocumentKind.Other, "surat.png"), Registrations.Picture(), Token)).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromDays(5));

        (await uploads.RemoveAbandonedAsync(core.Clock.GetUtcNow().AddDays(-1), Token)).ShouldBe(0);
        (await core.Get<RecallQuestionHandler>().HandleAsync(new(CasesAt.Target(state), "Tidak perlu."), Staff.Sari, Token)).ShouldBeDone();
        (await uploads.RemoveAbandonedAsync(core.Clock.GetUtcNow().AddDays(-1), Token)).ShouldBe(1);
    }

    private static IReadOnlyList<ClarificationRound> Rounds(CoreHost core, OnboardingCase owner)
    {
        var protection = core.Get<CaseProtection>();
        return ClarificationRound.Read(owner, protection.Open(owner.Id, owner.ProtectedData), DateOnly.FromDateTime(core.Clock.GetUtcNow().UtcDateTime), protection);
    }

    private static async Task<CaseState> AskedAsync(CoreHost core, params AskedItem[] items)
    {
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        return (await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(state), items.Length > 0 ? items : [new(ItemSubject.General, "RT berapa?")]), Staff.Sari, Token)).ShouldBeDone();
    }

    private static Task<List<OutboxKind>> MailsAsync(CoreHost core, CaseState state) => Database.ReadAsync(core, context => context.OutboxMessages
        .Where(message => message.CaseId == state.CaseId).OrderBy(message => message.CreatedAt).ThenBy(message => message.Position).Select(message => message.Kind).ToListAsync(Token));
}
