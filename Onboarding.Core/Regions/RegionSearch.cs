using System.Globalization;
using System.Text;

namespace Onboarding.Core.Regions;

/// <summary>
/// Finds regions by a part of their name: "kemayoran", "kemayoran jakarta", "bandung lengkong". One pass over the block of
/// names with the framework's vectorised search takes about a millisecond, so it needs no index.
/// </summary>
internal static class RegionSearch
{
    private const int MaxQueryLength = 80;
    private const char Between = '\n';

    // Words that say what a name is, not which; left out when nothing has them in its name.
    private static readonly HashSet<string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "kel", "kelurahan", "desa", "ds", "kec", "kecamatan", "distrik", "gampong", "nagari", "kampung", "prov", "provinsi", "kab", "dki",
    };

    /// <summary>
    /// The names without spaces and marks, since people write Setiabudi and Setia Budi alike: each word begins with a capital
    /// and goes on in small letters, so that its beginning can still be told.
    /// </summary>
    /// <param name="names">All names, each after a line feed.</param>
    /// <param name="starts">Where each name begins.</param>
    public static (string Text, int[] Starts) Prepare(ReadOnlySpan<byte> names, int[] starts)
    {
        var text = new StringBuilder(names.Length);
        var begins = new int[starts.Length];
        for (var index = 0; index < starts.Length; index++)
        {
            text.Append(Between);
            begins[index] = text.Length;
            var isWordStart = true;
            for (var at = starts[index]; names[at] != Between; at++)
            {
                var character = (char)names[at];
                if (char.IsAsciiLetterOrDigit(character))
                {
                    text.Append(isWordStart ? char.ToUpperInvariant(character) : char.ToLowerInvariant(character));
                }

                isWordStart = character != '\'' && !char.IsAsciiLetterOrDigit(character);
            }
        }

        return (text.Append(Between).ToString(), begins);
    }

    /// <summary>The best matches below the level of the province.</summary>
    public static IReadOnlyList<Region> Find(RegionTable table, string? text, int limit, RegionHint? hint)
    {
        var words = Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Sum(word => word.Length) < RegionDirectory.LeastLetters)
        {
            return [];
        }

        // First as it stands, since the name of a village can hold such a word (Tuha Gampong Gajah), then without.
        return Find(table, words, limit, hint) is { Count: > 0 } found ? found : Find(table, Array.FindAll(words, word => !Labels.Contains(word)), limit, hint);
    }

    private static IReadOnlyList<Region> Find(RegionTable table, string[] words, int limit, RegionHint? hint)
    {
        // The name can stand before or after the region it lies in; the longer the name, the better the match.
        var best = new Dictionary<int, int>();
        for (var length = words.Length; length > 0 && best.Count < limit; length--)
        {
            Collect(table, words[..length], words[length..], best);
            if (length < words.Length)
            {
                Collect(table, words[^length..], words[..^length], best);
            }
        }

        return [.. best.OrderBy(match => match.Value).ThenBy(match => hint?.DistanceTo(table.KeyAt(match.Key)) ?? 0).ThenBy(match => match.Key).Take(limit).Select(match => table.At(match.Key))];
    }

    // A rank of 0 is the whole name, 1 its beginning, 2 the beginning of a later word.
    private static void Collect(RegionTable table, string[] name, string[] around, Dictionary<int, int> best)
    {
        var needle = string.Concat(name);
        var names = table.Searchable.AsSpan();
        for (var from = 0; NextWord(names, needle, from) is var position and >= 0; from = position + 1)
        {
            var index = table.IndexAt(position);
            var rank = names[position - 1] != Between ? 2 : names[position + needle.Length] == Between ? 0 : 1;
            if (best.TryGetValue(index, out var known) && known <= rank)
            {
                continue;
            }

            var level = RegionCodeText.LevelOfKey(table.KeyAt(index));
            if (level != RegionLevel.Province && Array.TrueForAll(around, word => LiesIn(table, table.KeyAt(index), level, word)))
            {
                best[index] = rank;
            }
        }
    }

    private static bool LiesIn(RegionTable table, long key, RegionLevel level, string word)
    {
        for (var above = RegionLevel.Province; above < level; above++)
        {
            if (NextWord(table.SearchableAt(table.IndexOf(RegionCodeText.Above(key, above))), word, 0) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // Where a word begins with the text; -1 where none does.
    private static int NextWord(ReadOnlySpan<char> names, string start, int from)
    {
        while (from < names.Length)
        {
            var offset = names[from..].IndexOf(start, StringComparison.OrdinalIgnoreCase);
            if (offset < 0)
            {
                return -1;
            }

            from += offset;
            if (!char.IsAsciiLetterLower(names[from]))
            {
                return from;
            }

            from++;
        }

        return -1;
    }

    // Letters and digits; accents are dropped, apostrophes close up, everything else separates words.
    private static string Plain(string? text)
    {
        var cut = text is null ? string.Empty : text[..Math.Min(text.Length, MaxQueryLength)];
        var kept = new StringBuilder();
        foreach (var rune in cut.EnumerateRunes())
        {
            kept.Append(rune.Value < 0x250 ? rune.ToString() : rune.Value is 0x2018 or 0x2019 or 0x02BC ? "'" : " ");
        }

        var plain = new StringBuilder();
        foreach (var character in kept.ToString().Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                plain.Append(character);
            }
            else if (character != '\'' && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(' ');
            }
        }

        return plain.ToString();
    }
}
