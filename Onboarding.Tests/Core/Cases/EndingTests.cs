using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Clarifications;
using Onboarding.Core.Customers;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage2Verification;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Stages.Stage4Approval;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Cases;

/// <summary>How a case ends before its service runs, and how it comes back.</summary>
public sealed class EndingTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_rejection_closes_the_customer_record_and_a_reopening_leads_through_verification_again(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        (await core.Get<RejectCaseHandler>().HandleAsync(new(CasesAt.Target(state), "DOCUMENT_INVALID", " "), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.ReasonRequired);
        state = (await core.Get<RejectCaseHandler>().HandleAsync(new(CasesAt.Target(state), "DOCUMENT_INVALID", " Dokumen tidak sah. "), Staff.Maya, Token)).ShouldBeDone();
        (await CustomerOfAsync(core, state)).Status.ShouldBe(CustomerStatus.Closed);
        var rejected = await core.Cases.LoadAsync(state.CaseId);
        rejected.LiveWorkItem.ShouldBeNull();
        rejected.Decisions.Single(entry => entry.Outcome == DecisionOutcome.Rejected).Reason.ShouldBe("Dokumen tidak sah.");

        (await core.Get<ReopenCaseHandler>().HandleAsync(new(CasesAt.Target(state), ""), Staff.Hendra, Token)).ShouldBeRefused(RefusalCode.ReasonRequired);
        (await core.Get<ReopenCaseHandler>().HandleAsync(new(CasesAt.Target(state), "dokumen baru"), Staff.Ratna, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        state = (await core.Get<ReopenCaseHandler>().HandleAsync(new(CasesAt.Target(state), "dokumen baru"), Staff.Hendra, Token)).ShouldBeDone();

        state.Status.ShouldBe(CaseStatus.InVerification);
        var reopened = await core.Cases.LoadAsync(state.CaseId);
        (reopened.LiveWorkItem!.Queue, reopened.LiveWorkItem.State, reopened.RecordedAt).ShouldBe((WorkQueue.Verification, WorkItemState.Open, null));
        reopened.Ticks.ShouldNotContain(tick => tick.List == ChecklistKind.Storage);
        (await CustomerOfAsync(core, state)).Status.ShouldBe(CustomerStatus.Pending);
    }

    [Theory, DatabaseProviders]
    public async Task The_applicant_withdraws_while_the_service_is_being_activated_and_it_is_switched_off(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ActivatingAsync();
        (await core.Get<WithdrawCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.ReasonRequired);

        state = (await core.Get<WithdrawCaseHandler>().HandleAsync(new(new(state.CaseId, null), null), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();

        state.Status.ShouldBe(CaseStatus.Withdrawn);
        (await CustomerOfAsync(core, state)).Status.ShouldBe(CustomerStatus.Closed);
        var kinds = await Database.ReadAsync(core, context => context.OutboxMessages.Where(message => message.CaseId == state.CaseId).Select(message => message.Kind).ToListAsync(Token));
        kinds.ShouldBe([OutboxKind.MailRegistrationReceived, OutboxKind.ActivateService, OutboxKind.DeactivateService, OutboxKind.MailWithdrawn], ignoreOrder: true);
        (await core.Get<ConfirmActivationHandler>().HandleAsync(new(state.CaseId, "SVC-1"), Actor.System("test"), Token)).ShouldBeRefused(RefusalCode.ActionNotInStatus);
    }

    [Theory, DatabaseProviders]
    public async Task An_active_customer_no_longer_withdraws_a_registration(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ActiveAsync();

        (await core.Get<WithdrawCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), Actor.Applicant(state.CaseId), Token))
            .ShouldBeRefused(RefusalCode.ActionNotInStatus);
    }

    [Theory, DatabaseProviders]
    public async Task Work_taken_away_by_a_withdrawal_is_cancelled_and_not_done(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(), Staff.Dewi);

        (await core.Get<WithdrawCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), Actor.Applicant(state.CaseId), Token)).ShouldBeDone();

        (await core.Cases.LoadAsync(state.CaseId)).WorkItems.Select(item => (item.Queue, item.State))
            .ShouldBe([(WorkQueue.Intake, WorkItemState.Done), (WorkQueue.Verification, WorkItemState.Cancelled)], ignoreOrder: true);
    }

    [Theory]
    [DatabaseProviders(Stage.Verification, CaseStatus.InVerification, WorkQueue.Verification)]
    [DatabaseProviders(Stage.Recording, CaseStatus.Verified, WorkQueue.Recording)]
    public async Task Sent_back_the_later_stages_have_to_be_done_again(DatabaseKind kind, Stage to, CaseStatus status, WorkQueue queue)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        var customer = await CustomerOfAsync(core, state);

        state = (await core.Get<SendBackCaseHandler>().HandleAsync(new(CasesAt.Target(state), to, "periksa alamat"), Staff.Maya, Token)).ShouldBeDone();

        state.Status.ShouldBe(status);
        var owner = await core.Cases.LoadAsync(state.CaseId);
        (owner.LiveWorkItem!.Queue, owner.RecordedAt).ShouldBe((queue, null));
        owner.Ticks.ShouldNotContain(tick => tick.List == ChecklistKind.Storage);
        if (to == Stage.Recording)
        {
            state = await core.Cases.ClaimAsync(state, Staff.Agus);
            state = (await core.Get<CompleteRecordingHandler>().HandleAsync(new(CasesAt.Target(state), CasesAt.AllFields), Staff.Agus, Token)).ShouldBeDone();
            state = await core.Cases.ClaimAsync(state, Staff.Rudi);
            (await core.Get<ConfirmStorageHandler>().HandleAsync(new(CasesAt.Target(state)), Staff.Rudi, Token)).ShouldBeRefused(RefusalCode.StorageNotConfirmed);
            (await CustomerOfAsync(core, state)).Number.ShouldBe(customer.Number);
        }
    }

    [Theory, DatabaseProviders]
    public async Task A_recommended_rejection_cannot_be_approved_and_goes_no_further_than_verification(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.InVerificationAsync(), Staff.Dewi);
        (await core.Get<RecommendRejectionHandler>().HandleAsync(new(CasesAt.Target(state), "palsu"), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.NoFailedCheck);
        state = (await core.Get<RecordCheckHandler>().HandleAsync(new(CasesAt.Target(state), new(CheckCode.DocumentAuthentic, "IdentityCard"), CheckResult.Failed, new([], "hologram")), Staff.Dewi, Token)).ShouldBeDone();
        state = (await core.Get<RecommendRejectionHandler>().HandleAsync(new(CasesAt.Target(state), "palsu"), Staff.Dewi, Token)).ShouldBeDone();
        state = await core.Cases.ClaimAsync(state, Staff.Maya);

        (await core.Get<ApproveCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.StageSkipped);
        (await core.Get<SendBackCaseHandler>().HandleAsync(new(CasesAt.Target(state), Stage.Recording, "ulang"), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.StageSkipped);
        state = (await core.Get<SendBackCaseHandler>().HandleAsync(new(CasesAt.Target(state), Stage.Verification, "ulang"), Staff.Maya, Token)).ShouldBeDone();

        (await core.Cases.LoadAsync(state.CaseId)).RejectionRecommended.ShouldBeFalse();
    }

    [Theory, DatabaseProviders]
    public async Task A_case_that_expires_after_it_was_sent_back_closes_its_customer_record_until_it_is_reopened(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.AwaitingApprovalAsync(), Staff.Maya);
        state = (await core.Get<SendBackCaseHandler>().HandleAsync(new(CasesAt.Target(state), Stage.Verification, "periksa"), Staff.Maya, Token)).ShouldBeDone();
        state = await core.Cases.ClaimAsync(state, Staff.Dewi);
        state = (await core.Get<AskClarificationHandler>().HandleAsync(new(CasesAt.Target(state), "Alamat?"), Staff.Dewi, Token)).ShouldBeDone();

        core.Clock.Advance(TimeSpan.FromDays(15));
        await core.Get<ExpireUnansweredHandler>().HandleAsync(Token);
        (await CustomerOfAsync(core, state)).Status.ShouldBe(CustomerStatus.Closed);

        state = (await core.Get<ReopenCaseHandler>().HandleAsync(new(new(state.CaseId, null), "pelanggan datang"), Staff.Maya, Token)).ShouldBeDone();
        state.Status.ShouldBe(CaseStatus.InVerification);
        (await CustomerOfAsync(core, state)).Status.ShouldBe(CustomerStatus.Pending);
    }

    [Theory, DatabaseProviders]
    public async Task A_cancelled_registration_stays_closed(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        state = (await core.Get<CancelRegistrationHandler>().HandleAsync(new(CasesAt.Target(state), "iklan"), Staff.Sari, Token)).ShouldBeDone();

        state.Status.ShouldBe(CaseStatus.Cancelled);
        (await core.Get<ReopenCaseHandler>().HandleAsync(new(CasesAt.Target(state), "buka"), Staff.Maya, Token)).ShouldBeRefused(RefusalCode.ActionNotInStatus);
        (await core.Get<HoldCaseHandler>().PlaceAsync(new(CasesAt.Target(state), "tahan"), Staff.Ratna, Token)).ShouldBeRefused(RefusalCode.ActionNotInStatus);
    }

    private static Task<Customer> CustomerOfAsync(CoreHost core, CaseState state) =>
        Database.ReadAsync(core, context => context.Customers.SingleAsync(item => item.CaseId == state.CaseId, Token));
}
