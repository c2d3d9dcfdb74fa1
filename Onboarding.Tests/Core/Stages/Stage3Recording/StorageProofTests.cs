using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage3Recording;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Stages.Stage3Recording;

/// <summary>Stored documents are read back and compared, again and again; what is damaged becomes work for Tim IT (SOP stage 3).</summary>
public sealed class StorageProofTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task What_is_due_is_read_back_once_in_a_period_and_leaves_one_event_not_a_change_of_the_case(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.InVerificationAsync();
        var job = core.Get<ProveStoredDocumentsHandler>();

        (await job.HandleAsync(Token)).ShouldBe(1);
        (await job.HandleAsync(Token)).ShouldBe(0);

        var owner = await core.Cases.LoadAsync(state.CaseId);
        var document = owner.Documents.Single();
        (document.Integrity, document.Copies, document.IntactCopies, document.VerifiedAt).ShouldBe((DocumentIntegrity.Intact, 1, 1, core.Clock.GetUtcNow()));
        owner.Version.ShouldBe(state.Version);
        (await Database.ReadAsync(core, context => context.AuditEvents.CountAsync(entry => entry.Action == "Documents.Prove", Token))).ShouldBe(1);

        core.Clock.Advance(TimeSpan.FromDays(29));
        (await job.HandleAsync(Token)).ShouldBe(0);
        core.Clock.Advance(TimeSpan.FromDays(1));
        (await job.HandleAsync(Token)).ShouldBe(1);
    }

    [Theory, DatabaseProviders]
    public async Task A_damaged_file_becomes_one_incident_of_it_and_the_checklist_does_not_hold_any_more(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await VerifiedStorageAsync(core);
        core.Clock.Advance(TimeSpan.FromDays(31));
        var document = Damage(core, await core.Cases.LoadAsync(state.CaseId));
        var job = core.Get<ProveStoredDocumentsHandler>();

        await job.HandleAsync(Token);
        core.Clock.Advance(TimeSpan.FromDays(31));
        await job.HandleAsync(Token);

        var owner = await core.Cases.LoadAsync(state.CaseId);
        owner.LiveConcerns.Select(item => (item.Concern, item.Queue, item.SubjectId)).ShouldBe([(ConcernKind.StoredDocumentDamaged, WorkQueue.Incidents, document.Id)]);
        StorageChecklist.Read(owner).Where(line => line is { ProvenBySystem: true, IsSatisfied: false }).Select(line => line.Item)
            .ShouldBe([StorageItem.DocumentsIntact, StorageItem.DocumentsEncrypted]);
        (await core.Get<ConfirmStorageHandler>().HandleAsync(new(new(state.CaseId, null)), Staff.Rudi, Token)).ShouldBeRefused(RefusalCode.StorageNotConfirmed);
        (await core.Get<StorageProofReader>().CountDamagedAsync(Token)).ShouldBe(1);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    [Theory, DatabaseProviders]
    public async Task It_restores_what_was_put_back_and_only_then(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await VerifiedStorageAsync(core);
        var owner = await core.Cases.LoadAsync(state.CaseId);
        var path = FileOf(core, owner.Documents[0].FileId);
        var backup = await File.ReadAllBytesAsync(path, Token);
        var document = Damage(core, owner);
        (await core.Get<VerifyStoredDocumentsHandler>().HandleAsync(new(new(state.CaseId, null)), Staff.Rudi, null, Token)).ShouldBeDone();
        var restore = core.Get<RestoreDocumentHandler>();

        (await restore.HandleAsync(new(state.CaseId, document.Id), Staff.Dewi, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await restore.HandleAsync(new(state.CaseId, document.Id), Staff.Rudi, Token)).ShouldBeRefused(RefusalCode.NoIntactCopy);
        (await core.Cases.LoadAsync(state.CaseId)).Documents[0].IsIntact.ShouldBe(false);

        await File.WriteAllBytesAsync(path, backup, Token);
        (await restore.HandleAsync(new(state.CaseId, document.Id), Staff.Rudi, Token)).ShouldBeDone();

        var restored = await core.Cases.LoadAsync(state.CaseId);
        (restored.Documents[0].IsIntact, restored.LiveConcerns.Count()).ShouldBe((true, 1), "the incident ends with IT's word on it");
        (await restore.HandleAsync(new(state.CaseId, document.Id), Staff.Rudi, Token)).ShouldBeRefused(RefusalCode.DocumentNotFound);
        (await core.Get<CaseFileReader>().ReadAsync(state.Number, Staff.Rudi, Token)).ShouldBeDone().Timeline[0].Action.ShouldBe("Document.Restore");
    }

    [Fact]
    public async Task A_proof_by_hand_ticks_only_what_it_shows()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);
        var state = await core.Cases.ClaimAsync(await ReadyForStorageAsync(core), Staff.Rudi);
        Damage(core, await core.Cases.LoadAsync(state.CaseId));

        (await core.Get<VerifyStoredDocumentsHandler>().HandleAsync(new(new(state.CaseId, null)), Staff.Rudi, null, Token)).ShouldBeDone();

        var owner = await core.Cases.LoadAsync(state.CaseId);
        owner.Ticks.Where(tick => tick.List == ChecklistKind.Storage).Select(tick => tick.Item).ShouldBe([nameof(StorageItem.DocumentsInspected)]);
        owner.LiveConcerns.Count().ShouldBe(1);
    }

    private static Task<CaseState> ReadyForStorageAsync(CoreHost core) => core.Cases.RecordedAsync();

    private static async Task<CaseState> VerifiedStorageAsync(CoreHost core)
    {
        var state = await core.Cases.ClaimAsync(await ReadyForStorageAsync(core), Staff.Rudi);
        return (await core.Get<VerifyStoredDocumentsHandler>().HandleAsync(new(CasesAt.Target(state)), Staff.Rudi, null, Token)).ShouldBeDone();
    }

    private static CaseDocument Damage(CoreHost core, OnboardingCase owner)
    {
        var document = owner.Documents[0];
        using var file = File.OpenHandle(FileOf(core, document.FileId), FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.Write(file, [0xFF, 0xFF, 0xFF], RandomAccess.GetLength(file) - 3);
        return document;
    }

    private static string FileOf(CoreHost core, Guid file) =>
        Directory.EnumerateFiles(Path.Combine(core.Folder, "documents"), $"{file:N}.bin", SearchOption.AllDirectories).Single();
}
