using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;
using Onboarding.Core.Workflow;

namespace Onboarding.Benchmarks.Queues;

/// <summary>
/// The same page by hand: one statement that takes each queue from its index, merges the few rows and joins what a row shows, read by the bare
/// provider on a connection that stays open. What the portal takes beyond this is the price of its layers.
/// </summary>
/// <param name="contexts">Names the database.</param>
internal sealed class BareQueuePage(OnboardingContextFactory contexts) : IAsyncDisposable
{
    private readonly OnboardingContext _context = contexts.CreateDbContext();

    private bool IsSqlite => contexts.Settings.Provider == DatabaseProvider.Sqlite;

    /// <summary>Reads a page and answers its number of rows.</summary>
    public async Task<int> ReadAsync(QueueQuestion question, QueueRow? after, int size, string actorId, CancellationToken cancellationToken)
    {
        await _context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = _context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names of queues come from the model.
        command.CommandText = Statement(question.Queues, after is not null);
#pragma warning restore CA2100
        Add(command, "actor", actorId);
        Add(command, "size", size + 1);
        if (after is not null)
        {
            Add(command, "urgency", IsSqlite ? after.UrgencyAt.ToUnixTimeMilliseconds() : after.UrgencyAt);
            Add(command, "id", IsSqlite ? after.WorkItemId.ToString().ToUpperInvariant() : after.WorkItemId);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var values = new object[reader.FieldCount];
        var rows = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            reader.GetValues(values);
            rows++;
        }

        return rows;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private static string Statement(IReadOnlyList<WorkQueue> queues, bool isNext)
    {
        var behind = isNext ? """ AND "UrgencyAt" >= @urgency AND ("UrgencyAt" > @urgency OR "Id" > @id)""" : string.Empty;
        var parts = queues.Select(queue => string.Create(CultureInfo.InvariantCulture, $"""
            SELECT * FROM (SELECT "Id", "CaseId", "Queue", "State", "Concern", "AssigneeId", "AssigneeName", "OpenedAt", "DueAt", "UrgencyAt"
            FROM "WorkItems" WHERE "ClosedAt" IS NULL AND "Queue" = '{queue}'{behind} ORDER BY "UrgencyAt", "Id" LIMIT @size) AS q{(int)queue}
            """));
        return $"""
            SELECT i.*, c."Number", c."Version", c."ApplicantName", c."Kind", c."ProductCode", c."Channel", c."Status", c."Hold_Since" IS NOT NULL AS "OnHold",
                EXISTS (SELECT 1 FROM "Participations" AS p WHERE p."CaseId" = c."Id" AND p."StaffId" = @actor) AS "TookPart",
                EXISTS (SELECT 1 FROM "Decisions" AS d WHERE d."CaseId" = c."Id" AND d."ById" = @actor AND d."Outcome" = 'Rejected') AS "Rejected"
            FROM ({string.Join(" UNION ALL ", parts)}) AS i JOIN "Cases" AS c ON c."Id" = i."CaseId"
            ORDER BY i."UrgencyAt", i."Id" LIMIT @size
            """;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
