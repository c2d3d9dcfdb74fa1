using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Notifications;
using Onboarding.Core.Outbox;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Notifications;

/// <summary>Mails with notices: as the person chose, in working hours, each notice once, on however many nodes.</summary>
public sealed class NoticeDigestsTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<NoticeKind, NoticeChoice> None = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task An_urgent_kind_is_mailed_after_a_minute_and_once(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await ChooseAsync(core, NoticeMailing.AtOnce);
        await AssignAsync(core);
        (await RunAsync(core)).ShouldBe(0, "who sits at the portal may see it first");

        core.Clock.Advance(Minute);
        (await RunAsync(core)).ShouldBe(1);
        (await RunAsync(core)).ShouldBe(0);

        var facts = (await FactsAsync(core)).ShouldHaveSingleItem().ShouldNotBeNull();
        (facts.Address, facts.IsDaily, facts.Lines.Count, facts.More).ShouldBe(("dewi@contoh.example", false, 1, 0));
    }

    [Theory, DatabaseProviders]
    public async Task What_was_read_is_not_mailed_even_when_the_mail_was_ordered(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await ChooseAsync(core, NoticeMailing.AtOnce);
        var first = await AssignAsync(core);
        (await core.Get<MarkNoticesReadHandler>().MarkAboutAsync(first.Number, Staff.Dewi, Token)).ShouldBeDone();
        core.Clock.Advance(Minute);
        (await RunAsync(core)).ShouldBe(0);

        var second = await AssignAsync(core);
        core.Clock.Advance(Minute);
        (await RunAsync(core)).ShouldBe(1);
        (await core.Get<MarkNoticesReadHandler>().MarkAboutAsync(second.Number, Staff.Dewi, Token)).ShouldBeDone();
        (await FactsAsync(core)).ShouldHaveSingleItem().ShouldBeNull();
    }

    [Theory, DatabaseProviders]
    public async Task Outside_of_working_hours_mails_wait_for_the_opening_unless_the_person_chose_otherwise(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await ChooseAsync(core, NoticeMailing.AtOnce);
        core.Clock.Advance(TimeSpan.FromHours(12));
        await AssignAsync(core);
        core.Clock.Advance(Minute);
        (await RunAsync(core)).ShouldBe(0, "it is nine in the evening");

        await ChooseAsync(core, NoticeMailing.AtOnce, anyTime: true, version: 1);
        (await RunAsync(core)).ShouldBe(1);

        await ChooseAsync(core, NoticeMailing.AtOnce, version: 2);
        await AssignAsync(core);
        core.Clock.Advance(TimeSpan.FromHours(10) + (Minute * 58));
        (await RunAsync(core)).ShouldBe(0, "it is a minute to eight");
        core.Clock.Advance(Minute);
        (await RunAsync(core)).ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task A_daily_kind_is_mailed_once_a_working_day_when_the_office_opens(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await ChooseAsync(core, NoticeMailing.Daily);
        await AssignAsync(core);
        core.Clock.Advance(TimeSpan.FromHours(7));
        (await RunAsync(core)).ShouldBe(0, "what came after the opening waits for the next");

        // Tuesday at eight, and again in the afternoon after more has come.
        core.Clock.Advance(TimeSpan.FromHours(16));
        (await RunAsync(core)).ShouldBe(1);
        await AssignAsync(core);
        core.Clock.Advance(TimeSpan.FromHours(6));
        (await RunAsync(core)).ShouldBe(0);

        // Saturday of the same week brings nothing, Monday one for all.
        core.Clock.Advance(TimeSpan.FromDays(4));
        (await RunAsync(core)).ShouldBe(0);
        core.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromHours(6));
        (await RunAsync(core)).ShouldBe(1);
        (await FactsAsync(core)).Count.ShouldBe(2);
    }

    [Theory, DatabaseProviders]
    public async Task Several_nodes_at_once_make_one_mail(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await ChooseAsync(core, NoticeMailing.AtOnce, mention: NoticeMailing.Daily);
        await AssignAsync(core);
        await AssignAsync(core);
        core.Clock.Advance(Minute);

        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => RunAsync(core), Token)));

        made.Sum().ShouldBe(1);
        (await FactsAsync(core)).ShouldHaveSingleItem()!.Lines.Count.ShouldBe(2);
    }

    [Theory, DatabaseProviders]
    public async Task Who_gave_no_address_or_has_left_gets_none(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await AssignAsync(core);
        core.Clock.Advance(Minute);
        (await RunAsync(core)).ShouldBe(0);

        await ChooseAsync(core, NoticeMailing.AtOnce);
        (await RunAsync(core)).ShouldBe(1);
        core.Staff.Leaves(Staff.Dewi);
        (await FactsAsync(core)).ShouldHaveSingleItem().ShouldBeNull();
    }

    [Theory, DatabaseProviders]
    public async Task Choices_are_checked_and_not_overwritten_from_a_second_window(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var handler = core.Get<NoticePreferencesHandler>();
        Dictionary<NoticeKind, NoticeChoice> impatient = new() { [NoticeKind.Decided] = new(true, true, NoticeMailing.AtOnce) };

        (await handler.SaveAsync(new(0, "bukan alamat", Language.Indonesian, false, None), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        (await handler.SaveAsync(new(0, null, Language.Indonesian, false, impatient), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        (await handler.SaveAsync(new(0, null, Language.English, true, None), Staff.Dewi, Token)).ShouldBeDone();
        (await handler.SaveAsync(new(0, null, Language.Indonesian, false, None), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.VersionConflict);

        (await handler.ReadAsync(Staff.Dewi, Token)).ShouldBeDone().ShouldSatisfyAllConditions(
            own => own.MailsAtAnyTime.ShouldBeTrue(), own => own.Language.ShouldBe(Language.English), own => own.Version.ShouldBe(1));
        (await handler.ReadAsync(Staff.Agus, Token)).ShouldBeDone().Version.ShouldBe(0);
    }

    [Theory, DatabaseProviders]
    public async Task The_mail_of_the_day_waits_for_the_opening_also_for_who_gets_mails_at_any_time(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await ChooseAsync(core, NoticeMailing.Daily, anyTime: true);
        await AssignAsync(core);

        // Monday at nine: what was told after the opening comes with the mail of Tuesday, at eight and not in the night.
        core.Clock.Advance(TimeSpan.FromHours(22));
        (await RunAsync(core)).ShouldBe(0, "it is seven in the morning");
        core.Clock.Advance(TimeSpan.FromHours(1));
        (await RunAsync(core)).ShouldBe(1);
        (await FactsAsync(core)).ShouldHaveSingleItem()!.IsDaily.ShouldBeTrue();
    }

    private static async Task ChooseAsync(CoreHost core, NoticeMailing mail, bool anyTime = false, int version = 0, NoticeMailing? mention = null) =>
        (await core.Get<NoticePreferencesHandler>().SaveAsync(
            new(version, "dewi@contoh.example", Language.Indonesian, anyTime, new Dictionary<NoticeKind, NoticeChoice>
            {
                [NoticeKind.Assigned] = new(true, true, mail),
                [NoticeKind.Mention] = new(true, true, mention ?? mail),
            }),
            Staff.Dewi,
            Token)).ShouldBeDone();

    private static async Task<CaseState> AssignAsync(CoreHost core)
    {
        var state = await core.Cases.InVerificationAsync();
        return (await core.Get<WorkItemHandler>().AssignAsync(await core.Cases.LiveWorkItemAsync(state.CaseId), Staff.Dewi, Staff.Maya, Token)).ShouldBeDone();
    }

    private static Task<int> RunAsync(CoreHost core) => core.Get<SendNoticeDigestsHandler>().HandleAsync(Token);

    // What each mail in the outbox would say now.
    private static async Task<List<NoticeDigestFacts?>> FactsAsync(CoreHost core)
    {
        var messages = await Database.ReadAsync(core, context => context.OutboxMessages.Where(message => message.Kind == OutboxKind.MailNotices).ToListAsync(Token));
        List<NoticeDigestFacts?> facts = [];
        foreach (var message in messages)
        {
            facts.Add(await core.Get<NoticeDigestReader>().FactsAsync(new LeasedMessage(message.Id, null, message.Kind, message.SubjectId, 0, default), Token));
        }

        return facts;
    }
}
