using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Tests.Support;

/// <summary>How a database would read what a query asks for.</summary>
public static class QueryPlans
{
    /// <summary>The plan as the database writes it.</summary>
    /// <param name="core">The core.</param>
    /// <param name="kind">Which database it has.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="asItIs">The plan that these tables have really got, because they are long; else one of long tables is wanted of short ones.</param>
    public static async Task<string> ReadAsync(CoreHost core, DatabaseKind kind, Func<OnboardingContext, IQueryable> query, bool asItIs = false)
    {
        var token = TestContext.Current.CancellationToken;
        await using var context = core.Get<OnboardingContextFactory>().CreateDbContext();
        await context.Database.OpenConnectionAsync(token);
        if (kind == DatabaseKind.PostgreSql && !asItIs)
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
