using System.Text;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Drafts;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Drafts;

/// <summary>What staff has typed and not sent: kept for the person, on the case, and for nobody else.</summary>
public sealed class FormDraftTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private const string Form = "Reject";
    private const string Words = "Nama di KTP berbeda dengan formulir.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Comes_back_to_the_person_who_typed_it_and_to_nobody_else(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        var subject = DraftSubject.Case(state.Number);

        (await SaveAsync(core, subject, Content(Words), 0, Staff.Sari)).ShouldBeDone().ShouldBe(1);
        (await SaveAsync(core, subject, Content("Punya Bayu."), 0, Staff.Bayu)).ShouldBeDone().ShouldBe(1);

        var own = (await ReadAsync(core, subject, Staff.Sari)).ShouldHaveSingleItem();
        (own.Form, own.Version, own.Content.Texts["Reason"], own.Content.Choices["Category"]).ShouldBe((Form, 1, Words, "IDENTITY"));
        (await ReadAsync(core, subject, Staff.Bayu)).ShouldHaveSingleItem().Content.Texts["Reason"].ShouldBe("Punya Bayu.");
        (await ReadAsync(core, subject, Staff.Maya)).ShouldBeEmpty();
        (await ReadAsync(core, subject, Staff.Yusuf)).ShouldBeEmpty();
        (await ReadAsync(core, subject, Actor.Nobody)).ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task Says_nothing_in_the_database_and_nothing_when_printed(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        (await SaveAsync(core, DraftSubject.Case(state.Number), Content(Words), 0, Staff.Sari)).ShouldBeDone();

        var row = await Database.ReadAsync(core, context => context.FormDrafts.AsNoTracking().SingleAsync(draft => draft.SubjectId == state.CaseId, Token));

        Encoding.UTF8.GetString(row.ProtectedContent).ShouldNotContain("KTP");
        new SaveFormDraft(DraftSubject.Case(state.Number), Form, Content(Words), 0).ToString().ShouldNotContain("KTP");
    }

    [Theory, DatabaseProviders]
    public async Task A_second_window_of_the_same_person_overwrites_nothing(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var subject = DraftSubject.Case((await core.Cases.ReceivedAsync()).Number);
        (await SaveAsync(core, subject, Content("satu"), 0, Staff.Sari)).ShouldBeDone();
        (await SaveAsync(core, subject, Content("satu dua"), 1, Staff.Sari)).ShouldBeDone().ShouldBe(2);

        (await SaveAsync(core, subject, Content("lain"), 1, Staff.Sari)).ShouldBeRefused(RefusalCode.VersionConflict);
        (await SaveAsync(core, subject, Content("lain"), 0, Staff.Sari)).ShouldBeRefused(RefusalCode.VersionConflict);

        (await ReadAsync(core, subject, Staff.Sari)).ShouldHaveSingleItem().Content.Texts["Reason"].ShouldBe("satu dua");
    }

    [Theory, DatabaseProviders]
    public async Task Of_two_first_saves_at_once_one_is_kept_and_the_other_is_told(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var subject = DraftSubject.Case((await core.Cases.ReceivedAsync()).Number);

        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => SaveAsync(core, subject, Content($"{number}"), 0, Staff.Sari)));

        saved.Count(result => result.IsDone).ShouldBe(1);
        saved.Where(result => !result.IsDone).ShouldAllBe(result => result.Refusal is Conflict);
        (await ReadAsync(core, subject, Staff.Sari)).ShouldHaveSingleItem();
    }

    [Theory, DatabaseProviders]
    public async Task What_a_cut_off_browser_hands_over_is_added_to_the_own_draft(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var subject = DraftSubject.Case((await core.Cases.ReceivedAsync()).Number);
        (await SaveAsync(core, subject, Content("satu"), 0, Staff.Sari)).ShouldBeDone();

        (await core.Get<SaveFormDraftHandler>().AddAsync(subject, Form, new Dictionary<string, string> { ["Remark"] = "dua" }, Staff.Sari, Token)).ShouldBeDone().ShouldBe(2);

        var kept = (await ReadAsync(core, subject, Staff.Sari)).ShouldHaveSingleItem().Content;
        (kept.Texts["Reason"], kept.Texts["Remark"], kept.Choices["Category"]).ShouldBe(("satu", "dua", "IDENTITY"));
    }

    [Theory, DatabaseProviders]
    public async Task Is_forgotten_when_it_was_sent_and_only_the_own_one(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var subject = DraftSubject.Case((await core.Cases.ReceivedAsync()).Number);
        (await SaveAsync(core, subject, Content(Words), 0, Staff.Sari)).ShouldBeDone();
        (await SaveAsync(core, subject, Content(Words), 0, Staff.Bayu)).ShouldBeDone();

        (await core.Get<DropFormDraftHandler>().HandleAsync(subject, Form, Staff.Sari, Token)).ShouldBeDone();

        (await ReadAsync(core, subject, Staff.Sari)).ShouldBeEmpty();
        (await ReadAsync(core, subject, Staff.Bayu)).ShouldHaveSingleItem();
    }

    [Theory, DatabaseProviders]
    public async Task Outlives_a_hold_and_another_worker_and_ends_with_the_case(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        var subject = DraftSubject.Case(state.Number);
        (await SaveAsync(core, subject, Content(Words), 0, Staff.Sari)).ShouldBeDone();
        var holds = core.Get<HoldCaseHandler>();
        state = (await holds.PlaceAsync(new(CasesAt.Target(state), "Pemeriksaan."), Staff.Ratna, Token)).ShouldBeDone();
        (await SaveAsync(core, subject, Content(Words + " Lagi."), 1, Staff.Sari)).ShouldBeDone();
        state = (await holds.ReleaseAsync(new(CasesAt.Target(state), "Selesai."), Staff.Ratna, Token)).ShouldBeDone();
        (await ReadAsync(core, subject, Staff.Sari)).ShouldHaveSingleItem();

        (await core.Get<WithdrawCaseHandler>().HandleAsync(new(CasesAt.Target(state), "Batal."), Staff.Sari, Token)).ShouldBeDone();

        (await ReadAsync(core, subject, Staff.Sari)).ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task Who_may_not_look_into_the_case_keeps_nothing_on_it(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        Actor[] outsiders = [Staff.Yusuf, Actor.Nobody, Actor.Applicant(state.CaseId), Actor.Partner(Guid.Empty, "PT Mitra"), Actor.System("job")];
        foreach (var outsider in outsiders)
        {
            (await SaveAsync(core, DraftSubject.Case(state.Number), Content(Words), 0, outsider)).ShouldBeRefused(RefusalCode.RecordNotFound);
        }

        (await SaveAsync(core, DraftSubject.Case("ONB-0000-000000"), Content(Words), 0, Staff.Sari)).ShouldBeRefused(RefusalCode.RecordNotFound);
        (await SaveAsync(core, DraftSubject.Customer("PLG-000000"), Content(Words), 0, Staff.Rudi)).ShouldBeRefused(RefusalCode.RecordNotFound);
        (await Database.ReadAsync(core, context => context.FormDrafts.AnyAsync(draft => draft.SubjectId == state.CaseId, Token))).ShouldBeFalse();
    }

    [Theory, DatabaseProviders]
    public async Task Is_bounded_in_length_and_in_number(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var subject = DraftSubject.Case((await core.Cases.ReceivedAsync()).Number);

        (await SaveAsync(core, subject, Content(new string('x', FormContent.MaxLength)), 0, Staff.Sari)).Refusal.ShouldBeOfType<Invalid>();
        (await core.Get<SaveFormDraftHandler>().HandleAsync(new(subject, new string('x', SaveFormDraftHandler.FormMaxLength + 1), Content(""), 0), Staff.Sari, Token)).Refusal.ShouldBeOfType<Invalid>();
        for (var number = 0; number < SaveFormDraftHandler.MostForms; number++)
        {
            (await core.Get<SaveFormDraftHandler>().HandleAsync(new(subject, $"Form/{number}", Content("x"), 0), Staff.Sari, Token)).ShouldBeDone();
        }

        (await SaveAsync(core, subject, Content("x"), 0, Staff.Sari)).Refusal.ShouldBeOfType<Invalid>();
        (await ReadAsync(core, subject, Staff.Sari)).Count.ShouldBe(SaveFormDraftHandler.MostForms);
    }

    [Theory, DatabaseProviders]
    public async Task A_name_that_no_form_or_case_can_have_is_refused_by_every_database(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ReceivedAsync();

        foreach (var text in new[] { "\0", "Cancel\0Registration", "\uD800" })
        {
            (await core.Get<SaveFormDraftHandler>().HandleAsync(new(DraftSubject.Case(state.Number), text, FormContent.Empty, 0), Staff.Sari, Token)).Refusal.ShouldBeOfType<Invalid>();
            (await core.Get<SaveFormDraftHandler>().HandleAsync(new(DraftSubject.Case(text), "Reject", FormContent.Empty, 0), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.RecordNotFound);
            (await core.Get<FormDraftReader>().ReadAsync(DraftSubject.Customer(text), Staff.Sari, Token)).ShouldBeEmpty();
        }
    }

    [Theory, DatabaseProviders]
    public async Task Is_forgotten_after_thirty_days_without_a_touch(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var subject = DraftSubject.Case((await core.Cases.ReceivedAsync()).Number);
        (await SaveAsync(core, subject, Content("lama"), 0, Staff.Sari)).ShouldBeDone();
        (await SaveAsync(core, subject, Content("disentuh"), 0, Staff.Bayu)).ShouldBeDone();
        core.Clock.Advance(DropFormDraftHandler.KeptFor - TimeSpan.FromDays(1));
        (await SaveAsync(core, subject, Content("disentuh lagi"), 1, Staff.Bayu)).ShouldBeDone();
        (await core.Get<DropFormDraftHandler>().SweepAsync(Token)).ShouldBe(0);

        core.Clock.Advance(TimeSpan.FromDays(1));

        (await core.Get<DropFormDraftHandler>().SweepAsync(Token)).ShouldBe(1);
        (await ReadAsync(core, subject, Staff.Sari)).ShouldBeEmpty();
        (await ReadAsync(core, subject, Staff.Bayu)).ShouldHaveSingleItem();
    }

    [Theory, DatabaseProviders]
    public async Task What_cannot_be_opened_any_more_is_empty_and_keeps_nobody_from_the_case(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        var subject = DraftSubject.Case(state.Number);
        (await SaveAsync(core, subject, Content(Words), 0, Staff.Sari)).ShouldBeDone();
        await Database.ReadAsync(core, context => context.FormDrafts.Where(draft => draft.SubjectId == state.CaseId)
            .ExecuteUpdateAsync(change => change.SetProperty(draft => draft.ProtectedContent, new byte[] { 1, 2, 3 }), Token));

        var kept = (await ReadAsync(core, subject, Staff.Sari)).ShouldHaveSingleItem();

        kept.Content.Length.ShouldBe(0);
        (await SaveAsync(core, subject, Content("baru"), kept.Version, Staff.Sari)).ShouldBeDone();
    }

    private static FormContent Content(string reason) =>
        new(new Dictionary<string, string> { ["Reason"] = reason }, new Dictionary<string, string> { ["Category"] = "IDENTITY" });

    private static Task<Result<int>> SaveAsync(CoreHost core, DraftSubject subject, FormContent content, int seen, Actor actor) =>
        core.Get<SaveFormDraftHandler>().HandleAsync(new(subject, Form, content, seen), actor, Token);

    private static Task<IReadOnlyList<KeptDraft>> ReadAsync(CoreHost core, DraftSubject subject, Actor actor) => core.Get<FormDraftReader>().ReadAsync(subject, actor, Token);
}
