using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Documents;
using Onboarding.Core.Protection;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Backup;

/// <summary>
/// The backup of docs/operations.md, taken while the portal works and put back on a machine that has nothing else: keys, then
/// the database, then the documents.
/// </summary>
public sealed class BackupRestoreTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task A_backup_taken_in_its_order_while_work_goes_on_gives_back_every_case_with_its_documents(DatabaseKind kind)
    {
        var database = await databases.Fresh(kind);
        using var backup = new TemporaryFolder();
        CaseState kept;
        await using (var core = await CoreHost.StartAsync(database))
        {
            kept = await core.Cases.AwaitingApprovalAsync();
            Copy(Path.Combine(core.Folder, "keys"), backup.Combine("keys"));
            await DumpAsync(database, backup.Combine("database"));

            // Work goes on between the two: the documents are copied after the database, so they have more, never less.
            await core.Cases.InVerificationAsync();
            Copy(Path.Combine(core.Folder, "documents"), backup.Combine("documents"));
        }

        var empty = await databases.Fresh(kind);
        await LoadAsync(empty, backup.Combine("database"));
        await using var restored = await CoreHost.StartAsync(empty, services => services
            .AddSingleton(new MasterKeyOptions { Folder = backup.Combine("keys") })
            .AddSingleton(new DocumentStorageOptions { Folder = backup.Combine("documents") }));

        (await restored.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
        var owner = await restored.Cases.LoadAsync(kept.CaseId);
        (owner.Number, owner.Status, owner.Version).ShouldBe((kept.Number, CaseStatus.AwaitingApproval, kept.Version));
        restored.Get<CaseProtection>().Open(owner.Id, owner.ProtectedData).DisplayName.ShouldBe(owner.ApplicantName);
        foreach (var document in owner.Documents)
        {
            (await restored.Get<IDocumentStorage>().VerifyAsync(document.ToStored(), Token)).IsWhole.ShouldBeTrue(document.Kind.ToString());
        }

        (await restored.Get<SweepDocumentFilesHandler>().HandleAsync(Token)).Missing.ShouldBe(0);
        var next = await restored.Cases.ReceivedAsync();
        (await restored.Cases.LoadAsync(next.CaseId)).Sequence.ShouldBe(owner.Sequence + 1, "the number that came after the backup is given again");
    }

    [Fact]
    public async Task Without_the_keys_nothing_can_be_read()
    {
        var database = await databases.Fresh(DatabaseKind.Sqlite);
        using var backup = new TemporaryFolder();
        Guid caseId;
        await using (var core = await CoreHost.StartAsync(database))
        {
            caseId = (await core.Cases.InVerificationAsync()).CaseId;
            Copy(Path.Combine(core.Folder, "documents"), backup.Combine("documents"));
        }

        await using var restored = await CoreHost.StartAsync(
            database, services => services.AddSingleton(new DocumentStorageOptions { Folder = backup.Combine("documents") }));

        var owner = await restored.Cases.LoadAsync(caseId);
        Should.Throw<ProtectionException>(() => restored.Get<CaseProtection>().Open(owner.Id, owner.ProtectedData));
        (await restored.Get<IDocumentStorage>().VerifyAsync(owner.Documents.Single().ToStored(), Token)).Integrity.ShouldBe(DocumentIntegrity.UnknownKey);
    }

    private static async Task DumpAsync(TestDatabase database, string path)
    {
        if (database.Kind == DatabaseKind.Sqlite)
        {
            // What the command ".backup" of sqlite3 does.
            await using SqliteConnection source = new(database.ConnectionString);
            await using SqliteConnection target = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            await source.OpenAsync(Token);
            await target.OpenAsync(Token);
            source.BackupDatabase(target);
            return;
        }

        await RunAsync("pg_dump", database, "-Fc", "-f", path);
    }

    private static async Task LoadAsync(TestDatabase empty, string path)
    {
        if (empty.Kind == DatabaseKind.Sqlite)
        {
            File.Copy(path, new SqliteConnectionStringBuilder(empty.ConnectionString).DataSource, overwrite: true);
            return;
        }

        await RunAsync("pg_restore", empty, "--no-owner", path);
    }

    private static async Task RunAsync(string program, TestDatabase database, params string[] arguments)
    {
        NpgsqlConnectionStringBuilder address = new(database.ConnectionString);
        ProcessStartInfo start = new(program, ["-h", address.Host!, "-p", $"{address.Port}", "-U", address.Username!, "-d", address.Database!, .. arguments])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PGPASSWORD"] = address.Password ?? string.Empty;
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        process.ExitCode.ShouldBe(0, errors);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
