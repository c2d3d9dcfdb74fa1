namespace Onboarding.Core.Customers;

/// <summary>A range of stored words: one word, or all that begin alike.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The first behind the range.</param>
internal sealed record WordRange(string From, string To)
{
    /// <summary>One word.</summary>
    // No stored word goes on with a sign below the digits.
    public static WordRange Of(string word) => new(word, word + '!');

    /// <summary>Every word that begins so.</summary>
    public static WordRange Beginning(string word) => new(word, string.Concat(word.AsSpan(0, word.Length - 1), [(char)(word[^1] + 1)]));

    /// <summary>Adds the condition that a column lies in it.</summary>
    public SqlText AddTo(SqlText sql, string column) => sql.Add($"{column} >= ").Value(From).Add($" AND {column} < ").Value(To);
}

/// <summary>What one word of a question asks for: any of these ranges.</summary>
/// <param name="Ranges">At least one.</param>
internal sealed record WordNeed(IReadOnlyList<WordRange> Ranges)
{
    /// <summary>Adds the condition that the customer has such a word.</summary>
    public void AddTo(SqlText sql)
    {
        sql.Add("""EXISTS (SELECT 1 FROM "CustomerWords" AS o WHERE o."CustomerId" = c."Id" AND (""");
        foreach (var (range, index) in Ranges.Select((range, index) => (range, index)))
        {
            range.AddTo(sql.Add(index == 0 ? "(" : " OR ("), "o.\"Word\"").Add(")");
        }

        sql.Add("))");
    }

    /// <summary>Adds the condition that it has one for each.</summary>
    public static void AddAll(SqlText sql, IReadOnlyList<WordNeed> needs)
    {
        foreach (var (need, index) in needs.Select((need, index) => (need, index)))
        {
            if (index > 0)
            {
                sql.Add(" AND ");
            }

            need.AddTo(sql);
        }
    }
}
