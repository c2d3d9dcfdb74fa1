using Onboarding.Core.Customers.Crm;
using Onboarding.Core.Results;
using Onboarding.Core.Time;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Customers.Crm;

/// <summary>What a comparison with the external CRM finds, and what it leaves alone.</summary>
public sealed class CrmComparisonTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Each_difference_is_marked_with_its_reason_and_what_agrees_is_in_step(DatabaseKind kind)
    {
        await using var core = await CrmSupport.StartAsync(await databases.Fresh(kind));
        var ids = await CrmSupport.AddAsync(core, 9721, 9722, 9723, 9724, 9725, 9726, 9727);
        await TakeStockAsync(core);
        var documents = new List<CrmDocument>();
        foreach (var id in ids)
        {
            var document = (await core.Get<CrmDocuments>().ReadAsync(id, Token)).ShouldNotBeNull();
            documents.Add(document);
            await core.Get<CrmLinks>().ConfirmAsync(id == ids[5] ? document with { Hash = "before the mapping changed" } : document, "EXT-1", Token);
        }

        core.Clock.Advance(TimeSpan.FromMinutes(1));
        await CrmSupport.EditAsync(core, ids[6], "baru@contoh.example");
        var run = await StartAsync(core, CrmRunKind.Compare);
        var goesOn = await core.Get<CrmComparison>().TakePageAsync(
            run.Id,
            [
                Entry(documents[0]),
                Entry(documents[1]) with { Version = documents[1].Version + 3 },
                Entry(documents[2]) with { Version = documents[2].Version - 1, Hash = "x" },
                Entry(documents[3]) with { Hash = null },
                Entry(documents[5]) with { Hash = "before the mapping changed" },
                Entry(documents[6]),
                new CrmEntry("CUS-1999-000001", 1, "x", "EXT-X"),
            ],
            next: null, Instant.Now(core.Clock), Token);
        goesOn.ShouldBeTrue();
        (await core.Get<CrmComparison>().SweepAsync(run.Id, Token)).ShouldBeFalse();
        await core.Get<CrmRuns>().EndAsync(run.Id, Token);

        var links = new List<CrmLink>();
        foreach (var id in ids)
        {
            links.Add(await CrmSupport.LinkAsync(core, id));
        }

        links.Select(link => (link.State, link.Reason)).ShouldBe(
            [
                (CrmState.Sent, null), (CrmState.Differs, CrmReason.NewerThere), (CrmState.Differs, CrmReason.OlderThere), (CrmState.Differs, CrmReason.ChangedThere),
                (CrmState.Differs, CrmReason.MissingThere), (CrmState.Differs, CrmReason.MappingChanged), (CrmState.Pending, null),
            ]);
        links[1].ThereVersion.ShouldBe(documents[1].Version + 3);
        var ended = (await OverviewAsync(core)).Run.ShouldNotBeNull();
        (ended.State, ended.Handled, ended.Found, ended.Unknown).ShouldBe((CrmRunState.Done, 7, 5, 1));
    }

    [Theory, DatabaseProviders]
    public async Task A_record_that_moved_since_the_crm_was_asked_is_left_alone_and_one_that_agrees_again_is_in_step(DatabaseKind kind)
    {
        await using var core = await CrmSupport.StartAsync(await databases.Fresh(kind));
        var id = (await CrmSupport.AddAsync(core, 9731))[0];
        await TakeStockAsync(core);
        var old = (await core.Get<CrmDocuments>().ReadAsync(id, Token)).ShouldNotBeNull();
        var run = await StartAsync(core, CrmRunKind.Compare);
        var askedAt = Instant.Now(core.Clock);
        core.Clock.Advance(TimeSpan.FromSeconds(1));
        await CrmSupport.EditAsync(core, id, "baru@contoh.example");
        var now = (await core.Get<CrmDocuments>().ReadAsync(id, Token)).ShouldNotBeNull();
        await core.Get<CrmLinks>().ConfirmAsync(now, "EXT-1", Token);

        await core.Get<CrmComparison>().TakePageAsync(run.Id, [Entry(old)], "next", askedAt, Token);
        (await CrmSupport.LinkAsync(core, id)).State.ShouldBe(CrmState.Sent);

        core.Clock.Advance(TimeSpan.FromSeconds(1));
        await core.Get<CrmComparison>().TakePageAsync(run.Id, [Entry(old)], "next", Instant.Now(core.Clock), Token);
        (await CrmSupport.LinkAsync(core, id)).Reason.ShouldBe(CrmReason.OlderThere);
        core.Clock.Advance(TimeSpan.FromSeconds(1));
        await core.Get<CrmComparison>().TakePageAsync(run.Id, [Entry(now)], "next", Instant.Now(core.Clock), Token);
        (await CrmSupport.LinkAsync(core, id)).State.ShouldBe(CrmState.Sent);
    }

    [Theory, DatabaseProviders]
    public async Task Taking_stock_gives_each_customer_one_row_and_changes_none_that_has_one(DatabaseKind kind)
    {
        await using var core = await CrmSupport.StartAsync(await databases.Fresh(kind));
        var ids = await CrmSupport.AddAsync(core, 9741, 9742, 9743);
        await CrmSupport.EditAsync(core, ids[1], "baru@contoh.example");

        await TakeStockAsync(core);
        await TakeStockAsync(core);

        (await OverviewAsync(core)).Counts.ShouldBe(new Dictionary<CrmState, int> { [CrmState.NotSent] = 2, [CrmState.Pending] = 1 }, ignoreOrder: true);
    }

    [Theory, DatabaseProviders]
    public async Task One_run_at_a_time_and_a_stopped_one_is_ended_with_what_it_did(DatabaseKind kind)
    {
        await using var core = await CrmSupport.StartAsync(await databases.Fresh(kind));
        await CrmSupport.AddAsync(core, 9751);
        await TakeStockAsync(core);
        var run = await StartAsync(core, CrmRunKind.Resend);
        (await core.Get<StartCrmRunHandler>().HandleAsync(new(CrmRunKind.Compare), Staff.Rudi, Token)).ShouldBeRefused(RefusalCode.CrmRunUnderWay);
        var batch = await core.Get<CrmRuns>().BatchAsync(run.Id, Token);
        batch.Count.ShouldBe(1);

        (await core.Get<StartCrmRunHandler>().CancelAsync(Staff.Rudi, Token)).ShouldBeDone();

        (await core.Get<CrmRuns>().AdvanceAsync(run.Id, 1, 0, batch[0], Token)).ShouldBeFalse();
        (await core.Get<CrmRuns>().NextAsync(Token)).ShouldBeNull();
        var ended = (await OverviewAsync(core)).Run.ShouldNotBeNull();
        (ended.State, ended.Handled, ended.EndedAt.HasValue).ShouldBe((CrmRunState.Cancelled, 1, true));
        (await core.Get<StartCrmRunHandler>().HandleAsync(new(CrmRunKind.Compare), Staff.Rudi, Token)).ShouldBeDone();

        // Nobody has begun this one.
        (await core.Get<StartCrmRunHandler>().CancelAsync(Staff.Rudi, Token)).ShouldBeDone();
        (await OverviewAsync(core)).Run.ShouldNotBeNull().State.ShouldBe(CrmRunState.Cancelled);
    }

    [Fact]
    public async Task Nobody_but_it_and_compliance_learns_how_the_crm_stands_and_without_a_crm_nothing_is_started()
    {
        await using var core = await CoreHost.StartAsync(await databases.Fresh(DatabaseKind.Sqlite));
        foreach (var role in Enum.GetValues<ActorRole>())
        {
            var person = Staff.Person("x", "X", role);
            (await core.Get<CrmReader>().OverviewAsync(person, Token)).IsDone.ShouldBe(role is ActorRole.InformationTechnology or ActorRole.Compliance, role.ToString());
            (await core.Get<CrmReader>().ListAsync(CrmState.Sent, null, person, Token)).IsDone.ShouldBe(role is ActorRole.InformationTechnology or ActorRole.Compliance, role.ToString());
        }

        (await core.Get<StartCrmRunHandler>().HandleAsync(new(CrmRunKind.Compare), Staff.Rudi, Token)).ShouldBeRefused(RefusalCode.CrmOff);
        (await core.Get<ResendToCrmHandler>().HandleAsync(new([Guid.Empty]), Staff.Rudi, Token)).ShouldBeRefused(RefusalCode.CrmOff);
    }

    [Theory, DatabaseProviders]
    public async Task The_list_of_a_state_goes_on_by_key_without_a_row_twice(DatabaseKind kind)
    {
        await using var core = await CrmSupport.StartAsync(await databases.Fresh(kind));
        await RegisterEntries.AddAsync(core, Enumerable.Range(9761, CrmReader.PageSize + 3).Select(serial => Registrations.Person(serial)));
        await TakeStockAsync(core);

        var first = (await core.Get<CrmReader>().ListAsync(CrmState.NotSent, null, Staff.Rudi, Token)).ShouldBeDone();
        var second = (await core.Get<CrmReader>().ListAsync(CrmState.NotSent, first.Next, Staff.Rudi, Token)).ShouldBeDone();

        (first.Rows.Count, second.Rows.Count, second.Next).ShouldBe((CrmReader.PageSize, 3, null));
        first.Rows.Concat(second.Rows).Select(row => row.Number).ShouldBeUnique();
    }

    private static CrmEntry Entry(CrmDocument document) => new(document.Number, document.Version, document.Hash, "EXT-1");

    private static async Task TakeStockAsync(CoreHost core)
    {
        for (var last = await core.Get<CrmComparison>().TakeStockAsync(null, Token); last is not null;)
        {
            last = await core.Get<CrmComparison>().TakeStockAsync(last, Token);
        }

        core.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private static async Task<CrmRun> StartAsync(CoreHost core, CrmRunKind kind)
    {
        core.Clock.Advance(TimeSpan.FromSeconds(1));
        (await core.Get<StartCrmRunHandler>().HandleAsync(new(kind), Staff.Rudi, Token)).ShouldBeDone();
        core.Clock.Advance(TimeSpan.FromSeconds(1));
        return (await core.Get<CrmRuns>().NextAsync(Token)).ShouldNotBeNull();
    }

    private static async Task<CrmOverview> OverviewAsync(CoreHost core) => (await core.Get<CrmReader>().OverviewAsync(Staff.Ratna, Token)).ShouldBeDone();
}
