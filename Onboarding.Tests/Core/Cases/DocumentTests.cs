using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Cases;

/// <summary>Documents of a case and of a form that was not sent in yet; what is refused leaves nothing in the storage.</summary>
public sealed class DocumentTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task What_a_case_refuses_leaves_nothing_in_the_storage(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        var stored = Stored(core);
        var add = core.Get<AddDocumentHandler>();
        var target = CasesAt.Target(state);

        (await add.HandleAsync(new(target, DocumentKind.IssuedForm, "x.png"), Registrations.Picture(), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        (await add.HandleAsync(new(target, (DocumentKind)99, "x.png"), Registrations.Picture(), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        (await add.HandleAsync(new(target, DocumentKind.Other, "x.png"), Registrations.Picture(), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.ClaimRequired);
        (await add.HandleAsync(new(new(Guid.Empty, null), DocumentKind.Other, "x.png"), Registrations.Picture(), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.CaseNotFound);
        await core.Cases.ClaimAsync(state, Staff.Sari);
        (await add.HandleAsync(new(target, DocumentKind.Other, "x.png"), Registrations.Picture(), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.VersionConflict);
        (await add.HandleAsync(new(new(state.CaseId, null), DocumentKind.Other, "x.png"), new MemoryStream("MZ not a picture"u8.ToArray()), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.DocumentRejected);

        Stored(core).ShouldBe(stored);
    }

    [Theory, DatabaseProviders]
    public async Task A_replacement_stands_beside_the_old_version_and_names_from_outside_are_harmless(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        string[] names = ["../../etc/passwd", "C:\\foto\\ktp\0\u202Egnp.png", new string('a', 300) + "\ud83d\ude00.png", "\ud83d", ""];
        foreach (var name in names)
        {
            (await core.Get<AddDocumentHandler>().HandleAsync(new(new(state.CaseId, null), DocumentKind.IdentityCard, name) { ReplacementId = Guid.CreateVersion7(core.Clock.GetUtcNow()) }, Registrations.Picture(), Staff.Sari, Token)).ShouldBeDone();
        }

        var cards = (await core.Cases.LoadAsync(state.CaseId)).Documents.Where(document => document.Kind == DocumentKind.IdentityCard).OrderBy(document => document.Version).ToList();
        cards.Select(document => document.Version).ShouldBe(Enumerable.Range(1, names.Length + 1));
        cards.Select(document => document.FileName).Skip(1).Take(2).ShouldBe(["passwd", "ktpgnp.png"]);
        cards.ShouldAllBe(document => document.FileName.Length > 0 && document.FileName.Length <= 255);
    }

    [Theory, DatabaseProviders]
    public async Task Files_of_one_replacement_are_parts_of_one_version_and_further_pages_join_the_newest(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        var replacement = Guid.CreateVersion7(core.Clock.GetUtcNow());
        foreach (var (name, id) in new (string, Guid?)[] { ("belakang.png", null), ("baru-1.png", replacement), ("baru-2.png", replacement), ("baru-3.png", null), ("lagi.png", Guid.CreateVersion7(core.Clock.GetUtcNow())), ("baru-4.png", replacement) })
        {
            (await core.Get<AddDocumentHandler>().HandleAsync(
                new(new(state.CaseId, null), DocumentKind.IdentityCard, name) { ReplacementId = id }, Registrations.Picture(), Staff.Sari, Token)).ShouldBeDone();
        }

        var owner = await core.Cases.LoadAsync(state.CaseId);
        owner.Documents.Where(document => document.Kind == DocumentKind.IdentityCard).OrderBy(document => document.Version).ThenBy(document => document.Part)
            .Select(document => (document.FileName, document.Version, document.Part))
            .ShouldBe([("IdentityCard.png", 1, 1), ("belakang.png", 1, 2), ("baru-1.png", 2, 1), ("baru-2.png", 2, 2), ("baru-3.png", 2, 3), ("baru-4.png", 2, 4), ("lagi.png", 3, 1)]);
        owner.CurrentDocuments(DocumentKind.IdentityCard).Select(document => document.FileName).ShouldBe(["lagi.png"]);
    }

    [Theory, DatabaseProviders]
    public async Task Pages_sent_with_a_registration_are_parts_of_its_first_version(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var key = Guid.CreateVersion7(core.Clock.GetUtcNow());
        foreach (var name in new[] { "1.png", "2.png", "3.png" })
        {
            core.Clock.Advance(TimeSpan.FromSeconds(1));
            (await core.Get<UploadPendingDocumentHandler>().HandleAsync(new(key, DocumentKind.Other, name), Registrations.Picture(), Token)).ShouldBeDone();
        }

        var state = await core.Cases.ReceivedAsync(submissionKey: key);

        (await core.Cases.LoadAsync(state.CaseId)).CurrentDocuments(DocumentKind.Other)
            .Select(document => (document.FileName, document.Version, document.Part)).ShouldBe([("1.png", 1, 1), ("2.png", 1, 2), ("3.png", 1, 3)]);
    }

    [Theory, DatabaseProviders]
    public async Task A_document_whose_file_is_gone_is_refused_and_not_a_fault(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        var document = (await core.Cases.LoadAsync(state.CaseId)).Documents[0];
        await core.Get<IDocumentStorage>().DeleteAsync(document.Id, Token);

        (await core.Get<OpenDocumentHandler>().HandleAsync(new(state.Number, document.Id), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.DocumentNotOpenable);
    }

    [Theory, DatabaseProviders]
    public async Task Each_opening_is_an_event_of_the_trail_and_a_document_of_another_case_is_not_found(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ReceivedAsync();
        var other = await core.Cases.ReceivedAsync();
        var document = (await core.Cases.LoadAsync(state.CaseId)).Documents[0];
        var open = core.Get<OpenDocumentHandler>();
        (await open.HandleAsync(new(other.Number, document.Id), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.DocumentNotFound);

        var opened = (await open.HandleAsync(new(state.Number, document.Id), Staff.Dewi, Token)).ShouldBeDone();
        await opened.Content.DisposeAsync();

        var file = (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Ratna, Token)).ShouldBeDone();
        (file.Timeline[0].Action, file.Timeline[0].ActorId).ShouldBe(("Document.Open", Staff.Dewi.Id));
        file.Case.Version.ShouldBe(state.Version);
    }

    [Theory, DatabaseProviders]
    public async Task Documents_of_a_form_wait_for_it_are_limited_and_are_removed_when_it_never_comes(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var upload = core.Get<UploadPendingDocumentHandler>();
        var key = Guid.CreateVersion7(core.Clock.GetUtcNow());
        for (var number = 1; number <= UploadPendingDocumentHandler.MostDocuments; number++)
        {
            (await upload.HandleAsync(new(key, DocumentKind.Other, $"{number}.png"), Registrations.Picture(), Token)).ShouldBeDone();
        }

        (await upload.HandleAsync(new(key, DocumentKind.Other, "x.png"), Registrations.Picture(), Token)).ShouldBeRefused(RefusalCode.TooManyDocuments);
        Stored(core).ShouldBe(UploadPendingDocumentHandler.MostDocuments);
        var first = (await upload.ListAsync(key, Token))[0];
        (await upload.RemoveAsync(Guid.Empty, first.Id, Token)).ShouldBeRefused(RefusalCode.DocumentNotFound);
        (await upload.RemoveAsync(key, first.Id, Token)).ShouldBeDone();

        (await upload.RemoveAbandonedAsync(core.Clock.GetUtcNow(), Token)).ShouldBe(0);
        core.Clock.Advance(TimeSpan.FromDays(1));
        (await upload.RemoveAbandonedAsync(core.Clock.GetUtcNow(), Token)).ShouldBe(UploadPendingDocumentHandler.MostDocuments - 1);
        Stored(core).ShouldBe(0);
    }

    private static int Stored(CoreHost core) => Directory.EnumerateFiles(Path.Combine(core.Folder, "documents"), "*", SearchOption.AllDirectories).Count();
}
