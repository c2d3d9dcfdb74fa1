using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Audit;
using Onboarding.Core.Cases;
using Onboarding.Core.Persistence;
using Onboarding.Core.Queues;

namespace Onboarding.Benchmarks.Databases;

/// <summary>The indexes of the tables that are filled in bulk, beyond their primary keys.</summary>
internal static class BulkIndexes
{
    private static readonly IReadOnlyList<Type> Filled =
        [typeof(OnboardingCase), typeof(WorkItem), typeof(Participation), typeof(ChecklistTick), typeof(SearchKey), typeof(CaseWord), typeof(AuditEvent)];

    /// <summary>Removes them and answers the statements that make them again.</summary>
    public static async Task<IReadOnlyList<string>> TakeAwayAsync(OnboardingContext context, CancellationToken cancellationToken)
    {
        var tables = Filled.Select(type => context.Model.FindEntityType(type)!.GetTableName()!).ToList();
        var known = context.Database.IsSqlite()
            ? context.Database.SqlQuery<BulkIndex>($"""SELECT name AS "Name", tbl_name AS "TableName", sql AS "Statement" FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL""")
            : context.Database.SqlQuery<BulkIndex>($"""
                SELECT i.relname AS "Name", t.relname AS "TableName", pg_get_indexdef(i.oid) AS "Statement" FROM pg_index AS x
                JOIN pg_class AS i ON i.oid = x.indexrelid JOIN pg_class AS t ON t.oid = x.indrelid
                WHERE NOT EXISTS (SELECT 1 FROM pg_constraint AS c WHERE c.conindid = i.oid)
                """);
        var found = (await known.ToListAsync(cancellationToken)).FindAll(index => tables.Contains(index.TableName));
        foreach (var index in found)
        {
#pragma warning disable EF1002 // Names of the model.
            await context.Database.ExecuteSqlRawAsync($"DROP INDEX \"{index.Name}\"", cancellationToken);
#pragma warning restore EF1002
        }

        return found.ConvertAll(index => index.Statement);
    }

    private sealed record BulkIndex(string Name, string TableName, string Statement);
}
