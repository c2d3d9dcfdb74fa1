using Onboarding.Core.Audit;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Customers;

/// <summary>A customer's chain is verified like a case's.</summary>
public sealed class CustomerAuditTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Finds_an_edited_a_cut_off_and_a_stray_event_of_a_customer(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var file = await RegisterEntries.OfCaseAsync(core, (await core.Cases.ActiveAsync()).CaseId);
        var id = file.Customer.Id;
        (await VerifyAsync(core)).IsIntact.ShouldBeTrue();

        await Database.ExecuteAsync(core, $"""UPDATE "AuditEvents" SET "ActorName" = 'orang lain' WHERE "StreamId" = {id} AND "Sequence" = 1""");
        (await VerifyAsync(core)).Findings.ShouldHaveSingleItem().ShouldBe(new AuditFinding(id, 1, AuditFault.Edited));

        var name = file.Changes[^1].Event.ActorName;
        await Database.ExecuteAsync(core, $"""UPDATE "AuditEvents" SET "ActorName" = {name} WHERE "StreamId" = {id} AND "Sequence" = 1""");
        await Database.ExecuteAsync(core, $"""DELETE FROM "AuditEvents" WHERE "StreamId" = {id} AND "Sequence" = 2""");
        (await VerifyAsync(core)).Findings.ShouldHaveSingleItem().ShouldBe(new AuditFinding(id, 2, AuditFault.WrongHead));
    }

    [Theory, DatabaseProviders]
    public async Task Misses_a_customer_that_was_removed_with_its_whole_trail(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var first = await RegisterEntries.OfCaseAsync(core, (await core.Cases.RecordedAsync(Registrations.Person(7301))).CaseId);
        await core.Cases.RecordedAsync(Registrations.Person(7302));
        var id = first.Customer.Id;
        await Database.ExecuteAsync(core, $"""DELETE FROM "AuditEvents" WHERE "StreamId" = {id}""");
        await Database.ExecuteAsync(core, $"""DELETE FROM "CustomerProducts" WHERE "CustomerId" = {id}""");
        await Database.ExecuteAsync(core, $"""DELETE FROM "Customers" WHERE "Id" = {id}""");

        var report = await VerifyAsync(core);

        report.MissingNumbers.ShouldBe([first.Customer.Number]);
        report.Findings.ShouldBeEmpty();
    }

    private static Task<AuditReport> VerifyAsync(CoreHost core) => core.Get<AuditVerifier>().VerifyAsync(null, Token);
}
