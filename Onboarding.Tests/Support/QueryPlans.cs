using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Tests.Support;

/// <summary>How a database would read what a query asks for.</summary>
public static class QueryPlans
{
    /// <summary>The plan as the database writes it.</summary>
    public static async Task<string> ReadAsync(CoreHost core, DatabaseKind kind, Func<OnboardingContext, IQueryable> query)
    {
        var token = TestContext.Current.CancellationToken;
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        await context.Database.OpenConnectionAsync(token);
        if (kind == DatabaseKind.PostgreSql)
        {
            // With a handful of rows the planner would rightly read them through, or sort them.
            await context.Database.ExecuteSqlAsync($"SET enable_seqscan = off", token);
            await context.Database.ExecuteSqlAsync($"SET enable_bitmapscan = off", token);
            await context.Database.ExecuteSqlAsync($"SET enable_sort = off", token);
        }

        await using var command = query(context).CreateDbCommand();
        command.CommandText = (kind == DatabaseKind.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync(token);
        var lines = new List<string>();
        while (await reader.ReadAsync(token))
        {
            lines.Add(reader.GetString(kind == DatabaseKind.Sqlite ? 3 : 0));
        }

        return string.Join('\n', lines);
    }
}
