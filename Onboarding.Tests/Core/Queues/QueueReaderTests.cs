using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Queues;

/// <summary>Pages of a queue by key: whole, in order, for the right people, over an index.</summary>
public sealed class QueueReaderTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly WorkQueue[] Everything = Enum.GetValues<WorkQueue>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Pages_hold_every_row_once_though_many_are_equally_urgent_and_rows_come_and_go(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        // The clock stands still, so that all of these are equally urgent and only the id orders them.
        var states = await RegisterAsync(core, 23);
        var reader = core.Get<QueueReader>();
        var rows = new List<QueueRow>();
        QueueKey? after = null;
        do
        {
            var page = await reader.ReadAsync(new([WorkQueue.Intake], false, after, 5), Staff.Sari, Token);
            rows.AddRange(page.Rows);
            after = page.Next;

            // Behind the page read: the first row leaves; before the next: a later one comes.
            await core.Cases.ClaimAsync(states.Single(state => state.CaseId == rows[0].CaseId), Staff.Sari);
            core.Clock.Advance(TimeSpan.FromMinutes(1));
            states.AddRange(await RegisterAsync(core, 1, 100 + rows.Count));
        }
        while (after is not null);

        rows.Select(row => row.CaseId).ShouldBeUnique();
        states.Take(23).Select(state => state.CaseId).Except(rows.Select(row => row.CaseId)).ShouldBeEmpty();
        rows.Select(row => (row.UrgencyAt, row.WorkItemId.ToString())).ShouldBeInOrder();
        (await reader.ReadAsync(new([WorkQueue.Intake], true, null, 5), Staff.Sari, Token)).Rows.ShouldHaveSingleItem().CaseId.ShouldBe(rows[0].CaseId);
    }

    [Theory, DatabaseProviders]
    public async Task Work_that_waits_for_the_applicant_stands_behind_work_that_can_be_done(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var older = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        core.Clock.Advance(TimeSpan.FromMinutes(1));
        var newer = await core.Cases.ReceivedAsync();
        (await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(older), "Mohon foto KTP."), Staff.Sari, Token)).ShouldBeDone();

        (await ReadAsync(core)).ShouldBe([newer.CaseId, older.CaseId]);
        await new Answers(core.Services).ReplyAsync(older, "Ini.");

        (await ReadAsync(core)).ShouldBe([older.CaseId, newer.CaseId]);
    }

    private static async Task<IReadOnlyList<Guid>> ReadAsync(CoreHost core) =>
        [.. (await core.Get<QueueReader>().ReadAsync(new([WorkQueue.Intake], false, null, 10), Staff.Sari, Token)).Rows.Select(row => row.CaseId)];

    [Theory, DatabaseProviders]
    public async Task The_order_of_ids_is_the_same_in_the_database_and_in_the_program(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var states = await RegisterAsync(core, 8, 500);

        // Ids whose bytes would sort otherwise where a product compares them in another order.
        string[] ids = ["01000000-0000-7000-8000-000000000000", "00010000-0000-7000-8000-000000000000", "00000001-0000-7000-8000-000000000000", "00000000-0100-7000-8000-000000000000",
            "00000000-0001-7000-8000-000000000000", "ff000000-0000-7000-8000-000000000000", "00000000-0000-7000-ff00-000000000000", "00000000-0000-7000-8000-0000000000ff"];
        foreach (var (state, id) in states.Zip(ids, (state, id) => (state, new Guid(id))))
        {
            await Database.ExecuteAsync(core, $"""UPDATE "WorkItems" SET "Id" = {id} WHERE "CaseId" = {state.CaseId}""");
        }

        var read = new List<Guid>();
        QueueKey? after = null;
        do
        {
            var page = await core.Get<QueueReader>().ReadAsync(new([WorkQueue.Intake], false, after, 3), Staff.Sari, Token);
            read.AddRange(page.Rows.Select(row => row.WorkItemId));
            after = page.Next;
        }
        while (after is not null);

        read.Where(id => ids.Contains(id.ToString())).ShouldBe(ids.Select(id => new Guid(id)).Order());
    }

    [Theory, DatabaseProviders]
    public async Task Everybody_sees_the_queues_of_their_team_and_supervisors_and_compliance_see_all(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        await core.Cases.ReceivedAsync(Registrations.Person(601));
        await core.Cases.InVerificationAsync(Registrations.Person(602));
        await core.Cases.RecordedAsync(Registrations.Person(603));
        await core.Cases.AwaitingApprovalAsync(Registrations.Person(604));
        var expected = new Dictionary<Actor, WorkQueue[]>
        {
            [Staff.Sari] = [WorkQueue.Intake],
            [Staff.Dewi] = [WorkQueue.Verification],
            [Staff.Rudi] = [WorkQueue.Storage],
            [Staff.Maya] = [WorkQueue.Intake, WorkQueue.Verification, WorkQueue.Storage, WorkQueue.Approval],
            [Staff.Ratna] = [WorkQueue.Intake, WorkQueue.Verification, WorkQueue.Storage, WorkQueue.Approval],
            [Staff.Yusuf] = [],
            [Actor.Applicant(Guid.Empty)] = [],
        };
        foreach (var (actor, queues) in expected)
        {
            var page = await core.Get<QueueReader>().ReadAsync(new(Everything, false, null, 200), actor, Token);
            page.Rows.Select(row => row.Queue).Distinct().Order().ShouldBe(queues.Order(), actor.Name);
            (await core.Get<QueueReader>().CountAsync(actor, Token)).Keys.Order().ShouldBe(queues.Order(), actor.Name);
            foreach (var row in page.Rows)
            {
                row.Actions.Contains(WorkItemAction.Claim).ShouldBe(row.State == WorkItemState.Open && actor.Has(WorkQueues.Of(row.Queue).Role), $"{actor.Name} {row.Queue}");
            }
        }
    }

    [Theory, DatabaseProviders]
    public async Task A_row_is_found_while_it_is_in_the_queue_and_gone_afterwards(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ReceivedAsync(Registrations.Person(700));
        var reader = core.Get<QueueReader>();
        (await reader.OfCaseAsync(state.CaseId, [WorkQueue.Intake], Staff.Sari, Token)).Single().Version.ShouldBe(state.Version);
        (await reader.OfCaseAsync(state.CaseId, [WorkQueue.Intake], Staff.Dewi, Token)).ShouldBeEmpty();

        await core.Get<WithdrawCaseHandler>().HandleAsync(new(CasesAt.Target(state), null), Actor.Applicant(state.CaseId), Token);

        (await reader.OfCaseAsync(state.CaseId, [WorkQueue.Intake], Staff.Sari, Token)).ShouldBeEmpty();
    }

    [Theory]
    [DatabaseProviders(false)]
    [DatabaseProviders(true)]
    public async Task A_page_is_read_over_an_index_and_never_by_reading_the_tables_through(DatabaseKind kind, bool onlyMine)
    {
        var core = await cores.SharedAsync(kind);
        await core.Cases.ReceivedAsync(Registrations.Person(800));
        var key = new QueueKey(CoreHost.Start, Guid.Empty);

        var plan = await PlanAsync(core, kind, context => QueueReader.Items(context, [WorkQueue.Intake], onlyMine ? "sari" : null, key).Take(51));

        plan.ShouldContain(onlyMine ? "IX_WorkItems_" : "IX_WorkItems_ByUrgency");
        plan.ShouldNotContain(kind == DatabaseKind.Sqlite ? "SCAN" : "Seq Scan", Case.Sensitive);
        plan.ShouldNotContain(kind == DatabaseKind.Sqlite ? "TEMP B-TREE" : "Sort", Case.Sensitive);
    }

    [Theory]
    [DatabaseProviders(QueueSort.Urgency)]
    [DatabaseProviders(QueueSort.Longest)]
    [DatabaseProviders(QueueSort.Newest)]
    [DatabaseProviders(QueueSort.OldestCase)]
    public async Task Every_order_of_all_queues_together_is_read_from_an_index_without_reading_a_queue_through(DatabaseKind kind, QueueSort sort)
    {
        var core = await cores.SharedAsync(kind);
        await core.Cases.ReceivedAsync(Registrations.Person(801));
        var key = new QueueKey(CoreHost.Start, Guid.Empty);

        var plan = await PlanAsync(core, kind, context => QueueReader.Items(context, Everything, null, key, sort).Take(51));

        plan.ShouldContain(sort switch { QueueSort.Urgency => "IX_WorkItems_ByUrgency", QueueSort.OldestCase => "IX_WorkItems_ByCase", _ => "IX_WorkItems_ByOpening" });
        plan.ShouldContain(kind == DatabaseKind.Sqlite ? "MERGE" : "Merge Append");
        plan.ShouldNotContain(kind == DatabaseKind.Sqlite ? "SCAN" : "Seq Scan", Case.Sensitive);
        plan.ShouldNotContain(kind == DatabaseKind.Sqlite ? "TEMP B-TREE" : "Sort  ", Case.Sensitive);
    }

    [Theory, DatabaseProviders]
    public async Task The_numbers_on_the_tabs_are_counted_within_the_index_and_no_further_than_their_bound(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        await core.Cases.ReceivedAsync(Registrations.Person(802));

        var plan = await QueryPlans.ReadAsync(core, kind, context => context.Database.SqlQueryRaw<QueueCount>(QueueCount.Statement(Everything, QueueReader.MostCounted)));

        plan.ShouldContain("IX_WorkItems_ByUrgency");
        plan.ShouldNotContain(kind == DatabaseKind.Sqlite ? "SCAN WorkItems" : "Seq Scan", Case.Sensitive);
        plan.ShouldNotContain(kind == DatabaseKind.Sqlite ? "TEMP B-TREE" : "Sort", Case.Sensitive);
    }

    [Theory]
    [DatabaseProviders(QueueSort.Urgency, "IX_WorkItems_ByUrgency")]
    [DatabaseProviders(QueueSort.Longest, "IX_WorkItems_ByOpening")]
    [DatabaseProviders(QueueSort.Newest, "IX_WorkItems_ByOpening")]
    [DatabaseProviders(QueueSort.OldestCase, "IX_WorkItems_ByCase")]
    public async Task Rows_that_are_looked_through_are_not_fetched(DatabaseKind kind, QueueSort sort, string index)
    {
        var core = await cores.SharedAsync(kind);
        await core.Cases.ReceivedAsync(Registrations.Person(803));
        var key = new QueueKey(CoreHost.Start, Guid.Empty);

        foreach (var queues in new[] { [WorkQueue.Intake], Everything })
        {
            var plan = await QueryPlans.ReadAsync(core, kind, context =>
                QueueReader.Probes(context, queues, sort, 400, items => QueueOrder.Behind(items, sort, key)).Take(400)
                    .Where(probe => probe.ProductCode == "X" && probe.ProvinceCode == "31" && probe.Channel == Channel.Online && probe.Kind == CustomerKind.Person));

            var lines = plan.Split('\n').Where(line => line.Contains("WorkItems", StringComparison.Ordinal)).ToList();
            lines.Count.ShouldBe(queues.Length, plan);

            // Failed activations in the order of their opening have an index of their own, which PostgreSQL takes while there are none.
            lines.RemoveAll(line => line.Contains("IX_WorkItems_ActivationFailures", StringComparison.Ordinal));
            lines.ShouldAllBe(line => line.Contains(index) && line.Contains(kind == DatabaseKind.Sqlite ? "COVERING INDEX" : "Index Only Scan"), plan);
        }
    }

    private static async Task<List<CaseState>> RegisterAsync(CoreHost core, int count, int serial = 1)
    {
        var states = new List<CaseState>();
        for (var number = 0; number < count; number++)
        {
            var registered = await core.Get<RegisterCaseHandler>().HandleAsync(
                new(Guid.CreateVersion7(core.Clock.GetUtcNow()), "INTERNET-RUMAH", Channel.Online, Language.Indonesian, Registrations.Person(serial + number), new("2026-01", true, false)),
                Actor.Applicant(Guid.Empty),
                Token);
            states.Add(registered.ShouldBeDone().State);
        }

        return states;
    }

    private static async Task<string> PlanAsync(CoreHost core, DatabaseKind kind, Func<OnboardingContext, IQueryable> query)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        await context.Database.OpenConnectionAsync(Token);
        if (kind == DatabaseKind.PostgreSql)
        {
            // With a handful of rows the planner would rightly read them through.
            await context.Database.ExecuteSqlAsync($"SET enable_seqscan = off", Token);
        }

        await using var command = query(context).CreateDbCommand();
        command.CommandText = (kind == DatabaseKind.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync(Token);
        var lines = new List<string>();
        while (await reader.ReadAsync(Token))
        {
            lines.Add(reader.GetString(kind == DatabaseKind.Sqlite ? 3 : 0));
        }

        return string.Join('\n', lines);
    }
}
