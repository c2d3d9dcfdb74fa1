using Microsoft.EntityFrameworkCore;
using Onboarding.Core.Persistence;

namespace Onboarding.Core.Customers;

/// <summary>
/// Finds customers by the words of a name, best first: whole words, then beginnings, then what sounds alike. It reads the index of the rarest
/// word in the order of the results, a window at a time, and asks for the other words row by row; after a few windows it answers with what it
/// has and where to go on. So a word that a hundred thousand people bear costs no more than one that a thousand do.
/// </summary>
internal static class CustomerSearch
{
    /// <summary>Rows of the index that are looked at in one question.</summary>
    internal const int Window = 4_000;

    /// <summary>Questions for one page.</summary>
    internal const int MostWindows = 4;

    // Above this all words are common, and it makes no difference which one leads.
    private const int MostCounted = 4_000;

    private static readonly FoundBy[] Tiers = [FoundBy.Words, FoundBy.Beginnings, FoundBy.Sounds];

    /// <summary>Finds the ids behind a place.</summary>
    public static async Task<(List<(Guid Id, FoundBy Tier)> Found, CustomerPlace? Next)> FindAsync(
        OnboardingContext context, IReadOnlyList<SearchTerm> terms, CustomerFilter filter, CustomerPlace? after, int size, CancellationToken cancellationToken)
    {
        var found = new List<(Guid, FoundBy)>();
        var windows = MostWindows;
        foreach (var tier in Tiers.Where(tier => after is null || tier >= after.Tier))
        {
            if (Leads(terms, tier) is not { Count: > 0 } leads)
            {
                continue;
            }

            var lead = await RarestAsync(context, leads, cancellationToken);
            var start = after?.Tier == tier ? after : null;
            while (true)
            {
                if (windows-- == 0)
                {
                    return (found, start ?? Beginning(tier));
                }

                var room = size - found.Count;
                var hits = await HitsAsync(context, Question(terms, tier, lead, filter, start, room + 1), cancellationToken);
                found.AddRange(hits.Take(room).Select(hit => (hit.Id, tier)));
                if (hits.Count > room)
                {
                    return (found, room > 0 ? Place(tier, hits[room - 1]) : start ?? Beginning(tier));
                }

                if (await EndOfWindowAsync(context, lead, start, cancellationToken) is not { } end)
                {
                    break;
                }

                start = Place(tier, end);
            }
        }

        return (found, null);
    }

    private static CustomerPlace Beginning(FoundBy tier) => new(tier, string.Empty, string.Empty, Guid.Empty);

    private static CustomerPlace Place(FoundBy tier, Hit hit) => new(tier, hit.Word, hit.Name, hit.Id);

    // The words that can lead a tier: what sounds alike is led by words that are typed to their end, the last one may still be a beginning.
    private static List<WordRange> Leads(IReadOnlyList<SearchTerm> terms, FoundBy tier) => tier switch
    {
        FoundBy.Words => [.. terms.Select(term => WordRange.Of(term.Plain))],
        FoundBy.Beginnings => [.. terms.Select(term => WordRange.Beginning(term.Plain))],
        _ => [.. (terms.Count == 1 ? terms : terms.SkipLast(1)).SelectMany(term => term.Sounds).Select(WordRange.Of)],
    };

    private static List<WordNeed> Needs(IReadOnlyList<SearchTerm> terms, FoundBy tier) => tier switch
    {
        FoundBy.Words => [.. terms.Select(term => new WordNeed([WordRange.Of(term.Plain)]))],
        FoundBy.Beginnings => [.. terms.Select(term => new WordNeed([WordRange.Beginning(term.Plain)]))],
        _ => [.. terms.SelectMany((term, index) => Sounding(term, isLast: index > 0 && index == terms.Count - 1))],
    };

    private static IEnumerable<WordNeed> Sounding(SearchTerm term, bool isLast)
    {
        if (term.Sounds.Count == 0)
        {
            return [new WordNeed([WordRange.Beginning(term.Plain)])];
        }

        return isLast && term.Sounds is [var only]
            ? [new WordNeed([WordRange.Of(only), WordRange.Beginning(term.Plain)])]
            : term.Sounds.Select(sound => new WordNeed([WordRange.Of(sound)]));
    }

    private static async Task<WordRange> RarestAsync(OnboardingContext context, List<WordRange> ranges, CancellationToken cancellationToken)
    {
        if (ranges is [var only])
        {
            return only;
        }

        var rarest = (Range: ranges[0], Count: int.MaxValue);
        foreach (var range in ranges)
        {
            var sql = new SqlText().Add("""SELECT COUNT(*) AS "Value" FROM (SELECT 1 AS one FROM "CustomerWords" AS w WHERE """);
            range.AddTo(sql, "w.\"Word\"").Add(" LIMIT ").Value(MostCounted).Add(") AS counted");
            var count = (await context.Database.SqlQueryRaw<int>(sql.Text, sql.Values).ToListAsync(cancellationToken))[0];
            if (count < rarest.Count)
            {
                rarest = (range, count);
            }
        }

        return rarest.Range;
    }

    private static SqlText Question(IReadOnlyList<SearchTerm> terms, FoundBy tier, WordRange lead, CustomerFilter filter, CustomerPlace? after, int size)
    {
        var sql = new SqlText().Add("""SELECT c."Id", w."Word", w."Name" FROM (""");
        AddWindow(sql, lead, after);
        sql.Add(""") AS w JOIN "Customers" AS c ON c."Id" = w."CustomerId" WHERE """);
        CustomerConditions.AddTo(sql, filter);
        sql.Add(" AND ");
        WordNeed.AddAll(sql, Needs(terms, tier));
        AddNotTwice(sql, lead);
        if (tier != FoundBy.Words)
        {
            WordNeed.AddAll(sql.Add(" AND NOT ("), Needs(terms, tier == FoundBy.Sounds ? FoundBy.Beginnings : FoundBy.Words));
            sql.Add(")");
        }

        return sql.Add(""" ORDER BY w."Word", w."Name", c."Id" LIMIT """).Value(size);
    }

    private static void AddWindow(SqlText sql, WordRange lead, CustomerPlace? after)
    {
        AddRange(sql.Add("""SELECT r."Word", r."Name", r."CustomerId" FROM "CustomerWords" AS r WHERE """), lead, after);
        sql.Add(""" ORDER BY r."Word", r."Name", r."CustomerId" LIMIT """).Value(Window);
    }

    private static void AddRange(SqlText sql, WordRange lead, CustomerPlace? after)
    {
        lead.AddTo(sql, "r.\"Word\"");
        if (after is { Word.Length: > 0 })
        {
            sql.Add(""" AND (r."Word", r."Name", r."CustomerId") > (""").Value(after.Word).Add(", ").Value(after.Name).Add(", ").Value(after.Id).Add(")");
        }
    }

    // Somebody with two words in the range is found by the first of them.
    private static void AddNotTwice(SqlText sql, WordRange lead)
    {
        sql.Add(""" AND NOT EXISTS (SELECT 1 FROM "CustomerWords" AS d WHERE d."CustomerId" = c."Id" AND d."Word" < w."Word" AND """);
        lead.AddTo(sql, "d.\"Word\"").Add(")");
    }

    private static async Task<Hit?> EndOfWindowAsync(OnboardingContext context, WordRange lead, CustomerPlace? after, CancellationToken cancellationToken)
    {
        var sql = new SqlText();
        AddRange(sql.Add("""SELECT r."CustomerId" AS "Id", r."Word", r."Name" FROM "CustomerWords" AS r WHERE """), lead, after);
        sql.Add(""" ORDER BY r."Word", r."Name", r."CustomerId" LIMIT 1 OFFSET """).Value(Window - 1);
        return (await HitsAsync(context, sql, cancellationToken)).FirstOrDefault();
    }

    private static Task<List<Hit>> HitsAsync(OnboardingContext context, SqlText sql, CancellationToken cancellationToken) =>
        context.Database.SqlQueryRaw<Hit>(sql.Text, sql.Values).ToListAsync(cancellationToken);

    private sealed record Hit(Guid Id, string Word, string Name);
}
