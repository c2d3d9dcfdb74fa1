using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;

namespace Onboarding.Tests.Support;

/// <summary>Makes a queue long: copies of one case with its live work, spread over products, channels, provinces and names.</summary>
public static class LongQueue
{
    /// <summary>The word that every hundredth name begins with; all others begin with <c>UMUM</c>.</summary>
    public const string RareWord = "LANGKA";

    private const string Product = "CASE WHEN s.n % 20 = 0 THEN 'JARANG' ELSE x.\"ProductCode\" END";
    private const string Province = "CASE WHEN s.n % 5000 = 0 THEN '94' ELSE '31' END";
    private const string Channel = "CASE WHEN s.n % 3 = 0 THEN 'Partner' ELSE 'Online' END";

    /// <summary>Adds so many copies, each a minute after the one before, and brings the statistics up to date.</summary>
    public static async Task FillAsync(CoreHost core, DatabaseKind kind, CaseState source, int count)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        var isSqlite = kind == DatabaseKind.Sqlite;
        string Id(string mark) => isSqlite ? $"printf('%08X-{mark}-7000-8000-000000000000', s.n)" : $"(lpad(to_hex(s.n), 8, '0') || '-{mark}-7000-8000-000000000000')::uuid";
        string Minutes(string column) => isSqlite ? $"x.\"{column}\" + s.n * 60000" : $"x.\"{column}\" + s.n * interval '1 minute'";
        var bytes = isSqlite ? "CAST(printf('%032d', s.n) AS BLOB)" : "convert_to(lpad(s.n::text, 32, '0'), 'UTF8')";
        var series = isSqlite ? $"(WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < {count}) SELECT n FROM r)" : $"generate_series(1, {count})";
        series += isSqlite ? " AS s" : " AS s(n)";
        var from = $"FROM {series}";
        var caseId = isSqlite ? $"'{source.CaseId.ToString().ToUpperInvariant()}'" : $"'{source.CaseId}'";

        await CopyAsync(context, typeof(OnboardingCase), "Cases", $"{from} JOIN \"Cases\" AS x ON x.\"Id\" = {caseId}", new(StringComparer.Ordinal)
        {
            ["Id"] = Id("0000"),
            ["SubmissionKey"] = Id("0001"),
            ["StatusTokenHash"] = bytes,
            ["Sequence"] = "100000 + s.n",
            ["Number"] = "'ONB-2026-' || (100000 + s.n)",
            ["ApplicantName"] = $"CASE WHEN s.n % 100 = 0 THEN '{RareWord} Saja' ELSE 'Umum Saja' END",
            ["ProductCode"] = Product,
            ["ProvinceCode"] = Province,
            ["Channel"] = Channel,
        });
        await CopyAsync(context, typeof(WorkItem), "WorkItems", $"{from} JOIN \"WorkItems\" AS x ON x.\"CaseId\" = {caseId} AND x.\"ClosedAt\" IS NULL", new(StringComparer.Ordinal)
        {
            ["Id"] = Id("0002"),
            ["CaseId"] = Id("0000"),
            ["OpenedAt"] = Minutes("OpenedAt"),
            ["UrgencyAt"] = Minutes("UrgencyAt"),
            ["DueAt"] = Minutes("DueAt"),
            ["ProductCode"] = Product,
            ["ProvinceCode"] = Province,
            ["Channel"] = Channel,
        });
#pragma warning disable EF1002 // The texts are of this file alone.
        await context.Database.ExecuteSqlRawAsync($"""
            INSERT INTO "CaseWords" ("CaseId", "Word") SELECT {Id("0000")}, CASE WHEN s.n % 100 = 0 THEN '{RareWord}' ELSE 'UMUM' END {from}
            UNION ALL SELECT {Id("0000")}, 'SAJA' {from}
            """);
#pragma warning restore EF1002
        await context.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    /// <summary>
    /// Makes a history of the copies: two minutes between one and the next, back over four weeks for twenty thousand, in many statuses and queues; four of five are closed,
    /// one of eight of them late, and one of a hundred is held. Then brings the statistics up to date.
    /// </summary>
    public static async Task SpreadAsync(CoreHost core, DatabaseKind kind)
    {
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        string Back(string column, string steps) => kind == DatabaseKind.Sqlite ? $"{column} - {steps} * 120000" : $"{column} - {steps} * interval '2 minutes'";
        string Drawn(string by, params string[] names) => $"CASE {by} % {names.Length} {string.Concat(names.Select((name, index) => $"WHEN {index} THEN '{name}' "))}END";
        const string Number = "(c.\"Sequence\" - 100000)";
        const string Own = "(\"Sequence\" - 100000)";
        var statuses = Drawn(Own, "Completed", "Completed", "Completed", "Rejected", "Withdrawn", "Received", "InVerification", "AwaitingClarification", "Recorded", "AwaitingApproval");
#pragma warning disable EF1002 // The texts are of this file alone.
        await context.Database.ExecuteSqlRawAsync($"""
            UPDATE "Cases" SET "Status" = {statuses}, "StatusSince" = {Back("\"StatusSince\"", Own)}, "ReceivedAt" = {Back("\"ReceivedAt\"", Own)},
            "Hold_Since" = CASE WHEN {Own} % 100 = 0 THEN "StatusSince" END WHERE "Sequence" > 100000
            """);
        await context.Database.ExecuteSqlRawAsync($"""
            UPDATE "WorkItems" SET "Queue" = {Drawn(Number, "Intake", "Verification", "Recording", "Storage", "Approval", "ActivationFailure", "Verification")},
            "State" = CASE WHEN {Number} % 5 > 0 THEN 'Done' WHEN {Number} % 15 = 0 THEN 'Waiting' ELSE 'Open' END,
            "OpenedAt" = {Back("\"WorkItems\".\"OpenedAt\"", Number)}, "UrgencyAt" = {Back("\"WorkItems\".\"UrgencyAt\"", Number)},
            "ClosedAt" = CASE WHEN {Number} % 5 > 0 THEN {Back("\"WorkItems\".\"OpenedAt\"", Number)} END, "ClosedLate" = {Number} % 5 > 0 AND {Number} % 10 = 1
            FROM "Cases" AS c WHERE c."Id" = "WorkItems"."CaseId" AND c."Sequence" > 100000
            """);
#pragma warning restore EF1002
        await context.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static async Task CopyAsync(OnboardingContext context, Type type, string table, string from, Dictionary<string, string> changed)
    {
        var entity = context.Model.FindEntityType(type)!;
        var store = StoreObjectIdentifier.Table(table);
        var columns = entity.GetProperties().Select(property => property.GetColumnName(store))
            .Concat(context.Model.GetEntityTypes().Where(other => other.IsOwned() && other.GetTableName() == table).SelectMany(other => other.GetProperties().Select(property => property.GetColumnName(store))))
            .OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var values = columns.Select(column => changed.TryGetValue(column, out var value) ? value : $"x.\"{column}\"");
#pragma warning disable EF1002 // Names of columns come from the model.
        await context.Database.ExecuteSqlRawAsync($"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT {string.Join(", ", values)} {from}");
#pragma warning restore EF1002
    }
}
