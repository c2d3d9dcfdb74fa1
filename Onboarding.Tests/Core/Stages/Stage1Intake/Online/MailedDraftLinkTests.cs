using System.Text;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Outbox;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake.Online;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage1Intake.Online;

/// <summary>The link of an online form by mail: ordered with the form, ending by itself, called back, and telling nobody anything.</summary>
public sealed class MailedDraftLinkTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private const string Email = "Ratna@contoh.co.id";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Is_ordered_once_and_leads_to_the_form_by_a_link_of_its_own(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var own = await StartAsync(core);

        (await MailAsync(core, own)).ShouldBeDone();

        var message = (await TakeAsync(core)).ShouldHaveSingleItem();
        (message.Kind, message.CaseId).ShouldBe((OutboxKind.MailDraftLink, null));
        var facts = (await FactsAsync(core, message)).ShouldNotBeNull();
        (facts.Address, facts.Language).ShouldBe((Email, Language.English));
        facts.Token.ShouldNotBe(own);
        (await OpenAsync(core, facts.Token)).ShouldBeDone().Content.Values[nameof(PersonData.FullName)].ShouldBe("Ratna");
        facts.ToString().ShouldNotContain(facts.Token);
        (await core.Get<MailedDraftLinkReader>().FindAsync(own, Token)).ShouldNotBeNull().MaskedAddress.ShouldBe("R***@contoh.co.id");
    }

    [Theory, DatabaseProviders]
    public async Task Whoever_has_the_mail_goes_on_with_the_form_but_cannot_call_links_back(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var own = await StartAsync(core);
        (await MailAsync(core, own)).ShouldBeDone();
        var mailed = (await FactsAsync(core, (await TakeAsync(core)).Single()))!.Token;

        (await core.Get<SaveRegistrationDraftHandler>().HandleAsync(new(mailed, 1, Content("Ratna Dewi")), Token)).ShouldBeDone();
        (await core.Get<RevokeMailedDraftLinkHandler>().HandleAsync(mailed, Token)).ShouldBeDone();

        (await OpenAsync(core, mailed)).ShouldBeDone().Content.Values[nameof(PersonData.FullName)].ShouldBe("Ratna Dewi");
        (await OpenAsync(core, own)).ShouldBeDone().Version.ShouldBe(2);
        (await core.Get<MailedDraftLinkReader>().FindAsync(mailed, Token)).ShouldBeNull();
    }

    [Theory, DatabaseProviders]
    public async Task Called_back_it_leads_nowhere_is_not_sent_any_more_and_the_form_stays(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var own = await StartAsync(core);
        (await MailAsync(core, own)).ShouldBeDone();
        var message = (await TakeAsync(core)).Single();
        var mailed = (await FactsAsync(core, message))!.Token;

        (await core.Get<RevokeMailedDraftLinkHandler>().HandleAsync(own, Token)).ShouldBeDone();

        (await OpenAsync(core, mailed)).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await FactsAsync(core, message)).ShouldBeNull();
        (await OpenAsync(core, own)).ShouldBeDone();
    }

    [Theory, DatabaseProviders]
    public async Task Another_address_gets_another_link_and_the_same_one_the_same(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var own = await StartAsync(core);
        var first = await SendAsync(core, own, Email);
        core.Clock.Advance(MailDraftLinkHandler.Pause);
        (await SendAsync(core, own, "ratna@contoh.co.id")).ShouldBe(first);
        core.Clock.Advance(MailDraftLinkHandler.Pause);

        var other = await SendAsync(core, own, "ratna@lain.co.id");

        other.ShouldNotBe(first);
        (await OpenAsync(core, first)).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await OpenAsync(core, other)).ShouldBeDone();
    }

    [Theory, DatabaseProviders]
    public async Task It_ends_by_itself_although_the_form_is_kept_and_goes_with_the_form(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var own = await StartAsync(core);
        var mailed = await SendAsync(core, own, Email);
        core.Clock.Advance(TimeSpan.FromDays(10));
        (await core.Get<SaveRegistrationDraftHandler>().HandleAsync(new(own, 1, Content("Ratna D.")), Token)).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromDays(4));

        (await OpenAsync(core, mailed)).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await OpenAsync(core, own)).ShouldBeDone();
        var again = await SendAsync(core, own, Email);
        again.ShouldNotBe(mailed);
        core.Clock.Advance(TimeSpan.FromMinutes(5));
        (await MailAsync(core, own)).ShouldBeDone();
        (await core.Get<ForgetRegistrationDraftHandler>().HandleAsync(own, Token)).ShouldBeDone();
        (await FactsAsync(core, (await TakeAsync(core)).Single())).ShouldBeNull();
        (await OpenAsync(core, again)).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await Database.ReadAsync(core, context => context.MailedDraftLinks.CountAsync(Token))).ShouldBe(0);
    }

    [Theory, DatabaseProviders]
    public async Task Too_soon_and_too_often_are_refused_and_one_mailbox_is_never_filled(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var own = await StartAsync(core);
        (await MailAsync(core, own)).ShouldBeDone();
        (await MailAsync(core, own)).ShouldBeRefused(RefusalCode.TooManyLinkMails);
        for (var mail = 2; mail <= MailDraftLinkHandler.MostPerDraft; mail++)
        {
            core.Clock.Advance(MailDraftLinkHandler.Pause);
            (await MailAsync(core, own)).ShouldBeDone();
        }

        core.Clock.Advance(MailDraftLinkHandler.Pause);
        (await MailAsync(core, own)).ShouldBeRefused(RefusalCode.TooManyLinkMails);

        // From other forms the answer stays the same, but nothing more is sent to the address.
        for (var form = MailDraftLinkHandler.MostPerDraft; form < MailDraftLinkHandler.MostPerAddress + 3; form++)
        {
            (await MailAsync(core, await StartAsync(core))).ShouldBeDone();
        }

        (await Database.ReadAsync(core, context => context.OutboxMessages.CountAsync(Token))).ShouldBe(MailDraftLinkHandler.MostPerAddress);
    }

    [Theory, DatabaseProviders]
    public async Task A_link_that_leads_nowhere_and_an_impossible_address_order_nothing(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var own = await StartAsync(core);

        (await MailAsync(core, new string('x', 43))).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await MailAsync(core, own, "bukan alamat")).ShouldBeRefused(RefusalCode.InvalidInput);
        (await MailAsync(core, own, " ")).ShouldBeRefused(RefusalCode.InvalidInput);

        (await TakeAsync(core)).ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task Neither_token_nor_address_is_readable_in_the_database(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var mailed = await SendAsync(core, await StartAsync(core), Email);

        var row = await Database.ReadAsync(core, context => context.MailedDraftLinks.SingleAsync(Token));

        foreach (var stored in new[] { row.ProtectedToken, row.ProtectedAddress, row.TokenHash, row.AddressHash })
        {
            var text = Encoding.UTF8.GetString(stored);
            text.ShouldNotContain("contoh");
            text.ShouldNotContain(mailed);
        }
    }

    [Theory, DatabaseProviders]
    public async Task It_waits_for_no_case_and_is_retried_set_aside_and_listed_like_any_message(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await core.Cases.ReceivedAsync();
        (await MailAsync(core, await StartAsync(core))).ShouldBeDone();

        for (var attempt = 1; attempt <= OutboxMessage.MaxAttempts; attempt++)
        {
            await core.Get<OutboxQueue>().FailAsync((await TakeAsync(core)).Single(message => message.CaseId is null), "SmtpUnreachable", Token);
            core.Clock.Advance(TimeSpan.FromHours(5));
        }

        var rows = await core.Get<OutboxReader>().ListAsync(10, Token);
        (rows[0].Kind, rows[0].Number, rows[0].IsOnHold).ShouldBe((OutboxKind.MailDraftLink, null, false));
        rows[0].SetAsideAt.ShouldNotBeNull();
        rows[1].Number.ShouldNotBeNull();
        var state = await core.Get<OutboxReader>().StateAsync(Token);
        (state.Waiting, state.SetAside).ShouldBe((1, 1));
    }

    [Theory, DatabaseProviders]
    public async Task One_that_is_refused_is_counted_and_makes_nobody_ill(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        (await MailAsync(core, await StartAsync(core))).ShouldBeDone();

        await core.Get<OutboxQueue>().RefuseAsync((await TakeAsync(core)).Single(), "SmtpRecipientRefused", Token);

        (await core.Get<OutboxReader>().StateAsync(Token)).ShouldBe(new OutboxState(0, 0, TimeSpan.Zero) { Refused = 1 });
    }

    private static async Task<string> StartAsync(CoreHost core) =>
        (await core.Get<StartRegistrationDraftHandler>().HandleAsync(new(Guid.CreateVersion7(core.Clock.GetUtcNow()), Content("Ratna")), Token)).ShouldBeDone().Token;

    private static Task<Result<Done>> MailAsync(CoreHost core, string token, string email = Email) =>
        core.Get<MailDraftLinkHandler>().HandleAsync(new(token, email), Token);

    // Orders the mail, takes it and says that it was sent; answers the token that it carries.
    private static async Task<string> SendAsync(CoreHost core, string token, string email)
    {
        (await MailAsync(core, token, email)).ShouldBeDone();
        var message = (await TakeAsync(core)).ShouldHaveSingleItem();
        var facts = (await FactsAsync(core, message)).ShouldNotBeNull();
        await core.Get<OutboxQueue>().FinishAsync(message, Token);
        return facts.Token;
    }

    private static Task<Result<OpenDraft>> OpenAsync(CoreHost core, string token) => core.Get<RegistrationDraftReader>().FindAsync(token, Token);

    private static Task<IReadOnlyList<LeasedMessage>> TakeAsync(CoreHost core) => core.Get<OutboxQueue>().TakeAsync(100, Lease, Token);

    private static Task<DraftLinkFacts?> FactsAsync(CoreHost core, LeasedMessage message) => core.Get<MailedDraftLinkReader>().FactsAsync(message, Token);

    private static DraftContent Content(string name) => new(1, "INTERNET-RUMAH", CustomerKind.Person, Language.English, new Dictionary<string, string>
    {
        [nameof(PersonData.FullName)] = name,
    });
}
