using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Customers;

/// <summary>
/// Lists customers, the newest first. The index of the most telling filter leads; the other filters are asked row by row, a window at a time,
/// so that a pair of filters that hardly anybody meets is not looked for through the whole register.
/// </summary>
internal static class CustomerList
{
    /// <summary>Finds the ids behind a place.</summary>
    public static async Task<(List<(Guid Id, FoundBy Tier)> Found, CustomerPlace? Next)> FindAsync(
        OnboardingContext context, CustomerFilter filter, CustomerPlace? after, int size, CancellationToken cancellationToken)
    {
        var found = new List<(Guid, FoundBy)>();
        var start = after?.Id;
        for (var window = 0; window < CustomerSearch.MostWindows; window++)
        {
            var room = size - found.Count;
            var hits = await HitsAsync(context, Question(filter, start, room + 1), cancellationToken);
            found.AddRange(hits.Take(room).Select(id => (id, FoundBy.List)));
            if (hits.Count > room)
            {
                return (found, Place(room > 0 ? hits[room - 1] : start));
            }

            var ends = await HitsAsync(context, End(filter, start), cancellationToken);
            if (ends.Count == 0)
            {
                return (found, null);
            }

            start = ends[0];
        }

        return (found, Place(start));
    }

    private static CustomerPlace Place(Guid? id) => new(FoundBy.List, string.Empty, string.Empty, id ?? Guid.Empty);

    private static SqlText Question(CustomerFilter filter, Guid? after, int size)
    {
        var sql = new SqlText().Add("""SELECT c."Id" AS "Value" FROM (""");
        AddLead(sql, filter, after);
        sql.Add(" LIMIT ").Value(CustomerSearch.Window).Add(""") AS w JOIN "Customers" AS c ON c."Id" = w."Id" WHERE """);
        CustomerConditions.AddTo(sql, filter);
        return sql.Add(""" ORDER BY c."Id" DESC LIMIT """).Value(size);
    }

    private static SqlText End(CustomerFilter filter, Guid? after)
    {
        var sql = new SqlText().Add("""SELECT w."Id" AS "Value" FROM (""");
        AddLead(sql, filter, after);
        return sql.Add(" LIMIT 1 OFFSET ").Value(CustomerSearch.Window - 1).Add(") AS w");
    }

    private static void AddLead(SqlText sql, CustomerFilter filter, Guid? after)
    {
        if (filter.ProductCode is { Length: > 0 } product)
        {
            sql.Add("""SELECT DISTINCT r."CustomerId" AS "Id" FROM "CustomerProducts" AS r WHERE r."ProductCode" = """).Value(product);
            AddAfter(sql, "r.\"CustomerId\"", after);
            sql.Add(""" ORDER BY r."CustomerId" DESC""");
            return;
        }

        sql.Add("""SELECT r."Id" FROM "Customers" AS r WHERE """);
        if (filter.ProvinceCode is { Length: > 0 } province)
        {
            sql.Add("r.\"ProvinceCode\" = ").Value(province);
        }
        else if (filter.Status is { } status)
        {
            sql.Add("r.\"Status\" = ").Value(status.ToString());
        }
        else if (filter.Kind is { } kind)
        {
            sql.Add("r.\"Kind\" = ").Value(kind.ToString());
        }
        else
        {
            sql.Add("1 = 1");
        }

        AddAfter(sql, "r.\"Id\"", after);
        sql.Add(""" ORDER BY r."Id" DESC""");
    }

    private static void AddAfter(SqlText sql, string column, Guid? after)
    {
        if (after is { } id && id != Guid.Empty)
        {
            sql.Add($" AND {column} < ").Value(id);
        }
    }

    private static Task<List<Guid>> HitsAsync(OnboardingContext context, SqlText sql, CancellationToken cancellationToken) =>
        context.Database.SqlQueryRaw<Guid>(sql.Text, sql.Values).ToListAsync(cancellationToken);
}
