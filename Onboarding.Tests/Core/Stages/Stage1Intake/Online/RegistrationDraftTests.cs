using System.Text;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Stages.Stage1Intake.Online;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage1Intake.Online;

/// <summary>The online form while it is being filled, and how it becomes one case (SOP stage 1, "formulir online").</summary>
public sealed class RegistrationDraftTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private const string Product = "INTERNET-RUMAH";
    private static readonly GivenConsent Consent = new("2026-01", Registration: true, Marketing: false);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task What_was_typed_is_there_again_behind_the_link_and_took_no_number(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var started = await StartAsync(core, Content("Ratna O'Neil 🙂"));

        var open = (await Reader(core).FindAsync(started.Token, Token)).ShouldBeDone();

        open.Content.Values[nameof(PersonData.FullName)].ShouldBe("Ratna O'Neil 🙂");
        (open.Content.Step, open.Content.ProductCode, open.Content.Kind, open.Version).ShouldBe((1, Product, CustomerKind.Person, 1));
        open.ExpiresAt.ShouldBe(core.Clock.GetUtcNow().AddDays(14));
        (await Database.ReadAsync(core, context => context.Cases.CountAsync(Token))).ShouldBe(0);
        (await Database.ReadAsync(core, context => context.NumberCounters.CountAsync(Token))).ShouldBe(0);
    }

    [Theory, DatabaseProviders]
    public async Task Neither_the_token_nor_what_was_typed_is_readable_in_the_database(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var started = await StartAsync(core, Content("Nama Rahasia"));
        var open = (await Reader(core).FindAsync(started.Token, Token)).ShouldBeDone();

        var row = await Database.ReadAsync(core, context => context.RegistrationDrafts.SingleAsync(draft => draft.SubmissionKey == open.SubmissionKey, Token));

        foreach (var stored in new[] { row.ProtectedContent, row.ProtectedToken, row.TokenHash })
        {
            var text = Encoding.UTF8.GetString(stored);
            text.ShouldNotContain("Rahasia");
            text.ShouldNotContain(started.Token);
        }

        started.ToString().ShouldNotContain(started.Token);
    }

    [Theory, DatabaseProviders]
    public async Task The_second_device_is_told_instead_of_overwriting_what_the_first_one_typed(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var started = await StartAsync(core, Content("Awal"));
        (await SaveAsync(core, started.Token, 1, Content("Dari ponsel"))).ShouldBeDone().Version.ShouldBe(2);

        (await SaveAsync(core, started.Token, 1, Content("Dari laptop"))).ShouldBeRefused(RefusalCode.VersionConflict);

        (await Reader(core).FindAsync(started.Token, Token)).ShouldBeDone().Content.Values[nameof(PersonData.FullName)].ShouldBe("Dari ponsel");
        (await Reader(core).VersionAsync(started.Token, Token)).ShouldBe(2);
        (await SaveAsync(core, started.Token, 2, Content("Dari laptop, setelah membaca"))).ShouldBeDone().Version.ShouldBe(3);
    }

    [Theory, DatabaseProviders]
    public async Task Of_many_saves_at_once_one_wins_and_all_others_are_told(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var started = await StartAsync(core, Content("Awal"));

        var saves = await Task.WhenAll(Enumerable.Range(1, 10).Select(number => Task.Run(() => SaveAsync(core, started.Token, 1, Content($"Nama {number}")), Token)));

        saves.Count(save => save.IsDone).ShouldBe(1);
        saves.Where(save => !save.IsDone).ShouldAllBe(save => save.Refusal!.Code == RefusalCode.VersionConflict);
        (await Reader(core).VersionAsync(started.Token, Token)).ShouldBe(2);
    }

    [Theory, DatabaseProviders]
    public async Task Each_save_gives_it_its_time_anew_and_after_that_the_link_leads_nowhere(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var started = await StartAsync(core, Content("Awal"));
        core.Clock.Advance(TimeSpan.FromDays(13));
        (await SaveAsync(core, started.Token, 1, Content("Lagi"))).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromDays(13));
        (await Reader(core).IsValidAsync(started.Token, Token)).ShouldBeTrue();

        core.Clock.Advance(TimeSpan.FromDays(1));

        (await Reader(core).FindAsync(started.Token, Token)).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await Reader(core).VersionAsync(started.Token, Token)).ShouldBeNull();
        (await SaveAsync(core, started.Token, 2, Content("Terlambat"))).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await SendAsync(core, started.Token, 2, Guid.Empty, Registrations.Person(3001))).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await core.Get<ForgetRegistrationDraftHandler>().HandleAsync(started.Token, Token)).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await Reader(core).FindAsync("bukan-tautan", Token)).ShouldBeRefused(RefusalCode.LinkNotValid);
    }

    [Theory, DatabaseProviders]
    public async Task Documents_stay_as_long_as_the_draft_and_go_with_it(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var uploads = core.Get<UploadPendingDocumentHandler>();
        var (kept, key) = await StartWithDocumentAsync(core);
        var (other, otherKey) = await StartWithDocumentAsync(core);
        core.Clock.Advance(TimeSpan.FromDays(3));
        (await uploads.RemoveAbandonedAsync(core.Clock.GetUtcNow().AddDays(-1), Token)).ShouldBe(0);
        (await core.Get<ForgetRegistrationDraftHandler>().SweepAsync(Token)).ShouldBe(0);
        (await SaveAsync(core, kept.Token, 1, Content("Masih mengisi"))).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromDays(12));

        (await core.Get<ForgetRegistrationDraftHandler>().SweepAsync(Token)).ShouldBe(1);

        (await uploads.ListAsync(otherKey, Token)).ShouldBeEmpty();
        (await uploads.ListAsync(key, Token)).ShouldHaveSingleItem();
        (await Reader(core).IsValidAsync(kept.Token, Token)).ShouldBeTrue();
        (await Database.ReadAsync(core, context => context.RegistrationDrafts.CountAsync(Token))).ShouldBe(1);
        (await core.Get<ForgetRegistrationDraftHandler>().HandleAsync(kept.Token, Token)).ShouldBeDone();
        (await uploads.ListAsync(key, Token)).ShouldBeEmpty();
        other.Token.ShouldNotBe(kept.Token);
    }

    [Theory, DatabaseProviders]
    public async Task Sent_in_it_is_a_case_with_its_documents_and_no_draft_any_more(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (started, key) = await StartWithDocumentAsync(core);

        (await core.Get<PublicLinks>().FindSentAsync(key, Token)).ShouldBeNull();

        var registered = (await SendAsync(core, started.Token, 1, key, Registrations.Person(3002))).ShouldBeDone();

        var owner = await core.Cases.LoadAsync(registered.State.CaseId);
        (owner.Status, owner.Channel, owner.Documents.Count).ShouldBe((CaseStatus.Received, Channel.Online, 1));
        (await Reader(core).FindAsync(started.Token, Token)).ShouldBeRefused(RefusalCode.LinkNotValid);
        (await core.Get<PublicLinks>().FindSentAsync(key, Token)).ShouldBe(registered.StatusToken, "who never saw the answer finds it again");
    }

    [Theory, DatabaseProviders]
    public async Task Ten_clicks_on_send_make_one_case_and_get_one_answer(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (started, key) = await StartWithDocumentAsync(core);

        var answers = await Task.WhenAll(Enumerable.Range(1, 10).Select(_ => Task.Run(() => SendAsync(core, started.Token, 1, key, Registrations.Person(3003)), Token)));

        answers.Select(answer => (answer.ShouldBeDone().State.CaseId, answer.Value.StatusToken)).Distinct().ShouldHaveSingleItem();
        (await Database.ReadAsync(core, context => context.Cases.CountAsync(item => item.SubmissionKey == key, Token))).ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task Nothing_is_sent_that_another_device_changed_since_it_was_reviewed(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (started, key) = await StartWithDocumentAsync(core);
        (await SaveAsync(core, started.Token, 1, Content("Dari ponsel"))).ShouldBeDone();

        (await SendAsync(core, started.Token, 1, key, Registrations.Person(3004))).ShouldBeRefused(RefusalCode.VersionConflict);

        (await Database.ReadAsync(core, context => context.Cases.AnyAsync(item => item.SubmissionKey == key, Token))).ShouldBeFalse();
        (await SendAsync(core, started.Token, 2, key, Registrations.Person(3004))).ShouldBeDone();
    }

    [Theory, DatabaseProviders]
    public async Task A_refused_registration_leaves_the_draft_and_its_documents_as_they_were(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (started, key) = await StartWithDocumentAsync(core);

        (await SendAsync(core, started.Token, 1, key, Registrations.Person(3005), consent: null)).Refusal.ShouldBeOfType<Invalid>();
        (await SendAsync(core, started.Token, 1, Guid.CreateVersion7(core.Clock.GetUtcNow()), Registrations.Person(3005))).ShouldBeRefused(RefusalCode.LinkNotValid);

        (await Reader(core).VersionAsync(started.Token, Token)).ShouldBe(1);
        (await core.Get<UploadPendingDocumentHandler>().ListAsync(key, Token)).ShouldHaveSingleItem();
    }

    [Theory, DatabaseProviders]
    public async Task A_form_sent_again_gets_the_first_answer_though_staff_corrected_the_name_meanwhile(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var (started, key) = await StartWithDocumentAsync(core);
        var person = Registrations.Person(3006);
        var first = (await SendAsync(core, started.Token, 1, key, person)).ShouldBeDone();
        var claimed = await core.Cases.ClaimAsync(first.State, Staff.Sari);
        var corrected = await core.Get<EditRegistrationHandler>().HandleAsync(
            new(CasesAt.Target(claimed), person with { FullName = "Nama Yang Benar" }, null), Staff.Sari, Token);
        corrected.ShouldBeDone();

        var second = (await SendAsync(core, started.Token, 1, key, person)).ShouldBeDone();

        (second.State.Number, second.StatusToken).ShouldBe((first.State.Number, first.StatusToken));
        (await SendAsync(core, started.Token, 1, key, person with { FullName = "Nama Yang Benar" })).ShouldBeRefused(RefusalCode.SubmissionKeyReused);
    }

    [Theory, DatabaseProviders]
    public async Task Refuses_more_than_any_form_holds(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var many = Enumerable.Range(0, DraftContent.MostValues + 1).ToDictionary(number => $"Field{number}", _ => "x");
        var started = await StartAsync(core, Content("Awal"));

        foreach (var content in new[]
        {
            Content(new string('x', DraftContent.LongestValue + 1)),
            Content("x") with { Values = many },
            Content("x") with { Step = -1 },
            Content("x") with { ProductCode = new string('x', 41) },
            Content("x") with { Kind = (CustomerKind)99 },
        })
        {
            (await core.Get<StartRegistrationDraftHandler>().HandleAsync(new(Guid.Empty, content), Token)).Refusal.ShouldBeOfType<Invalid>();
            (await SaveAsync(core, started.Token, 1, content)).Refusal.ShouldBeOfType<Invalid>();
        }
    }

    private static RegistrationDraftReader Reader(CoreHost core) => core.Get<RegistrationDraftReader>();

    private static DraftContent Content(string name) =>
        new(1, Product, CustomerKind.Person, Language.Indonesian, new Dictionary<string, string> { [nameof(PersonData.FullName)] = name });

    private static async Task<StartedDraft> StartAsync(CoreHost core, DraftContent content, Guid? key = null) =>
        (await core.Get<StartRegistrationDraftHandler>().HandleAsync(new(key ?? Guid.CreateVersion7(core.Clock.GetUtcNow()), content), Token)).ShouldBeDone();

    private static async Task<(StartedDraft Draft, Guid Key)> StartWithDocumentAsync(CoreHost core)
    {
        var key = Guid.CreateVersion7(core.Clock.GetUtcNow());
        var started = await StartAsync(core, Content("Awal"), key);
        await using var picture = Registrations.Picture();
        (await core.Get<UploadPendingDocumentHandler>().HandleAsync(new(key, DocumentKind.IdentityCard, "ktp.png"), picture, Token)).ShouldBeDone();
        return (started, key);
    }

    private static Task<Result<SavedDraft>> SaveAsync(CoreHost core, string token, int version, DraftContent content) =>
        core.Get<SaveRegistrationDraftHandler>().HandleAsync(new(token, version, content), Token);

    private static Task<Result<Registered>> SendAsync(CoreHost core, string token, int version, Guid key, ApplicantData data) =>
        SendAsync(core, token, version, key, data, Consent);

    private static Task<Result<Registered>> SendAsync(CoreHost core, string token, int version, Guid key, ApplicantData data, GivenConsent? consent) =>
        core.Get<SendRegistrationDraftHandler>().HandleAsync(
            new(token, version, new RegisterCase(key, Product, Channel.Online, Language.Indonesian, data, consent)), Token);
}
