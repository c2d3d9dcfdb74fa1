using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Sla;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Audit;

/// <summary>Whatever is done to the trail with the database's own tools is found. Each test tampers with a case of its own.</summary>
public sealed class AuditTamperingTests(CoreHosts cores) : IClassFixture<CoreHosts>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, DatabaseProviders]
    public async Task Finds_an_edit_of_any_column_of_any_event(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        (await core.Get<HoldCaseHandler>().PlaceAsync(new(CasesAt.Target(state), "pemeriksaan"), Staff.Ratna, Token)).ShouldBeDone();
        (await VerifyAsync(core)).IsIntact.ShouldBeTrue();

        var columns = await Database.ReadAsync(core, context => Task.FromResult(context.Model.FindEntityType(typeof(AuditEvent))!
            .GetProperties().Select(property => property.GetColumnName()).ToList()));
        columns.Count.ShouldBe(16);
        foreach (var column in columns)
        {
            foreach (var sequence in new[] { 1, 3 })
            {
                var changed = await EditAsync(core, state.CaseId, sequence, column);
                (await VerifyAsync(core)).IsIntact.ShouldBeFalse($"{column} of event {sequence}");
                await RestoreAsync(core, changed);
                (await VerifyAsync(core)).IsIntact.ShouldBeTrue($"{column} restored");
            }
        }
    }

    [Theory]
    [DatabaseProviders(1)]
    [DatabaseProviders(2)]
    [DatabaseProviders(3)]
    public async Task Finds_a_removed_event_the_first_one_in_the_middle_or_the_last(DatabaseKind kind, int sequence)
    {
        var (core, caseId) = await WithThreeEventsAsync(kind);
        await Database.ExecuteAsync(core, $"""DELETE FROM "AuditEvents" WHERE "StreamId" = {caseId} AND "Sequence" = {sequence}""");

        (await FindingAsync(core, caseId)).ShouldNotBeNull();
    }

    [Theory, DatabaseProviders]
    public async Task Finds_a_removed_event_even_when_those_after_it_close_ranks(DatabaseKind kind)
    {
        var (core, caseId) = await WithThreeEventsAsync(kind);
        await Database.ExecuteAsync(core, $"""DELETE FROM "AuditEvents" WHERE "StreamId" = {caseId} AND "Sequence" = 2""");
        await Database.ExecuteAsync(core, $"""UPDATE "AuditEvents" SET "Sequence" = 2 WHERE "StreamId" = {caseId} AND "Sequence" = 3""");

        (await FindingAsync(core, caseId))!.Fault.ShouldBe(AuditFault.BrokenLink);
    }

    [Theory, DatabaseProviders]
    public async Task Finds_events_that_changed_places(DatabaseKind kind)
    {
        var (core, caseId) = await WithThreeEventsAsync(kind);
        foreach (var (from, to) in new[] { (2, 99), (3, 2), (99, 3) })
        {
            await Database.ExecuteAsync(core, $"""UPDATE "AuditEvents" SET "Sequence" = {to} WHERE "StreamId" = {caseId} AND "Sequence" = {from}""");
        }

        (await FindingAsync(core, caseId))!.Sequence.ShouldBe(2);
    }

    [Theory, DatabaseProviders]
    public async Task Finds_an_event_that_was_added_though_its_hash_is_right(DatabaseKind kind)
    {
        var (core, caseId) = await WithThreeEventsAsync(kind);
        await AddAsync(core, await core.Cases.LoadAsync(caseId));

        (await FindingAsync(core, caseId))!.Fault.ShouldBe(AuditFault.WrongHead);
    }

    [Theory, DatabaseProviders]
    public async Task Finds_events_of_a_case_that_does_not_exist(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await AddAsync(core, new Stray());

        (await VerifyAsync(core)).Findings.ShouldHaveSingleItem().StreamId.ShouldBe(Stray.Id);
    }

    [Theory, DatabaseProviders]
    public async Task Misses_a_case_that_was_removed_with_its_whole_trail(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        await core.Cases.ReceivedAsync();
        var removed = await core.Cases.ReceivedAsync();
        await core.Cases.ReceivedAsync();
        await Database.ExecuteAsync(core, $"""DELETE FROM "AuditEvents" WHERE "StreamId" = {removed.CaseId}""");
        await Database.ExecuteAsync(core, $"""DELETE FROM "Cases" WHERE "Id" = {removed.CaseId}""");

        var report = await VerifyAsync(core);
        report.Findings.ShouldBeEmpty();
        report.MissingNumbers.ShouldBe(["ONB-2026-000002"]);
    }

    [Theory]
    [DatabaseProviders(0)]
    [DatabaseProviders(1)]
    public async Task Is_not_blinded_by_a_counter_that_was_removed_or_set_back(DatabaseKind kind, int last)
    {
        var core = await cores.FreshAsync(kind);
        await core.Cases.ReceivedAsync();
        var edited = await core.Cases.ReceivedAsync();
        await Database.ExecuteAsync(core, $"""UPDATE "AuditEvents" SET "ActorName" = 'orang lain' WHERE "StreamId" = {edited.CaseId}""");
        await Database.ExecuteAsync(core, $"""UPDATE "NumberCounters" SET "Last" = {last}""");
        await Database.ExecuteAsync(core, $"""DELETE FROM "NumberCounters" WHERE "Last" = 0""");

        (await VerifyAsync(core)).Findings.ShouldHaveSingleItem().StreamId.ShouldBe(edited.CaseId);
    }

    [Theory, DatabaseProviders]
    public async Task Covers_the_events_that_belong_to_no_case(DatabaseKind kind)
    {
        var core = await cores.FreshAsync(kind);
        (await core.Get<HolidayHandler>().SaveAsync(new(new DateOnly(2026, 12, 31), "Tutup buku", HolidayKind.CompanyClosure, null), Staff.Yusuf, Token)).ShouldBeDone();
        (await VerifyAsync(core)).IsIntact.ShouldBeTrue();
        await Database.ExecuteAsync(core, $"""UPDATE "AuditEvents" SET "Details" = NULL WHERE "StreamId" = {PortalAuditStream.TheId}""");

        (await VerifyAsync(core)).Findings.ShouldHaveSingleItem().Fault.ShouldBe(AuditFault.Edited);
    }

    private static Task<AuditReport> VerifyAsync(CoreHost core) => core.Get<AuditVerifier>().VerifyAsync(null, Token);

    private static async Task<AuditFinding?> FindingAsync(CoreHost core, Guid caseId) =>
        (await VerifyAsync(core)).Findings.SingleOrDefault(finding => finding.StreamId == caseId);

    private async Task<(CoreHost Core, Guid CaseId)> WithThreeEventsAsync(DatabaseKind kind)
    {
        var core = await cores.SharedAsync(kind);
        var state = await core.Cases.ClaimAsync(await core.Cases.ReceivedAsync(), Staff.Sari);
        (await core.Get<HoldCaseHandler>().PlaceAsync(new(CasesAt.Target(state), "pemeriksaan"), Staff.Ratna, Token)).ShouldBeDone();
        (await FindingAsync(core, state.CaseId)).ShouldBeNull();
        return (core, state.CaseId);
    }

    // Through the change tracker, so that every type of column gets a value of its type in both databases.
    private static async Task<(Guid Id, Dictionary<string, object?> Before)> EditAsync(CoreHost core, Guid caseId, int sequence, string column)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        var row = await context.AuditEvents.AsNoTracking().SingleAsync(item => item.StreamId == caseId && item.Sequence == sequence, Token);
        var entry = context.Entry(row);
        var before = entry.Properties.ToDictionary(property => property.Metadata.Name, property => property.CurrentValue);
        var changed = entry.Properties.Single(property => property.Metadata.GetColumnName() == column);
        object value = changed.CurrentValue switch
        {
            Guid => Guid.CreateVersion7(core.Clock.GetUtcNow()),
            int number => number + 100,
            DateTimeOffset at => at.AddMilliseconds(1),
            byte[] { Length: > 0 } bytes => bytes.Select((part, index) => index == 0 ? (byte)(part ^ 1) : part).ToArray(),
            string text => text + " ",
            _ => changed.Metadata.ClrType == typeof(string) ? string.Empty : new byte[] { 1 },
        };
        await ReplaceAsync(core, row.Id, before, column, value);
        return (column == nameof(AuditEvent.Id) ? (Guid)value : row.Id, before);
    }

    private static Task RestoreAsync(CoreHost core, (Guid Id, Dictionary<string, object?> Before) changed) =>
        ReplaceAsync(core, changed.Id, changed.Before, null, null);

    private static async Task ReplaceAsync(CoreHost core, Guid id, Dictionary<string, object?> values, string? column, object? value)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        await context.AuditEvents.Where(item => item.Id == id).ExecuteDeleteAsync(Token);
        var row = (AuditEvent)Activator.CreateInstance(typeof(AuditEvent), nonPublic: true)!;
        var entry = context.Entry(row);
        entry.State = EntityState.Added;
        foreach (var property in entry.Properties)
        {
            property.CurrentValue = property.Metadata.GetColumnName() == column ? value : values[property.Metadata.Name];
        }

        await context.SaveChangesAsync(Token);
    }

    private static async Task AddAsync(CoreHost core, IAuditStream stream)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        context.AuditEvents.Add(AuditEvent.Append(stream, Guid.CreateVersion7(core.Clock.GetUtcNow()), new("Approve"), Staff.Maya, core.Clock.GetUtcNow()));
        await context.SaveChangesAsync(Token);
    }

    private sealed class Stray : IAuditStream
    {
        public static readonly Guid Id = new("00000000-0000-7000-8000-00000000ffff");

        public Guid StreamId => Id;

        public int AuditSequence { get; private set; }

        public byte[] AuditHash { get; private set; } = [];

        void IAuditStream.Advance(int sequence, byte[] hash) => (AuditSequence, AuditHash) = (sequence, hash);
    }
}
