using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage1Intake;

/// <summary>Offline entries while they are typed: everything may change, and nothing is lost.</summary>
public sealed class DraftTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Product_kind_channel_language_and_source_of_a_draft_can_change(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var draft = await DraftAsync(core, Registrations.Person(4001));
        var source = new RegistrationSource { ContactName = "Andi", ContactAddress = "0813-0000-9902", Remark = "menelepon" };

        (await SaveAsync(core, draft, Registrations.Business(4002), "INTERNET-BISNIS", Channel.Telephone, Language.English, source)).ShouldBeDone();

        var file = (await core.Get<CaseFileReader>().ReadAsync(draft.Number, Staff.Sari, Token)).ShouldBeDone();
        (file.Case.ProductCode, file.Case.Kind, file.Case.Channel, file.Case.Language).ShouldBe(("INTERNET-BISNIS", CustomerKind.Business, Channel.Telephone, Language.English));
        file.Source!.ContactAddress.ShouldBe("+6281300009902");
        file.Case.ApplicantName.ShouldBe(Registrations.Business(4002).BusinessName);
    }

    [Fact]
    public async Task A_sitting_at_a_draft_is_one_event_of_the_trail_and_another_person_or_a_later_hour_is_another()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);
        var draft = await DraftAsync(core, Registrations.Person(1));
        for (var round = 0; round < 5; round++)
        {
            draft = (await SaveAsync(core, draft, Registrations.Person(1) with { BirthPlace = $"Kota {round}" })).ShouldBeDone();
            core.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        (await EditsAsync(core, draft)).ShouldBe(1);
        draft = (await SaveAsync(core, draft, Registrations.Person(1) with { BirthPlace = "Bogor" }, actor: Staff.Bayu)).ShouldBeDone();
        (await EditsAsync(core, draft)).ShouldBe(2);
        core.Clock.Advance(TimeSpan.FromMinutes(16));
        draft = (await SaveAsync(core, draft, Registrations.Person(1) with { BirthPlace = "Depok" }, actor: Staff.Bayu)).ShouldBeDone();
        (await EditsAsync(core, draft)).ShouldBe(3);
    }

    [Fact]
    public async Task What_another_person_saved_meanwhile_is_not_overwritten()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var seen = await DraftAsync(core, Registrations.Person(4003));
        (await SaveAsync(core, seen, Registrations.Person(4003), actor: Staff.Bayu)).ShouldBeDone();

        (await SaveAsync(core, seen, Registrations.Person(4003))).ShouldBeRefused(RefusalCode.VersionConflict);
    }

    [Theory, DatabaseProviders]
    public async Task A_wrong_scan_is_taken_out_of_a_draft_with_its_file(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var draft = await DraftAsync(core, Registrations.Person(4004));
        var added = (await core.Get<AddDocumentHandler>().HandleAsync(new(CasesAt.Target(draft), DocumentKind.IdentityCard, "salah.png"), Registrations.Picture(), Staff.Sari, Token)).ShouldBeDone();
        var stored = (await core.Cases.LoadAsync(draft.CaseId)).Documents.Single();

        (await core.Get<RemoveDraftDocumentHandler>().HandleAsync(new(CasesAt.Target(added.Case), stored.Id), Staff.Sari, Token)).ShouldBeDone();

        (await core.Cases.LoadAsync(draft.CaseId)).Documents.ShouldBeEmpty();
        await Should.ThrowAsync<DocumentUnreadableException>(async () => await core.Get<IDocumentStorage>().OpenAsync(stored.ToStored(), Token));
    }

    [Fact]
    public async Task What_was_sent_in_loses_no_document()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ReceivedAsync();
        var document = (await core.Cases.LoadAsync(state.CaseId)).Documents[0];

        (await core.Get<RemoveDraftDocumentHandler>().HandleAsync(new(CasesAt.Target(state), document.Id), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.ActionNotInStatus);
        (await SaveAsync(core, await core.Cases.ClaimAsync(state, Staff.Sari), Registrations.Person(4005))).ShouldBeRefused(RefusalCode.ActionNotInStatus);
    }

    [Fact]
    public async Task Sending_a_draft_in_asks_for_its_source_and_takes_down_what_was_explained()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var draft = await DraftAsync(core, Registrations.Person(4006));
        draft = (await SaveAsync(core, draft, Registrations.Person(4006), channel: Channel.WhatsApp)).ShouldBeDone();
        SubmitDraft submit = new(CasesAt.Target(draft), new("2026-01", true, false), new(1, ExplanationMeans.WhatsApp));
        (await core.Get<SubmitDraftHandler>().HandleAsync(submit, Staff.Sari, Token)).ShouldBeInvalid("Source.ContactAddress", InputProblem.Required);

        var source = new RegistrationSource { ContactAddress = "081200009903", ReceivedAt = core.Clock.GetUtcNow() };
        draft = (await SaveAsync(core, draft, Registrations.Person(4006), channel: Channel.WhatsApp, source: source)).ShouldBeDone();
        (await core.Get<SubmitDraftHandler>().HandleAsync(submit with { Target = CasesAt.Target(draft) }, Staff.Sari, Token)).ShouldBeDone().Status.ShouldBe(CaseStatus.Received);

        (await core.Cases.LoadAsync(draft.CaseId)).Ticks.ShouldHaveSingleItem().Means.ShouldBe(ExplanationMeans.WhatsApp);
    }

    private static async Task<CaseState> DraftAsync(CoreHost core, ApplicantData data) =>
        (await core.Get<RegisterCaseHandler>().HandleAsync(
            new(Guid.CreateVersion7(core.Clock.GetUtcNow()), "INTERNET-RUMAH", Channel.Offline, Language.Indonesian, data, null, IsDraft: true), Staff.Sari, Token)).ShouldBeDone().State;

    private static Task<Result<CaseState>> SaveAsync(
        CoreHost core, CaseState draft, ApplicantData data, string product = "INTERNET-RUMAH", Channel channel = Channel.Offline,
        Language language = Language.Indonesian, RegistrationSource? source = null, Actor? actor = null) =>
        core.Get<SaveDraftHandler>().HandleAsync(new(CasesAt.Target(draft), product, channel, language, data, source), actor ?? Staff.Sari, Token);

    private static Task<int> EditsAsync(CoreHost core, CaseState draft) =>
        Database.ReadAsync(core, context => context.AuditEvents.CountAsync(item => item.StreamId == draft.CaseId && item.Action == nameof(CaseAction.EditData), Token));
}
