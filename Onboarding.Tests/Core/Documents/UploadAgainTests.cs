using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Documents;

/// <summary>Files that come again because their answer was lost, and files beside a draft of the staff.</summary>
public sealed class UploadAgainTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task An_upload_that_comes_again_into_a_case_is_one_version_and_leaves_no_second_file(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        var add = core.Get<AddDocumentHandler>();
        var files = Stored(core);
        AddDocument command = new(new CaseTarget(state.CaseId, null), DocumentKind.Other, "x.png") { UploadId = New(core) };

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => add.HandleAsync(command, Registrations.Picture(), Staff.Sari, Token))));
        var late = (await add.HandleAsync(command, new MemoryStream(), Staff.Sari, Token)).ShouldBeDone();

        all.ShouldAllBe(result => result.IsDone && result.Value.Id == late.Id);
        var document = (await core.Cases.LoadAsync(state.CaseId)).Documents.Where(item => item.Kind == DocumentKind.Other).ShouldHaveSingleItem();
        Stored(core).ShouldBe(files + 1);
        all.Select(result => result.Value.Id).Distinct().ShouldBe([document.Id]);
    }

    [Theory, DatabaseProviders]
    public async Task An_upload_that_comes_again_beside_a_form_is_one_document_also_after_the_draft_took_it_in(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var uploads = core.Get<UploadPendingDocumentHandler>();
        UploadPendingDocument command = new(New(core), DocumentKind.IdentityCard, "ktp.png") { UploadId = New(core) };
        var files = Stored(core);

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => uploads.HandleAsync(command, Registrations.Picture(), Token))));
        Stored(core).ShouldBe(files + 1);
        var draft = await DraftAsync(core, command.SubmissionKey, Registrations.Person(6100 + (int)kind));
        var late = (await uploads.HandleAsync(command, new MemoryStream(), Token)).ShouldBeDone();

        all.ShouldAllBe(result => result.IsDone && result.Value.Id == late.Id);
        (await core.Cases.LoadAsync(draft.CaseId)).Documents.ShouldHaveSingleItem().Id.ShouldBe(late.Id);
        (await uploads.ListAsync(command.SubmissionKey, Token)).ShouldHaveSingleItem();
    }

    [Theory, DatabaseProviders]
    public async Task What_arrives_beside_a_draft_waits_and_is_taken_in_when_the_draft_is_saved(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var uploads = core.Get<UploadPendingDocumentHandler>();
        var key = New(core);
        var data = Registrations.Person(6200 + (int)kind);
        var draft = await DraftAsync(core, key, data);

        var late = (await uploads.HandleAsync(new(key, DocumentKind.IdentityCard, "ktp.png"), Registrations.Picture(), Token)).ShouldBeDone();
        await uploads.RemoveAbandonedAsync(core.Clock.GetUtcNow().AddDays(1), Token);
        (await uploads.ListAsync(key, Token)).ShouldHaveSingleItem().Id.ShouldBe(late.Id);
        (await core.Cases.LoadAsync(draft.CaseId)).Version.ShouldBe(draft.Version);
        var saved = (await core.Get<SaveDraftHandler>().HandleAsync(
            new(CasesAt.Target(draft), "INTERNET-RUMAH", Channel.Offline, Language.Indonesian, data, null), Staff.Sari, Token)).ShouldBeDone();

        (await core.Cases.LoadAsync(draft.CaseId)).Documents.ShouldHaveSingleItem().Id.ShouldBe(late.Id);
        (await core.Get<CaseFileReader>().ReadAsync(saved.Number, Staff.Sari, Token)).ShouldBeDone().Timeline.ShouldContain(entry => entry.Action == nameof(CaseAction.AddDocument));
    }

    [Theory, DatabaseProviders]
    public async Task Nothing_comes_beside_a_form_that_was_sent_in(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var owner = await core.Cases.LoadAsync((await core.Cases.ReceivedAsync(Registrations.Person(6300 + (int)kind))).CaseId);
        var files = Stored(core);

        (await core.Get<UploadPendingDocumentHandler>().HandleAsync(new(owner.SubmissionKey, DocumentKind.Other, "x.png"), Registrations.Picture(), Token)).ShouldBeRefused(RefusalCode.LinkNotValid);

        Stored(core).ShouldBe(files);
    }

    private static Guid New(CoreHost core) => Guid.CreateVersion7(core.Clock.GetUtcNow());

    private static async Task<CaseState> DraftAsync(CoreHost core, Guid key, ApplicantData data) =>
        (await core.Get<RegisterCaseHandler>().HandleAsync(
            new(key, "INTERNET-RUMAH", Channel.Offline, Language.Indonesian, data, null, IsDraft: true), Staff.Sari, Token)).ShouldBeDone().State;

    private static int Stored(CoreHost core) => Directory.EnumerateFiles(Path.Combine(core.Folder, "documents"), "*", SearchOption.AllDirectories).Count();
}
