using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Documents;
using Onboarding.Core.Imports;
using Onboarding.Core.Protection;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Imports;

/// <summary>Two programs on one database that both take up the same import: the schedule forbids it, a clock that is wrong may do it.</summary>
public sealed class ImportTwoRunnersTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Two_runners_at_once_make_one_case_of_each_row(DatabaseKind kind)
    {
        var database = await databases.Fresh(kind);
        await using var first = await CoreHost.StartAsync(database);
        await using var second = await CoreHost.StartAsync(database, services => services
            .AddSingleton(first.Get<MasterKeyOptions>())
            .AddSingleton(first.Get<DocumentStorageOptions>()));
        int[] serials = [.. Enumerable.Range(4500, 12)];
        var id = (await first.Get<UploadImportHandler>().HandleAsync(ImportFiles.Declared(), ImportFiles.Persons(serials), Staff.Sari, Token)).ShouldBeDone();
        await first.Get<RunImportsHandler>().HandleAsync(Token);
        (await first.Get<StartImportHandler>().HandleAsync(new(id, LeavesOutErrors: false), Staff.Sari, Token)).ShouldBeDone();

        await Task.WhenAll(
            Task.Run(() => first.Get<RunImportsHandler>().HandleAsync(Token), Token),
            Task.Run(() => second.Get<RunImportsHandler>().HandleAsync(Token), Token));

        // Whoever finds its row taken leaves; the next look goes on where the rows say.
        while (await first.Get<RunImportsHandler>().HandleAsync(Token) > 0)
        {
        }

        var batch = (await first.Get<ImportReader>().FindAsync(id, Staff.Sari, Token)).ShouldBeDone();
        (batch.State, batch.Registered, batch.Refused).ShouldBe((ImportState.Done, serials.Length, 0));
        (await Database.ReadAsync(first, context => context.Cases.CountAsync(Token))).ShouldBe(serials.Length);
        var rows = (await first.Get<ImportReader>().RowsAsync(id, onlyRefused: false, 0, Staff.Sari, Token)).ShouldBeDone();
        rows.Select(row => row.Row).ShouldBe(Enumerable.Range(2, serials.Length));
        rows.Select(row => row.CaseId).Distinct().Count().ShouldBe(serials.Length);
    }
}
