using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage5FollowUp;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage5FollowUp;

/// <summary>Notice and guide have to reach the customer: by mail, or another way where mail does not arrive (SOP stage 5).</summary>
public sealed class ActivationNoticeTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_notice_that_came_back_does_not_count_until_it_is_sent_again(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await ReturnedAsync(core);

        (await core.Cases.LoadAsync(state.CaseId)).ActivationNoticeSentAt.ShouldBeNull();
        var refused = (await FileAsync(core, state)).Blocked.Where(blocked => blocked.Action == CaseAction.Complete);
        refused.ShouldBeEmpty("nothing can be claimed while the next contact is not due");

        var log = await core.Get<ApplicantMessages>().ListAsync(state.CaseId, Staff.Sari, Token);
        (await core.Get<ResendMessageHandler>().HandleAsync(
            new(new(state.CaseId, null), log.Single(message => message.Kind == OutboxKind.MailActivated).Id), Staff.Sari, Token)).ShouldBeDone();
        await NoteAsync(core, state, Actor.System("Mail"), how: null);

        (await core.Cases.LoadAsync(state.CaseId)).ActivationNoticeSentAt.ShouldNotBeNull();
    }

    [Theory, DatabaseProviders]
    public async Task Customer_service_gives_it_another_way_and_says_how(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await ReturnedAsync(core);
        var handler = core.Get<RecordActivationNoticeHandler>();

        (await handler.HandleAsync(new(new(state.CaseId, null)), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.ReasonRequired);
        await NoteAsync(core, state, Staff.Sari, "Lewat WhatsApp kepada pelanggan, 10.15 WIB");

        var file = await FileAsync(core, state);
        file.Case.ActivationNoticeSentAt.ShouldNotBeNull();
        (file.Timeline[0].Action, file.Timeline[0].Reason).ShouldBe((nameof(CaseAction.RecordActivationNotice), "Lewat WhatsApp kepada pelanggan, 10.15 WIB"));
        (await handler.HandleAsync(new(new(state.CaseId, null), "lagi"), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.NoMessageReturned);
    }

    [Fact]
    public async Task While_mail_arrives_nobody_notes_it_by_hand()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ActiveAsync();

        (await core.Get<RecordActivationNoticeHandler>().HandleAsync(new(new(state.CaseId, null), "WhatsApp"), Staff.Sari, Token))
            .ShouldBeRefused(RefusalCode.NoMessageReturned);
        (await FileAsync(core, state)).Actions.ShouldNotContain(CaseAction.RecordActivationNotice);
    }

    [Fact]
    public async Task Until_a_contact_is_due_there_is_none_to_record_and_nothing_to_claim()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ActiveAsync();

        (await FileAsync(core, state)).Blocked.ShouldBeEmpty();

        core.Clock.Advance(TimeSpan.FromDays(5));
        await core.Get<OpenDueFollowUpsHandler>().HandleAsync(Token);
        (await FileAsync(core, state)).Blocked.Single(blocked => blocked.Action == CaseAction.RecordFollowUp).Refusal.Code.ShouldBe(RefusalCode.ClaimRequired);
        state = await core.Cases.ClaimAsync(state, Staff.Sari);
        (await FileAsync(core, state)).Actions.ShouldContain(CaseAction.RecordFollowUp);
        (await core.Get<RecordFollowUpHandler>().HandleAsync(new(CasesAt.Target(state), FollowUpOutcome.Understood, null), Staff.Sari, Token)).ShouldBeDone();

        var made = await FileAsync(core, state);
        made.Actions.ShouldNotContain(CaseAction.RecordFollowUp);
        made.Actions.ShouldContain(CaseAction.AskFeedback);
    }

    private static async Task<CaseState> ReturnedAsync(CoreHost core)
    {
        var state = await core.Cases.ActiveAsync();
        await NoteAsync(core, state, Actor.System("Mail"), how: null);
        var queue = core.Get<OutboxQueue>();
        while (await queue.TakeAsync(10, TimeSpan.FromMinutes(2), Token) is { Count: > 0 } taken)
        {
            foreach (var message in taken)
            {
                await queue.FinishAsync(message, Token);
            }
        }

        var log = await core.Get<ApplicantMessages>().ListAsync(state.CaseId, Staff.Sari, Token);
        (await core.Get<TakeBounceHandler>().HandleAsync(
            new(log.Single(message => message.Kind == OutboxKind.MailActivated).Id), Actor.System("MailBounces"), Token)).ShouldBeDone();
        return state;
    }

    private static async Task NoteAsync(CoreHost core, CaseState state, Actor actor, string? how) =>
        (await core.Get<RecordActivationNoticeHandler>().HandleAsync(new(new(state.CaseId, null), how), actor, Token)).ShouldBeDone();

    private static async Task<CaseFile> FileAsync(CoreHost core, CaseState state) =>
        (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Sari, Token)).ShouldBeDone();
}
