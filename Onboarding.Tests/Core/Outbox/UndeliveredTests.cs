using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Customers;
using Onboarding.Core.Outbox;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Outbox;

/// <summary>A mail that does not reach the applicant is shown on the case and becomes work, until the address is mended.</summary>
public sealed class UndeliveredTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_refusal_for_good_is_not_tried_again_and_becomes_work_for_customer_service_once(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        await RefuseAsync(core);
        (await core.Get<WithdrawCaseHandler>().HandleAsync(new(new(state.CaseId, null), null), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();
        await RefuseAsync(core);
        core.Clock.Advance(TimeSpan.FromDays(2));

        (await TakeAsync(core)).ShouldBeEmpty();
        (await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.Select(item => (item.Concern, item.Queue)).ShouldBe([(ConcernKind.MessageNotDelivered, WorkQueue.CustomerCare)]);
        var log = await core.Get<ApplicantMessages>().ListAsync(state.CaseId, Staff.Sari, Token);
        log.Select(message => (message.Kind, message.State, message.LastError)).ShouldBe(
        [
            (OutboxKind.MailWithdrawn, MessageState.NotDelivered, "SmtpRecipientRefused"),
            (OutboxKind.MailRegistrationReceived, MessageState.NotDelivered, "SmtpRecipientRefused"),
        ]);
        (await core.Get<ApplicantMessages>().ListAsync(state.CaseId, Staff.Yusuf, Token)).ShouldBeEmpty("an administrator has no business with applicants");
    }

    [Fact]
    public void Every_message_to_an_applicant_stands_in_the_log_and_every_mail_must_arrive()
    {
        foreach (var message in Enum.GetValues<OutboxKind>().Except([OutboxKind.MailEscalation, OutboxKind.MailDraftLink, OutboxKind.MailNotices]))
        {
            var isMail = message.ToString().StartsWith("Mail", StringComparison.Ordinal);
            var isText = message.ToString().StartsWith("Text", StringComparison.Ordinal);
            (ApplicantMessages.Includes(message), ApplicantMessages.MustArrive(message)).ShouldBe((isMail || isText, isMail), message.ToString());
        }
    }

    [Theory, DatabaseProviders]
    public async Task Whoever_looks_at_the_case_is_told_what_became_of_its_message(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        var message = (await TakeAsync(core)).Single();
        core.Changes.Clear();

        await core.Get<OutboxQueue>().FinishAsync(message, Token);

        var told = core.Changes.All.ShouldHaveSingleItem();
        (told.CaseId, told.Number, told.Version, told.Queues.Count).ShouldBe((state.CaseId, state.Number, state.Version, 0));
    }

    [Theory, DatabaseProviders]
    public async Task A_mail_that_is_given_up_after_many_attempts_becomes_work_too(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        for (var attempt = 1; attempt <= OutboxMessage.MaxAttempts; attempt++)
        {
            (await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.ShouldBeEmpty();
            await core.Get<OutboxQueue>().FailAsync((await TakeAsync(core)).Single(), "SmtpUnreachable", Token);
            core.Clock.Advance(TimeSpan.FromHours(5));
        }

        (await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.ShouldHaveSingleItem().Concern.ShouldBe(ConcernKind.MessageNotDelivered);
    }

    [Theory, DatabaseProviders]
    public async Task A_sender_whose_lease_has_passed_raises_nothing(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        var late = (await TakeAsync(core)).Single();
        core.Clock.Advance(Lease);
        (await TakeAsync(core)).ShouldHaveSingleItem();

        await core.Get<OutboxQueue>().RefuseAsync(late, "SmtpRecipientRefused", Token);

        (await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task The_address_is_mended_at_any_stage_and_the_message_goes_out_again(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.VerifiedAsync();
        var correct = core.Get<CorrectAddressHandler>();
        (await correct.HandleAsync(new(new(state.CaseId, null), "baru@contoh.example", "telepon"), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.NoMessageReturned);
        var message = await RefuseAsync(core);

        (await correct.HandleAsync(new(new(state.CaseId, null), "bukan alamat", "telepon"), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        (await correct.HandleAsync(new(new(state.CaseId, null), "baru@contoh.example", " "), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.ReasonRequired);
        (await correct.HandleAsync(new(new(state.CaseId, null), "baru@contoh.example", "telepon"), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await correct.HandleAsync(new(new(state.CaseId, null), "baru@contoh.example", "telepon"), Staff.Sari, Token)).ShouldBeDone().Status.ShouldBe(CaseStatus.Verified);
        var resend = core.Get<ResendMessageHandler>();
        (await resend.HandleAsync(new(new(state.CaseId, null), message.Id), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await resend.HandleAsync(new(new(state.CaseId, null), message.Id), Staff.Sari, Token)).ShouldBeDone();
        (await resend.HandleAsync(new(new(state.CaseId, null), message.Id), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.MessageNotSetAside);

        var again = (await TakeAsync(core)).Single();
        again.Id.ShouldBe(message.Id);
        (await core.Get<MessageFactsReader>().ReadAsync(again, Token))!.Email.ShouldBe("baru@contoh.example");
        await core.Get<OutboxQueue>().FinishAsync(again, Token);
        (await StatesAsync(core, state)).ShouldBe([MessageState.Sent]);
        (await core.Cases.LoadAsync(state.CaseId)).LiveConcerns.ShouldHaveSingleItem("a person says what was done");
    }

    [Fact]
    public void Every_mail_to_an_applicant_is_in_the_log_and_must_arrive() => Enum.GetValues<OutboxKind>()
        .Where(kind => kind.ToString().StartsWith("Mail", StringComparison.Ordinal) && kind is not (OutboxKind.MailEscalation or OutboxKind.MailDraftLink or OutboxKind.MailNotices))
        .Where(kind => !ApplicantMessages.MustArrive(kind)).ShouldBeEmpty();

    [Theory, DatabaseProviders]
    public async Task The_register_takes_the_mended_address_over_and_keeps_one_of_its_own(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.RecordedAsync();
        await RefuseAsync(core);
        var correct = core.Get<CorrectAddressHandler>();
        (await correct.HandleAsync(new(new(state.CaseId, null), "mulai@contoh.example", "telepon"), Staff.Sari, Token)).ShouldBeDone();

        var file = await RegisterEntries.OfCaseAsync(core, state.CaseId);
        (file.Record!.Data.Email, file.Changes[0].Event.Action, file.Changes[0].Event.ActorId, file.Changes[0].Event.Reason)
            .ShouldBe(("mulai@contoh.example", "Customer.Edit", Staff.Sari.Id, "telepon"));
        (await RegisterEntries.FindAsync(core, "mulai@contoh.example")).ShouldBe([file.Customer.Number]);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();

        (await core.Get<EditCustomerHandler>().HandleAsync(
            new(file.Target, file.Record with { Data = file.Record.Data with { Email = "kantor@contoh.example" } }, "permintaan"), Staff.Dewi, Token)).ShouldBeDone();
        (await correct.HandleAsync(new(new(state.CaseId, null), "akhir@contoh.example", "telepon"), Staff.Sari, Token)).ShouldBeDone();
        (await RegisterEntries.OfCaseAsync(core, state.CaseId)).Record!.Data.Email.ShouldBe("kantor@contoh.example");
    }

    [Theory, DatabaseProviders]
    public async Task Who_mends_the_address_at_the_decision_does_not_decide(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var both = Staff.Person("rangkap", "Rangkap Jabatan", ActorRole.CustomerService, ActorRole.Supervisor);
        var state = await core.Cases.AwaitingApprovalAsync();
        await RefuseAsync(core);

        (await core.Get<CorrectAddressHandler>().HandleAsync(new(new(state.CaseId, null), "baru@contoh.example", "telepon"), both, Token)).ShouldBeDone();

        (await core.Get<WorkItemHandler>().ClaimAsync(await core.Cases.LiveWorkItemAsync(state.CaseId), both, Token)).ShouldBeRefused(RefusalCode.FourEyes);
    }

    [Theory, DatabaseProviders]
    public async Task The_log_tells_what_waits_what_is_tried_again_and_what_nobody_needs_any_more(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        (await StatesAsync(core, state)).ShouldBe([MessageState.Queued]);

        await core.Get<OutboxQueue>().FailAsync((await TakeAsync(core)).Single(), "Smtp421", Token);
        (await StatesAsync(core, state)).ShouldBe([MessageState.Retrying]);

        core.Clock.Advance(TimeSpan.FromMinutes(1));
        await core.Get<OutboxQueue>().DropAsync((await TakeAsync(core)).Single(), Token);
        (await StatesAsync(core, state)).ShouldBe([MessageState.NotNeeded]);
    }

    private static Task<IReadOnlyList<LeasedMessage>> TakeAsync(CoreHost core) => core.Get<OutboxQueue>().TakeAsync(100, Lease, Token);

    private static async Task<LeasedMessage> RefuseAsync(CoreHost core)
    {
        var message = (await TakeAsync(core)).Single();
        await core.Get<OutboxQueue>().RefuseAsync(message, "SmtpRecipientRefused", Token);
        return message;
    }

    private static async Task<IReadOnlyList<MessageState>> StatesAsync(CoreHost core, CaseState state) =>
        [.. (await core.Get<ApplicantMessages>().ListAsync(state.CaseId, Staff.Sari, Token)).Select(message => message.State)];
}
