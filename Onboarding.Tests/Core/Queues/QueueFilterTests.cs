using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Stages.Stage1Intake;
using Onboarding.Core.Workflow;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Queues;

/// <summary>Which rows of a queue are shown, and in which order.</summary>
public sealed class QueueFilterTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static readonly WorkQueue[] Everything = Enum.GetValues<WorkQueue>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Each_filter_leaves_what_meets_it_and_all_together_what_meets_them_all(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var person = await core.Cases.ReceivedAsync(Registrations.Person(1));
        var business = await core.Cases.ReceivedAsync(Registrations.Business(2));
        var verified = await core.Cases.InVerificationAsync(Registrations.Person(3));
        var claimed = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(4)), Staff.Sari);
        var waiting = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(Registrations.Person(5)), Staff.Bayu);
        (await core.Get<AskApplicantHandler>().HandleAsync(new(CasesAt.Target(waiting), "Mohon foto KTP."), Staff.Bayu, Token)).ShouldBeDone();
        var held = await core.Cases.ReceivedAsync(Registrations.Person(6));
        (await core.Get<HoldCaseHandler>().PlaceAsync(new(CasesAt.Target(held), "Pemeriksaan."), Staff.Ratna, Token)).ShouldBeDone();

        await Shows(core, new() { Kind = CustomerKind.Business }, business);
        await Shows(core, new() { Stage = Stage.Verification }, verified);
        await Shows(core, new() { Assignee = QueueFilter.Nobody }, person, business, verified, held);
        await Shows(core, new() { Assignee = Staff.Sari.Id }, claimed);
        await Shows(core, new() { Assignee = QueueFilter.Me });
        await Shows(core, new() { Flag = QueueFlag.Waiting }, waiting);
        await Shows(core, new() { Flag = QueueFlag.Hold }, held);
        await Shows(core, new() { Flag = QueueFlag.Concern });
        await Shows(core, new() { Flag = QueueFlag.RejectionRecommended });
        await Shows(core, new() { Flag = QueueFlag.Escalated });
        await Shows(core, new() { Due = DueTime.Standing }, waiting, held);
        await Shows(core, new() { Channel = Channel.Partner });
        await Shows(core, new() { Channel = Channel.Online }, person, business, verified, claimed, waiting, held);
        await Shows(core, new() { ProductCode = "INTERNET-RUMAH", ProvinceCode = "31", Kind = CustomerKind.Person, Assignee = QueueFilter.Nobody, Stage = Stage.Intake, Flag = QueueFlag.Hold }, held);
        await Shows(core, new() { ProductCode = "%" });
        await Shows(core, new() { ProvinceCode = "' OR 1=1 --" });
        await Shows(core, new() { Assignee = "\" OR \"" });
    }

    [Theory, DatabaseProviders]
    public async Task Work_is_late_due_today_or_due_within_the_week_by_the_day_of_the_office(DatabaseKind kind)
    {
        // Monday, 09.00 WIB; four working hours are over at 13.00.
        var core = await cores.FreshAsync(kind);
        var first = await core.Cases.ReceivedAsync(Registrations.Person(1));
        core.Clock.Advance(TimeSpan.FromHours(7));
        var second = await core.Cases.ReceivedAsync(Registrations.Person(2));

        await Shows(core, new() { Due = DueTime.Late }, first);
        await Shows(core, new() { Due = DueTime.Today });
        await Shows(core, new() { Due = DueTime.Week }, second);
        core.Clock.Advance(TimeSpan.FromHours(14));

        // Tuesday, 06.00 WIB, which is still Monday in UTC.
        await Shows(core, new() { Due = DueTime.Today }, second);
    }

    [Theory, DatabaseProviders]
    public async Task Every_order_is_paged_whole_and_in_order_over_several_queues(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        for (var number = 0; number < 12; number++)
        {
            var state = number % 3 == 0 ? await core.Cases.InVerificationAsync(Registrations.Person(number + 1)) : await core.Cases.ReceivedAsync(Registrations.Person(number + 1));
            if (number % 2 == 0)
            {
                core.Clock.Advance(TimeSpan.FromMinutes(1));
            }
        }

        foreach (var sort in Enum.GetValues<QueueSort>())
        {
            foreach (var filter in new[] { QueueFilter.None, new QueueFilter { Kind = CustomerKind.Person } })
            {
                var rows = await AllAsync(core, new QueueQuery(Everything, false, null, 5) { Sort = sort, Filter = filter }, Staff.Maya);

                rows.Select(row => row.WorkItemId).ShouldBeUnique();
                rows.Count.ShouldBe(12, sort.ToString());
                rows.Zip(rows.Skip(1)).ShouldAllBe(pair => QueueOrder.Compare(sort, pair.First, pair.Second) < 0);
            }
        }
    }

    [Theory, DatabaseProviders]
    public async Task Work_is_found_by_number_by_running_number_and_by_beginnings_of_words_of_the_name(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var one = await core.Cases.ReceivedAsync(Registrations.Person(1) with { FullName = "Ma'ruf Hidayat Santoso" });
        var other = await core.Cases.ReceivedAsync(Registrations.Person(2) with { FullName = "Santi Rahayu" });

        foreach (var text in new[] { one.Number, one.Number.ToLowerInvariant(), one.Number[4..], "1", "000001", " maruf ", "HIDAY", "santoso ma'ruf", "San hid" })
        {
            await Shows(core, new() { Text = text }, one);
        }

        await Shows(core, new() { Text = "san" }, one, other);
        await Shows(core, new() { Text = "   " }, one, other);
        foreach (var text in new[] { "%", "_", "'", "\"", "*", "a%", "san%i", "x' OR '1'='1", "ayat", "ONB-2026-000009", "999999999", "ONB-2026-99999999999", "\0", "\uD800", new string('a', 5_000) })
        {
            await Shows(core, new() { Text = text });
        }
    }

    [Theory, DatabaseProviders]
    public async Task A_corrected_name_is_found_in_the_place_of_the_old_one(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var person = Registrations.Person(1) with { FullName = "Salah Ketik" };
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(person), Staff.Sari);

        (await core.Get<EditRegistrationHandler>().HandleAsync(new(CasesAt.Target(state), person with { FullName = "Benar Ketik" }, "Salah ketik"), Staff.Sari, Token)).ShouldBeDone();

        await Shows(core, new() { Text = "salah" });
        await Shows(core, new() { Text = "benar ketik" }, state);
    }

    [Theory, DatabaseProviders]
    public async Task Who_is_to_type_the_name_from_the_document_does_not_find_it_by_searching(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.InVerificationAsync(Registrations.Person(1) with { FullName = "Rahasia Sekali" });
        var verified = await core.Cases.VerifiedAsync(Registrations.Person(2) with { FullName = "Rahasia Terbuka" });

        (await FoundAsync(core, new() { Text = "rahasia" }, Staff.Dewi)).ShouldBe([verified.CaseId]);
        (await FoundAsync(core, new() { Text = "rahasia" }, Staff.Maya)).Order().ShouldBe(new[] { state.CaseId, verified.CaseId }.Order());
        (await FoundAsync(core, new() { Text = state.Number }, Staff.Dewi)).ShouldBe([state.CaseId]);
        (await core.Get<QueueReader>().OfCaseAsync(state.CaseId, new QueueQuery(Everything, false, null, 1) { Filter = new() { Text = "rahasia" } }, Staff.Dewi, Token)).ShouldBeEmpty("a change does not tell it either");
    }

    [Theory, DatabaseProviders]
    public async Task A_changed_case_is_a_row_only_while_it_meets_the_filter(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ReceivedAsync(Registrations.Person(40));
        var query = new QueueQuery([WorkQueue.Intake], false, null, 1) { Filter = new() { Assignee = QueueFilter.Nobody } };
        (await core.Get<QueueReader>().OfCaseAsync(state.CaseId, query, Staff.Sari, Token)).ShouldHaveSingleItem();

        await core.Cases.ClaimAsync(state, Staff.Bayu);

        (await core.Get<QueueReader>().OfCaseAsync(state.CaseId, query, Staff.Sari, Token)).ShouldBeEmpty();
    }

    [Theory, DatabaseProviders]
    public async Task Work_follows_its_case_into_another_province(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var person = Registrations.Person(45);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(person), Staff.Sari);
        var moved = person with { Address = person.Address with { VillageCode = "32.73.13.1001", PostalCode = "40261" } };
        (await core.Get<EditRegistrationHandler>().HandleAsync(new(CasesAt.Target(state), moved, "Pindah"), Staff.Sari, Token)).ShouldBeDone();
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        var province = await context.Cases.Where(owner => owner.Id == state.CaseId).Select(owner => owner.ProvinceCode).SingleAsync(Token);

        (await context.WorkItems.Where(item => item.CaseId == state.CaseId).Select(item => item.ProvinceCode).Distinct().ToListAsync(Token)).ShouldBe([province]);
        province.ShouldBe("32");
    }

    [Theory, DatabaseProviders]
    public async Task A_key_that_somebody_made_up_shows_only_what_they_may_see(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        await core.Cases.ReceivedAsync(Registrations.Person(50));
        await core.Cases.InVerificationAsync(Registrations.Person(51));
        foreach (var text in new[] { "0.00000000000000000000000000000000", "253402300799999.ffffffffffffffffffffffffffffffff", "5.ffffffffffffffffffffffffffffffff.00000000000000000000000000000001" })
        {
            foreach (var sort in Enum.GetValues<QueueSort>())
            {
                var page = await core.Get<QueueReader>().ReadAsync(new QueueQuery(Everything, false, QueueKey.Parse(text).ShouldNotBeNull(), 200) { Sort = sort }, Staff.Sari, Token);
                page.Rows.ShouldAllBe(row => row.Queue == WorkQueue.Intake);
            }
        }
    }

    [Theory, DatabaseProviders]
    public async Task A_filter_that_hardly_any_row_of_a_long_queue_meets_is_looked_for_in_bounded_parts(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await LongQueue.FillAsync(core, kind, await core.Cases.ReceivedAsync(Registrations.Person(1)), 12_000);
        var reader = core.Get<QueueReader>();
        var query = new QueueQuery([WorkQueue.Intake], false, null, 50) { Filter = new() { ProvinceCode = "94" } };

        var first = await reader.ReadAsync(query, Staff.Sari, Token);
        first.IsCutShort.ShouldBeTrue();
        first.Rows.Count.ShouldBe(2);
        var second = await reader.ReadAsync(query with { After = first.Next.ShouldNotBeNull() }, Staff.Sari, Token);
        second.Rows.ShouldBeEmpty();
        second.Next.ShouldBeNull();

        (await AllAsync(core, query with { Size = 200, Filter = new() { Text = LongQueue.RareWord } }, Staff.Sari)).Count.ShouldBe(120);
        (await AllAsync(core, query with { Size = 200, Filter = new() { Text = "saja", ProductCode = "JARANG" } }, Staff.Sari)).Count.ShouldBe(600);
        (await reader.CountAsync(Staff.Sari, Token))[WorkQueue.Intake].ShouldBe(QueueReader.MostCounted);
    }

    [Theory, DatabaseProviders]
    public async Task Two_common_words_that_hardly_any_case_has_together_find_it_wherever_it_stands(DatabaseKind kind)
    {
        const int Far = 111_999;
        var core = await cores.FreshAsync(kind);
        await LongQueue.FillAsync(core, kind, await core.Cases.ReceivedAsync(Registrations.Person(1)), 12_000);
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        await context.Database.ExecuteSqlAsync($"""INSERT INTO "CaseWords" ("CaseId", "Word") SELECT "Id", 'GASAL' FROM "Cases" WHERE "Sequence" > 100000 AND "Sequence" % 2 = 1""", Token);
        await context.Database.ExecuteSqlAsync($"""INSERT INTO "CaseWords" ("CaseId", "Word") SELECT "Id", 'GENAP' FROM "Cases" WHERE "Sequence" > 100000 AND ("Sequence" % 2 = 0 OR "Sequence" = {Far})""", Token);

        foreach (var text in new[] { "gasal genap", "gen gas", "saja gasal genap" })
        {
            var page = await core.Get<QueueReader>().ReadAsync(new QueueQuery([WorkQueue.Intake], false, null, 50) { Filter = new() { Text = text } }, Staff.Sari, Token);

            page.Rows.ShouldHaveSingleItem(text).Number.ShouldBe($"ONB-2026-{Far}");
            page.IsCutShort.ShouldBeFalse(text);
        }

        var many = await core.Get<QueueReader>().ReadAsync(new QueueQuery([WorkQueue.Intake], false, null, 50) { Filter = new() { Text = "umum saja" } }, Staff.Sari, Token);
        many.Rows.Count.ShouldBe(50);
        many.Next.ShouldNotBeNull();
    }

    private static async Task Shows(CoreHost core, QueueFilter filter, params CaseState[] expected) =>
        (await FoundAsync(core, filter, Staff.Maya)).Order().ShouldBe(expected.Select(state => state.CaseId).Order(), filter.Text ?? string.Empty);

    private static async Task<IReadOnlyList<Guid>> FoundAsync(CoreHost core, QueueFilter filter, Actor actor) =>
        [.. (await core.Get<QueueReader>().ReadAsync(new QueueQuery(Everything, false, null, 200) { Filter = filter }, actor, Token)).Rows.Select(row => row.CaseId)];

    private static async Task<List<QueueRow>> AllAsync(CoreHost core, QueueQuery query, Actor actor)
    {
        var rows = new List<QueueRow>();
        for (var after = query.After; ;)
        {
            var page = await core.Get<QueueReader>().ReadAsync(query with { After = after }, actor, Token);
            rows.AddRange(page.Rows);
            if ((after = page.Next) is null)
            {
                return rows;
            }
        }
    }
}
