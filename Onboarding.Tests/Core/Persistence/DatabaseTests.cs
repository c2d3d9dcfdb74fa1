using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Results;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Persistence;

/// <summary>The database as the program finds and leaves it.</summary>
public sealed class DatabaseTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task The_migrations_make_the_model_and_nothing_is_pending(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);

        (await Database.ReadAsync(core, context => Task.FromResult(context.Database.HasPendingModelChanges()))).ShouldBeFalse("run eng/migrations.sh");
        (await Database.ReadAsync(core, context => context.Database.GetPendingMigrationsAsync(Token))).ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task A_second_start_changes_nothing(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var before = await CountAsync(core);

        await core.Get<DatabaseInitialiser>().InitialiseAsync(Token);

        (await CountAsync(core)).ShouldBe(before);
    }

    [Theory, DatabaseProviders]
    public async Task A_database_of_a_newer_program_is_refused_with_one_line(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await Database.ExecuteAsync(core, $"""INSERT INTO "__OnboardingMigrations" ("MigrationId", "ProductVersion") VALUES ('20990101000000_Newer', '99.0')""");

        var refused = await Should.ThrowAsync<DatabaseNotUsableException>(() => core.Get<DatabaseInitialiser>().InitialiseAsync(Token));

        refused.Message.ShouldContain("20990101000000_Newer");
        refused.Message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=/no/such/folder/onboarding.db")]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=/dev/null/onboarding.db")]
    [InlineData(DatabaseProvider.Sqlite, "Nonsense=1")]
    [InlineData(DatabaseProvider.PostgreSql, "Host=/no/such/folder;Username=nobody;Password=secret;Timeout=1")]
    [InlineData(DatabaseProvider.PostgreSql, "Nonsense=1")]
    public async Task A_database_that_cannot_be_opened_is_refused_with_one_line_that_gives_nothing_away(DatabaseProvider provider, string connectionString)
    {
        var refused = await Should.ThrowAsync<DatabaseNotUsableException>(() => InitialiseAsync(provider, connectionString));

        refused.Message.ShouldNotContain("\n");
        refused.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "letter.db");
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("Yth. Bapak/Ibu, ", 100)), Token);

        await Should.ThrowAsync<DatabaseNotUsableException>(() => InitialiseAsync(DatabaseProvider.Sqlite, $"Data Source={path};Pooling=False"));

        (await File.ReadAllTextAsync(path, Token)).ShouldStartWith("Yth.");
    }

    [Fact]
    public async Task Sqlite_writes_ahead_and_through_to_the_disk_on_every_connection()
    {
        using var folder = new TemporaryFolder();
        var contexts = new OnboardingContextFactory(new DatabaseSettings(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder.Path, "new.db")};Pooling=False"));
        await new DatabaseInitialiser(contexts).InitialiseAsync(Token);

        await using var context = contexts.CreateDbContext();

        (await context.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(Token)).ShouldBe("wal");
        (await context.Database.SqlQuery<int>($"SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(Token)).ShouldBe(2, "FULL");
    }

    [Theory, DatabaseProviders]
    public async Task A_locked_case_keeps_the_next_writer_waiting_until_the_commit(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        var locked = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var first = Task.Run(
            () => core.Get<UnitOfWork>().WriteAsync<int>(
                async scope =>
                {
                    await scope.LockCaseAsync(state.CaseId, Token);
                    locked.SetResult();
                    await go.Task;
                    return new NotAllowed(RefusalCode.RoleNotAllowed);
                },
                Token),
            Token);
        await locked.Task;

        var second = core.Get<TickChecklistItemHandler>().HandleAsync(CasesAt.Explained(CasesAt.Target(state)), Staff.Sari, Token);
        await WaitUntilBlockedAsync(core, kind);
        second.IsCompleted.ShouldBeFalse();

        go.SetResult();
        (await first).IsDone.ShouldBeFalse();
        (await second).ShouldBeDone();
    }

    private static Task InitialiseAsync(DatabaseProvider provider, string connectionString) =>
        new DatabaseInitialiser(new OnboardingContextFactory(new DatabaseSettings(provider, connectionString))).InitialiseAsync(Token);

    private static Task<int> CountAsync(CoreHost core) => Database.ReadAsync(core, async context =>
        await context.Holidays.CountAsync(Token) + await context.Products.CountAsync(Token) + await context.PolicyTexts.CountAsync(Token) + await context.PortalAuditStreams.CountAsync(Token));

    // PostgreSQL shows who waits; with SQLite the program itself lets one writer in.
    private static async Task WaitUntilBlockedAsync(CoreHost core, DatabaseKind kind)
    {
        while (kind == DatabaseKind.PostgreSql && await Database.ReadAsync(core, context => context.Database
            .SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM pg_locks WHERE NOT granted""").SingleAsync(Token)) == 0)
        {
            await Task.Yield();
        }
    }
}
