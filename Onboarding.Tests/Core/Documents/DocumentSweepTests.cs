using Onboarding.Core.Documents;
using Onboarding.Core.Documents.Inspection;
using Onboarding.Core.Results;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Documents;

/// <summary>Files and entries are compared: what nobody needs goes, what is missing is reported, and in doubt a file stays.</summary>
public sealed class DocumentSweepTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_file_without_an_entry_goes_after_a_day_and_an_entry_without_a_file_is_reported(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var kept = (await core.Cases.LoadAsync((await core.Cases.ReceivedAsync()).CaseId)).Documents.Single();
        var lost = (await core.Cases.LoadAsync((await core.Cases.ReceivedAsync()).CaseId)).Documents.Single();
        var storage = core.Get<IDocumentStorage>();
        var stray = (await storage.StoreAsync(Guid.CreateVersion7(core.Clock.GetUtcNow()), Registrations.Picture(), Token)).Value;
        var young = (await storage.StoreAsync(Guid.CreateVersion7(core.Clock.GetUtcNow()), Registrations.Picture(), Token)).Value;
        await storage.DeleteAsync(lost.FileId, Token);
        Age(core, kept.FileId, stray.Id);
        Date(core, young.Id, core.Clock.GetUtcNow());

        var sweep = await core.Get<SweepDocumentFilesHandler>().HandleAsync(Token);

        (sweep.Removed, sweep.Missing).ShouldBe((1, 1));
        sweep.FirstMissing.ShouldBe([lost.FileId]);
        (storage.Contains(kept.FileId), storage.Contains(stray.Id), storage.Contains(young.Id)).ShouldBe((true, false, true));
    }

    [Fact]
    public async Task A_file_stays_when_nobody_knows_whether_its_entry_was_committed()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);
        var intake = core.Get<DocumentIntake>();
        var storage = core.Get<IDocumentStorage>();
        var id = Guid.Empty;

        await Should.ThrowAsync<TimeoutException>(() => intake.TakeAsync<Done>(
            Registrations.Picture(),
            taken =>
            {
                id = taken.Stored.Id;
                throw new TimeoutException("The connection broke in the commit.");
            },
            Token));

        storage.Contains(id).ShouldBeTrue();
        Age(core, id);
        (await core.Get<SweepDocumentFilesHandler>().HandleAsync(Token)).Removed.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_goes_when_the_person_left_before_the_commit_or_the_entry_was_refused()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);
        using var leaving = new CancellationTokenSource();
        var intake = core.Get<DocumentIntake>();

        await Should.ThrowAsync<OperationCanceledException>(() => intake.TakeAsync<Done>(
            Registrations.Picture(),
            async _ =>
            {
                await leaving.CancelAsync();
                leaving.Token.ThrowIfCancellationRequested();
                return Done.Instance;
            },
            leaving.Token));
        (await intake.TakeAsync<Done>(Registrations.Picture(), _ => Task.FromResult<Result<Done>>(new Conflict(RefusalCode.VersionConflict)), Token)).ShouldBeRefused(RefusalCode.VersionConflict);

        Directory.EnumerateFiles(Path.Combine(core.Folder, "documents"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(Path.Combine(core.Folder, "work")).ShouldBeEmpty();
    }

    private static void Age(CoreHost core, params Guid[] files)
    {
        foreach (var file in files)
        {
            Date(core, file, core.Clock.GetUtcNow().AddDays(-2));
        }
    }

    private static void Date(CoreHost core, Guid file, DateTimeOffset at) =>
        File.SetLastWriteTimeUtc(Directory.EnumerateFiles(core.Folder, $"{file:N}.bin", SearchOption.AllDirectories).Single(), at.UtcDateTime);
}
