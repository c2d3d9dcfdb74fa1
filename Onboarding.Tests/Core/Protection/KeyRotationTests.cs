using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Protection;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Protection;

/// <summary>After a rotation everything is under the new key and opens as before, however often it was interrupted.</summary>
public sealed class KeyRotationTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly Actor Operator = Actor.System("rotate-keys");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Everything_is_under_the_new_key_and_still_opens(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var active = await core.Cases.ActiveAsync();
        var document = (await core.Cases.LoadAsync(active.CaseId)).Documents[0];
        var rotation = core.Get<KeyRotation>();
        (await rotation.CountLeftAsync(Token)).ShouldBe(0);

        var key = await rotation.BeginAsync(Operator, Token);
        var left = await rotation.CountLeftAsync(Token);
        left.ShouldBeGreaterThan(3);
        var renewal = await rotation.RenewAsync(null, Token);

        renewal.ShouldBe(new KeyRenewal(left, 0));
        (await rotation.CountLeftAsync(Token)).ShouldBe(0);
        (await rotation.RenewAsync(null, Token)).ShouldBe(new KeyRenewal(0, 0));
        (await core.Cases.LoadAsync(active.CaseId)).Documents.ShouldAllBe(item => item.KeyId == key.ToString());
        var file = (await core.Get<CaseFileReader>().ReadAsync(active.Number, Staff.Sari, Token)).ShouldBeDone();
        file.Data.DisplayName.ShouldNotBeEmpty();
        (await (await core.Get<OpenDocumentHandler>().HandleAsync(new(active.Number, document.Id), Staff.Sari, Token)).ShouldBeDone().ReadAsync()).ShouldBe(Registrations.Picture().ToArray());
        (await core.Get<AuditVerifier>().VerifyAsync(null, Token)).Findings.ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task Ended_in_the_middle_it_goes_on_where_it_was(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        for (var number = 0; number < 3; number++)
        {
            await core.Cases.ReceivedAsync();
        }

        var rotation = core.Get<KeyRotation>();
        await rotation.BeginAsync(Operator, Token);
        var all = await rotation.CountLeftAsync(Token);
        using var killed = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => rotation.RenewAsync(new Killing(killed, afterReports: 2), killed.Token));
        var left = await rotation.CountLeftAsync(Token);
        left.ShouldBeInRange(1, all - 1);

        (await rotation.RenewAsync(null, Token)).ShouldBe(new KeyRenewal(left, 0));

        (await rotation.CountLeftAsync(Token)).ShouldBe(0);
    }

    [Theory, DatabaseProviders]
    public async Task An_old_key_is_retired_only_when_nothing_needs_it_and_every_node_knows_the_new_one(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await core.Cases.ReceivedAsync();
        var rotation = core.Get<KeyRotation>();
        var ring = core.Get<MasterKeyRing>();
        var old = ring.ActiveKeyId;
        await rotation.BeginAsync(Operator, Token);
        DateActiveKey(core, minutesAgo: 11);
        (await rotation.RetireAsync(Operator, Token)).ShouldBeEmpty("values are under it");
        await rotation.RenewAsync(null, Token);
        DateActiveKey(core, minutesAgo: 9);
        (await rotation.RetireAsync(Operator, Token)).ShouldBeEmpty("a node may still use it");
        DateActiveKey(core, minutesAgo: 11);

        (await rotation.RetireAsync(Operator, Token)).ShouldBe([old]);

        ring.Contains(old).ShouldBeFalse();
        KeyFiles(core).ShouldBe(["master-0002.key", "retired-0001.key", "search.key"]);
        (await rotation.RetireAsync(Operator, Token)).ShouldBeEmpty();
        (await Database.ReadAsync(core, context => context.AuditEvents.CountAsync(entry => entry.Action == "Keys.Rotate" || entry.Action == "Keys.Retire", Token))).ShouldBe(2);
    }

    [Theory, DatabaseProviders]
    public async Task A_key_that_the_audit_trail_needs_is_not_retired(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(9941)), Staff.Sari);
        (await core.Get<EditRegistrationHandler>().HandleAsync(new(CasesAt.Target(state), Registrations.Person(9942), null), Staff.Sari, Token)).ShouldBeDone();
        var rotation = core.Get<KeyRotation>();
        await rotation.BeginAsync(Operator, Token);
        await rotation.RenewAsync(null, Token);
        DateActiveKey(core, minutesAgo: 60);

        (await rotation.CountLeftAsync(Token)).ShouldBe(0);
        (await rotation.RetireAsync(Operator, Token)).ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task A_value_that_cannot_be_opened_stays_and_stops_nobody(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var one = await core.Cases.ReceivedAsync();
        await core.Cases.ReceivedAsync();
        var document = (await core.Cases.LoadAsync(one.CaseId)).Documents.Single();
        byte[] damaged = [.. document.WrappedKey[..^1], (byte)(document.WrappedKey[^1] ^ 1)];
        await Database.ExecuteAsync(core, $"""UPDATE "Documents" SET "WrappedKey" = {damaged} WHERE "Id" = {document.Id}""");
        var rotation = core.Get<KeyRotation>();
        await rotation.BeginAsync(Operator, Token);

        var renewal = await rotation.RenewAsync(null, Token);

        renewal.Unreadable.ShouldBe(1);
        (await rotation.CountLeftAsync(Token)).ShouldBe(1);
    }

    [Fact]
    public void Every_protected_column_of_the_model_takes_part()
    {
        using var context = new SqliteOnboardingContext(new DbContextOptionsBuilder<SqliteOnboardingContext>().UseSqlite("Data Source=:memory:").Options);
        var columns = context.Model.GetEntityTypes()
            .SelectMany(type => type.GetProperties().Where(property => property.Name.StartsWith("Protected", StringComparison.Ordinal)).Select(property => $"{type.GetTableName()}.{property.GetColumnName()}"));

        columns.ShouldBe(ProtectedColumn.All.Append(ProtectedValues.AuditTrail).Select(column => $"{column.Table}.{column.Column}"), ignoreOrder: true);
    }

    private static void DateActiveKey(CoreHost core, int minutesAgo) =>
        File.SetLastWriteTimeUtc(Path.Combine(core.Folder, "keys", "master-0002.key"), core.Clock.GetUtcNow().AddMinutes(-minutesAgo).UtcDateTime);

    private static IEnumerable<string?> KeyFiles(CoreHost core) =>
        Directory.EnumerateFiles(Path.Combine(core.Folder, "keys"), "*.key").Select(Path.GetFileName).Order(StringComparer.Ordinal);

    // A kill between two batches: what was committed stays, the rest is untouched.
    private sealed class Killing(CancellationTokenSource killed, int afterReports) : IProgress<long>
    {
        private int _reports;

        public void Report(long value)
        {
            if (++_reports == afterReports)
            {
                killed.Cancel();
            }
        }
    }
}
