using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage4Approval;

/// <summary>A rejected applicant may object once, within a time, and a supervisor who did not reject answers.</summary>
public sealed class ObjectionTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private const string Grounds = "KTP saya masih berlaku.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Comes_before_the_supervisors_and_is_answered_by_one_who_did_not_reject(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await RejectedAsync(core);
        (await ObjectAsync(core, state)).ShouldBeDone();

        var concern = (await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.Single();
        (concern.Queue, concern.Concern).ShouldBe((WorkQueue.Escalations, ConcernKind.Objection));
        var handler = core.Get<WorkItemHandler>();
        (await handler.ClaimAsync(concern.Id, Staff.Maya, Token)).ShouldBeRefused(RefusalCode.AnsweredByAnother);
        (await handler.AssignAsync(concern.Id, Staff.Maya, Staff.Hendra, Token)).ShouldBeRefused(RefusalCode.AnsweredByAnother);
        (await RowAsync(core, state, Staff.Maya)).Actions.ShouldNotContain(WorkItemAction.Claim);
        (await RowAsync(core, state, Staff.Hendra)).Actions.ShouldContain(WorkItemAction.Claim);

        (await handler.ClaimAsync(concern.Id, Staff.Hendra, Token)).ShouldBeDone();
        (await handler.ResolveAsync(concern.Id, " Keputusan tetap. ", Staff.Hendra, Token)).ShouldBeDone();

        var shown = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Hendra, Token)).ShouldBeDone().Objections.ShouldHaveSingleItem();
        (shown.Text, shown.Objection.Answer, shown.Objection.AnsweredByName).ShouldBe((Grounds, "Keputusan tetap.", Staff.Hendra.Name));
        (await StatusAsync(core, state)).Rejection!.Objection!.Answer.ShouldBe("Keputusan tetap.");
        (await KindsAsync(core, state)).ShouldBe([OutboxKind.MailRegistrationReceived, OutboxKind.MailRejected, OutboxKind.MailObjectionReceived, OutboxKind.MailObjectionAnswered], ignoreOrder: true);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task An_answer_that_does_not_reach_the_applicant_becomes_work(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await RejectedAsync(core);
        (await ObjectAsync(core, state)).ShouldBeDone();
        var (concern, handler, outbox) = ((await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.Single(), core.Get<WorkItemHandler>(), core.Get<OutboxQueue>());
        (await handler.ClaimAsync(concern.Id, Staff.Hendra, Token)).ShouldBeDone();
        (await handler.ResolveAsync(concern.Id, "Keputusan tetap.", Staff.Hendra, Token)).ShouldBeDone();

        LeasedMessage message;
        do
        {
            message = (await outbox.TakeAsync(1, TimeSpan.FromMinutes(1), Token)).Single();
            await (message.Kind == OutboxKind.MailObjectionAnswered ? outbox.RefuseAsync(message, "SmtpRecipientRefused", Token) : outbox.FinishAsync(message, Token));
        }
        while (message.Kind != OutboxKind.MailObjectionAnswered);

        (await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.ShouldHaveSingleItem().Concern.ShouldBe(ConcernKind.MessageNotDelivered);
        (await core.Get<ApplicantMessages>().ListAsync(state.CaseId, Staff.Sari, Token))[0].ShouldSatisfyAllConditions(
            line => line.Kind.ShouldBe(OutboxKind.MailObjectionAnswered), line => line.State.ShouldBe(MessageState.NotDelivered));
    }

    [Theory, DatabaseProviders]
    public async Task Is_not_taken_twice_for_one_rejection_and_what_the_applicant_wrote_is_not_readable_in_the_database(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await RejectedAsync(core);

        (await ObjectAsync(core, state, "  ")).ShouldBeInvalid(nameof(SubmitObjection.Grounds), InputProblem.Required);
        (await ObjectAsync(core, state, new string('x', Objection.TextMaxLength + 1))).ShouldBeInvalid(nameof(SubmitObjection.Grounds), InputProblem.TooLong);
        (await ObjectAsync(core, state)).ShouldBeDone();
        (await ObjectAsync(core, state)).ShouldBeRefused(RefusalCode.AlreadyObjected);

        var stored = (await core.Cases.LoadAsync(state.CaseId)).Objections.ShouldHaveSingleItem();
        System.Text.Encoding.UTF8.GetString(stored.ProtectedText).ShouldNotContain(Grounds);
        (await StatusAsync(core, state)).Rejection!.MayObject.ShouldBeFalse();
    }

    [Theory, DatabaseProviders]
    public async Task Is_possible_within_the_time_and_not_after_it(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var (early, late) = (await RejectedAsync(core), await RejectedAsync(core));
        core.Clock.Advance(TimeSpan.FromDays(new ApprovalSettings().ObjectionDays) - TimeSpan.FromMinutes(1));
        (await StatusAsync(core, early)).Rejection!.MayObject.ShouldBeTrue();
        (await ObjectAsync(core, early)).ShouldBeDone();

        core.Clock.Advance(TimeSpan.FromMinutes(2));

        (await StatusAsync(core, late)).Rejection!.MayObject.ShouldBeFalse();
        (await ObjectAsync(core, late)).ShouldBeRefused(RefusalCode.ObjectionTooLate);
        (await core.Cases.LoadAsync(late.CaseId)).LiveConcerns.ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task Only_the_applicant_of_the_case_objects_and_only_to_a_rejection(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await RejectedAsync(core);
        var other = await core.Cases.ReceivedAsync();
        var handler = core.Get<SubmitObjectionHandler>();

        (await handler.HandleAsync(new(state.CaseId, Grounds), Actor.Applicant(other.CaseId), Token)).ShouldBeRefused(RefusalCode.CaseNotFound);
        (await handler.HandleAsync(new(state.CaseId, Grounds), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await ObjectAsync(core, other)).ShouldBeRefused(RefusalCode.ActionNotInStatus);
    }

    [Theory, DatabaseProviders]
    public async Task Outlives_the_reopening_to_which_it_may_lead(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await RejectedAsync(core);
        (await ObjectAsync(core, state)).ShouldBeDone();

        (await core.Get<ReopenCaseHandler>().HandleAsync(new(new(state.CaseId, null), "KTP diperiksa lagi"), Staff.Hendra, Token)).ShouldBeDone();

        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.Status, owner.Objections.Count, owner.LiveConcerns.Count()).ShouldBe((CaseStatus.InVerification, 1, 1));
        owner.Decisions.Select(decision => decision.Outcome).ShouldBe([DecisionOutcome.Rejected, DecisionOutcome.Reopened], ignoreOrder: true);
    }

    [Theory, DatabaseProviders]
    public async Task The_mail_of_the_rejection_knows_the_category_and_until_when_to_object(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await RejectedAsync(core);
        var decision = (await core.Cases.LoadAsync(state.CaseId)).LastRejection!;

        var facts = await core.Get<MessageFactsReader>().ReadAsync(
            new LeasedMessage(Guid.Empty, state.CaseId, OutboxKind.MailRejected, decision.Id, 1, decision.At), Token);

        facts.ShouldNotBeNull().Rejection.ShouldBe(new RejectionFacts("Alasan lain", decision.At + TimeSpan.FromDays(30), null));
    }

    private static async Task<CaseState> RejectedAsync(CoreHost core)
    {
        var state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        return (await core.Get<RejectCaseHandler>().HandleAsync(new(CasesAt.Target(state), "OTHER", "Belum dapat disetujui."), Staff.Maya, Token)).ShouldBeDone();
    }

    private static Task<Result<CaseState>> ObjectAsync(CoreHost core, CaseState state, string grounds = Grounds) =>
        core.Get<SubmitObjectionHandler>().HandleAsync(new(state.CaseId, grounds), Actor.Applicant(state.CaseId), Token);

    private static async Task<QueueRow> RowAsync(CoreHost core, CaseState state, Actor actor) =>
        (await core.Get<QueueReader>().OfCaseAsync(state.CaseId, [WorkQueue.Escalations], actor, Token)).ShouldHaveSingleItem();

    private static async Task<StatusView> StatusAsync(CoreHost core, CaseState state)
    {
        var token = await core.Get<PublicLinks>().StatusTokenAsync(state.CaseId, Token);
        return (await core.Get<PublicLinks>().FindStatusAsync(token, Token)).ShouldBeDone();
    }

    private static Task<List<OutboxKind>> KindsAsync(CoreHost core, CaseState state) => Database.ReadAsync(
        core, context => context.OutboxMessages.Where(message => message.CaseId == state.CaseId).Select(message => message.Kind).ToListAsync(Token));
}
