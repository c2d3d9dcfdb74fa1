using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Imports;
using Onboarding.Core.Persistence;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Integration.Imports;

/// <summary>A portal that is killed (signal 9) in the middle of an import: the next one goes on, and every row becomes one case.</summary>
public sealed class ImportKillTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const int Rows = 300;

    // On PostgreSQL the scheduler first has to notice that the other node is gone; then the next minute comes.
    private static readonly TimeSpan ClusterPatience = TimeSpan.FromMinutes(3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Goes_on_after_the_restart_and_makes_one_case_of_each_row(DatabaseKind kind)
    {
        TestDatabase database = await databases.Fresh(kind);
        using TemporaryFolder data = new();
        await using CoreHost core = await CoreHost.StartAsync(database);
        core.Clock.Advance(TimeProvider.System.GetUtcNow() - core.Clock.GetUtcNow());
        Guid id = (await core.Get<UploadImportHandler>().HandleAsync(ImportFiles.Declared(), File(core), Staff.Sari, Token)).ShouldBeDone();
        await core.Get<RunImportsHandler>().HandleAsync(Token);
        (await core.Get<StartImportHandler>().HandleAsync(new(id, LeavesOutErrors: false), Staff.Sari, Token)).ShouldBeDone();
        (string, string)[] settings =
        [
            ("Protection__KeyFolder", Path.Combine(core.Folder, "keys")), ("Documents__Folder", Path.Combine(core.Folder, "documents")),
        ];

        int before = 0;
        await using (PortalProcess first = PortalProcess.Start(database, data, settings))
        {
            await MailboxAssertions.EventuallyAsync(async () => (before = await CasesAsync(core)) > 5, "rows are registered");
            await first.KillAsync();
        }

        before = await CasesAsync(core);
        before.ShouldBeLessThan(Rows, "it was killed in the middle");
        await using (PortalProcess.Start(database, data, settings))
        {
            await MailboxAssertions.EventuallyAsync(
                async () => (await core.Get<ImportReader>().FindAsync(id, Staff.Sari, Token)).ShouldBeDone().State == ImportState.Done, "the import is done", ClusterPatience);
        }

        ImportBatch batch = (await core.Get<ImportReader>().FindAsync(id, Staff.Sari, Token)).ShouldBeDone();
        (batch.Registered, batch.Refused).ShouldBe((Rows, 0));
        (await CasesAsync(core)).ShouldBe(Rows);
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).IsIntact.ShouldBeTrue();
    }

    // The second process reads the real clock, so the consents are of its day.
    private static MemoryStream File(CoreHost core)
    {
        string today = core.Clock.GetUtcNow().ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return ImportFiles.Lines(
            [ImportFiles.PersonHeading, .. Enumerable.Range(4500, Rows).Select(serial => ImportFiles.Row(serial).Replace("20/11/2026", today, StringComparison.Ordinal))]);
    }

    private static async Task<int> CasesAsync(CoreHost core)
    {
        await using OnboardingContext context = core.Get<OnboardingContextFactory>().CreateDbContext();
        return await context.Cases.CountAsync(Token);
    }
}
