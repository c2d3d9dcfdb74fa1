using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Cases;
using Onboarding.Core.Imports;
using Onboarding.Core.Queues;
using Onboarding.Core.Results;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Imports;

/// <summary>An import from the upload to its last row, on both databases: dry run, rows, stopping, going on.</summary>
public sealed class ImportRunTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_dry_run_registers_nothing_and_the_start_makes_a_case_of_each_row(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var id = await UploadAsync(core, ImportFiles.Persons(4001, 4002, 4003));

        (await RunAsync(core)).ShouldBe(1);
        var check = await FindAsync(core, id);
        check.State.ShouldBe(ImportState.Checked);
        (check.Rows, check.RowsWithErrors, check.Problems).ShouldBe((3, 0, 0));
        (await CountCasesAsync(core)).ShouldBe(0);

        await StartAsync(core, id);
        await RunAsync(core);

        var done = await FindAsync(core, id);
        done.State.ShouldBe(ImportState.Done);
        (done.Registered, done.Refused, done.HasFile).ShouldBe((3, 0, false));
        Directory.EnumerateFiles(Path.Combine(core.Folder, "documents", "imports")).ShouldBeEmpty();
        var rows = (await core.Get<ImportReader>().RowsAsync(id, onlyRefused: false, 0, Staff.Sari, Token)).ShouldBeDone();
        rows.Select(row => row.Row).ShouldBe([2, 3, 4]);
        foreach (var row in rows)
        {
            var made = await core.Cases.LoadAsync(row.CaseId!.Value);
            made.Number.ShouldBe(row.CaseNumber);
            (made.Status, made.Channel).ShouldBe((CaseStatus.Received, Channel.Offline));
            made.Consents.ShouldContain(consent => consent.At < core.Clock.GetUtcNow() && consent.IsGiven);
        }

        (await RunAsync(core)).ShouldBe(0);
    }

    [Theory, DatabaseProviders]
    public async Task Problems_name_row_column_and_code_and_rows_with_errors_are_left_out(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var id = await UploadAsync(core, ImportFiles.Lines(
            ImportFiles.PersonHeading,
            ImportFiles.Row(4011),
            ImportFiles.Row(4012).Replace(";0812", ";812", StringComparison.Ordinal),
            ImportFiles.Row(4013).Replace(Registrations.Person(4013).Nik!, "3,17103E+15", StringComparison.Ordinal),
            ImportFiles.Row(4014).Replace("20/11/2026", "kemarin", StringComparison.Ordinal),
            ImportFiles.Row(4015) + ";lebih",
            ImportFiles.Row(4011)));

        await RunAsync(core);

        var check = await FindAsync(core, id);
        (check.Rows, check.RowsWithErrors, check.IsBlocked).ShouldBe((6, 3, false));
        var problems = (await core.Get<ImportReader>().ProblemsAsync(id, new ImportProblemFilter(), 0, Staff.Sari, Token)).ShouldBeDone();
        problems.Select(problem => (problem.Row, problem.Column, problem.Code, problem.IsError)).ShouldBe(
        [
            (3, "telepon", "ImportProblemCode.LeadingZeroLost", false),
            (4, "nik", "FindingCode.RoundedBySpreadsheet", true),
            (5, "tanggal_persetujuan", "ImportProblemCode.DateUnreadable", true),
            (6, null, "ImportProblemCode.RowTooLong", true),
            (7, "nik", "ImportProblemCode.DuplicateInFile", false),
        ]);
        problems[^1].Arguments.ShouldBe(["2"]);

        (await core.Get<StartImportHandler>().HandleAsync(new(id, LeavesOutErrors: false), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.InvalidInput);
        await StartAsync(core, id);
        await RunAsync(core);

        var done = await FindAsync(core, id);
        (done.State, done.Registered, done.Refused).ShouldBe((ImportState.Done, 3, 3));
        var refused = (await core.Get<ImportReader>().RowsAsync(id, onlyRefused: true, 0, Staff.Sari, Token)).ShouldBeDone();
        refused.Select(row => (row.Row, row.Code)).ShouldBe(
        [
            (4, "FindingCode.RoundedBySpreadsheet"), (5, "ImportProblemCode.DateUnreadable"), (6, "ImportProblemCode.RowTooLong"),
        ]);
    }

    [Theory, DatabaseProviders]
    public async Task A_program_that_dies_after_a_commit_goes_on_with_the_next_row(DatabaseKind kind)
    {
        var publisher = new ActingPublisher();
        var core = await cores.FreshAsync(kind, services => services.AddSingleton<IChangePublisher>(publisher));
        var id = await CheckedAsync(core, 4021, 4022, 4023, 4024);
        await StartAsync(core, id);

        publisher.On(2, () => throw new InvalidOperationException("The power is gone."));
        await Should.ThrowAsync<InvalidOperationException>(RunAsync(core));
        var half = await FindAsync(core, id);
        (half.State, half.Registered, half.LastRow).ShouldBe((ImportState.Running, 2, 3));

        await RunAsync(core);

        (await FindAsync(core, id)).State.ShouldBe(ImportState.Done);
        (await CountCasesAsync(core)).ShouldBe(4);
        var rows = (await core.Get<ImportReader>().RowsAsync(id, onlyRefused: false, 0, Staff.Sari, Token)).ShouldBeDone();
        rows.Select(row => row.CaseId).Distinct().Count().ShouldBe(4);
    }

    [Theory, DatabaseProviders]
    public async Task A_cancelled_import_stops_after_the_row_at_hand_and_can_go_on(DatabaseKind kind)
    {
        var publisher = new ActingPublisher();
        var core = await cores.FreshAsync(kind, services => services.AddSingleton<IChangePublisher>(publisher));
        var id = await CheckedAsync(core, 4031, 4032, 4033);
        await StartAsync(core, id);

        Task<Result<Done>>? cancelling = null;
        publisher.On(1, () =>
        {
            cancelling = Task.Run(() => core.Get<CancelImportHandler>().HandleAsync(new(id), Staff.Bayu, Token), Token);
            cancelling.Wait(Token);
        });
        await RunAsync(core);

        (await cancelling!).ShouldBeDone();
        var stopped = await FindAsync(core, id);
        (stopped.State, stopped.Registered, stopped.HasFile).ShouldBe((ImportState.Cancelled, 1, true));
        (await RunAsync(core)).ShouldBe(0);

        await StartAsync(core, id);
        await RunAsync(core);

        (await FindAsync(core, id)).Registered.ShouldBe(3);
        (await CountCasesAsync(core)).ShouldBe(3);
    }

    [Theory, DatabaseProviders]
    public async Task An_import_that_was_stopped_can_be_ended_for_good_and_keeps_its_cases_but_not_its_file(DatabaseKind kind)
    {
        var publisher = new ActingPublisher();
        var core = await cores.FreshAsync(kind, services => services.AddSingleton<IChangePublisher>(publisher));
        var end = core.Get<EndImportHandler>();
        var id = await CheckedAsync(core, 4071, 4072, 4073);
        await StartAsync(core, id);
        (await end.HandleAsync(new(id), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.ImportNotReady);
        publisher.On(1, () => core.Get<CancelImportHandler>().HandleAsync(new(id), Staff.Sari, Token).Wait(Token));
        await RunAsync(core);

        (await end.HandleAsync(new(id), Staff.Bayu, Token)).ShouldBeDone();
        (await end.HandleAsync(new(id), Staff.Bayu, Token)).ShouldBeDone();

        var ended = await FindAsync(core, id);
        (ended.State, ended.Registered, ended.HasFile, ended.MayStart).ShouldBe((ImportState.Ended, 1, false, false));
        Directory.EnumerateFiles(Path.Combine(core.Folder, "documents", "imports")).ShouldBeEmpty();
        (await core.Get<ImportReader>().RowsAsync(id, onlyRefused: false, 0, Staff.Sari, Token)).ShouldBeDone().ShouldHaveSingleItem().CaseId.ShouldNotBeNull();
        (await core.Get<StartImportHandler>().HandleAsync(new(id, LeavesOutErrors: true), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.ImportNotReady);
        (await RunAsync(core)).ShouldBe(0);
        (await Database.ReadAsync(core, context => context.AuditEvents.CountAsync(entry => entry.Action == "Import.End", Token))).ShouldBe(1);
    }

    [Fact]
    public async Task An_import_that_was_only_checked_can_be_ended()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);
        var id = await CheckedAsync(core, 4076);

        (await core.Get<EndImportHandler>().HandleAsync(new(id), Staff.Sari, Token)).ShouldBeDone();

        var ended = await FindAsync(core, id);
        (ended.State, ended.HasFile, ended.MayEnd).ShouldBe((ImportState.Ended, false, false));
    }

    [Fact]
    public async Task The_same_file_again_is_named_and_its_rows_are_known_already()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);
        var first = await CheckedAsync(core, 4041, 4042);
        await StartAsync(core, first);
        await RunAsync(core);

        var second = await CheckedAsync(core, 4041, 4042);

        var problems = (await core.Get<ImportReader>().ProblemsAsync(second, new ImportProblemFilter(), 0, Staff.Sari, Token)).ShouldBeDone();
        problems.Where(problem => problem.Code == "ImportProblemCode.KnownAlready").Select(problem => (problem.Row, problem.Column)).ShouldBe([(2, "nik"), (3, "nik")]);
        problems.Single(problem => problem.Code == "ImportProblemCode.SameFileBefore").Arguments.ShouldBe(["2026-11-23", "2"]);
    }

    [Fact]
    public async Task A_file_that_is_kept_out_cannot_be_started()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);
        var id = await UploadAsync(core, ImportFiles.Lines("nama_lengkap;nik", "Budi;1"));
        await RunAsync(core);

        (await FindAsync(core, id)).IsBlocked.ShouldBeTrue();
        (await core.Get<StartImportHandler>().HandleAsync(new(id, LeavesOutErrors: true), Staff.Sari, Token)).ShouldBeRefused(RefusalCode.ImportNotReady);
    }

    [Fact]
    public async Task A_consent_in_the_future_or_to_another_text_keeps_the_row_out()
    {
        var core = await cores.FreshAsync(DatabaseKind.Sqlite);
        var id = await UploadAsync(core, ImportFiles.Lines(
            ImportFiles.PersonHeading,
            ImportFiles.Row(4051).Replace("20/11/2026", "24-11-2026", StringComparison.Ordinal),
            ImportFiles.Row(4052).Replace(";2026-01", ";2019-01", StringComparison.Ordinal),
            ImportFiles.Row(4053).Replace(";20/11/2026;2026-01", ";2026-11-23;2026-01", StringComparison.Ordinal)));
        await RunAsync(core);

        var problems = (await core.Get<ImportReader>().ProblemsAsync(id, new ImportProblemFilter(), 0, Staff.Sari, Token)).ShouldBeDone();
        problems.Select(problem => (problem.Row, problem.Column, problem.Code)).ShouldBe(
        [
            (2, "tanggal_persetujuan", "InputProblem.DateInFuture"), (3, "versi_kebijakan", "InputProblem.ConsentTextOutdated"),
        ]);
    }

    [Fact]
    public async Task Only_customer_service_uploads_starts_stops_and_reads()
    {
        var core = await cores.SharedAsync(DatabaseKind.Sqlite);
        var id = await UploadAsync(core, ImportFiles.Persons(4061));
        var actor = Staff.Dewi;

        (await core.Get<UploadImportHandler>().HandleAsync(ImportFiles.Declared(), ImportFiles.Persons(4062), actor, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await core.Get<StartImportHandler>().HandleAsync(new(id, true), actor, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await core.Get<CancelImportHandler>().HandleAsync(new(id), actor, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await core.Get<ImportReader>().FindAsync(id, actor, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
        (await core.Get<ImportReader>().ListAsync(null, actor, Token)).ShouldBeRefused(RefusalCode.RoleNotAllowed);
    }

    [Fact]
    public void Each_row_of_each_import_has_a_key_of_its_own_that_never_changes()
    {
        var batch = new Guid("019a0000-0000-7000-8000-000000000001");

        ImportRowReader.KeyOf(batch, 2).ShouldBe(ImportRowReader.KeyOf(batch, 2));
        ImportRowReader.KeyOf(batch, 2).Version.ShouldBe(8);
        Enumerable.Range(2, 1000).Select(row => ImportRowReader.KeyOf(batch, row)).Distinct().Count().ShouldBe(1000);
    }

    private static async Task<Guid> UploadAsync(CoreHost core, Stream file) =>
        (await core.Get<UploadImportHandler>().HandleAsync(ImportFiles.Declared(), file, Staff.Sari, Token)).ShouldBeDone();

    private static async Task<Guid> CheckedAsync(CoreHost core, params int[] serials)
    {
        var id = await UploadAsync(core, ImportFiles.Persons(serials));
        await RunAsync(core);
        return id;
    }

    private static async Task StartAsync(CoreHost core, Guid id) =>
        (await core.Get<StartImportHandler>().HandleAsync(new(id, LeavesOutErrors: true), Staff.Sari, Token)).ShouldBeDone();

    private static Task<int> RunAsync(CoreHost core) => core.Get<RunImportsHandler>().HandleAsync(Token);

    private static async Task<ImportBatch> FindAsync(CoreHost core, Guid id) => (await core.Get<ImportReader>().FindAsync(id, Staff.Sari, Token)).ShouldBeDone();

    private static Task<int> CountCasesAsync(CoreHost core) => Database.ReadAsync(core, context => context.Cases.CountAsync(Token));

    /// <summary>Does something when the change of this number has been committed: notices go out after the commit.</summary>
    private sealed class ActingPublisher : IChangePublisher
    {
        private int _left;
        private Action? _action;

        public void On(int change, Action action) => (_left, _action) = (change, action);

        public void Publish(CaseChange change)
        {
            if (--_left == 0)
            {
                _action?.Invoke();
            }
        }
    }
}
