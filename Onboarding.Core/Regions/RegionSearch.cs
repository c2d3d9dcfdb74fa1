using System.Globalization;
using System.Text;

namespace Onboarding.Core.Regions;

/// <summary>
/// Finds regions by a part of their name: "kemayoran", "kemayoran jakarta", "bandung lengkong". One pass over the block of
/// names with the vectorised search of the framework takes well under a millisecond, so it needs no index.
/// </summary>
internal static class RegionSearch
{
    private const int MaxQueryLength = 80;
    private const int LeastLetters = 3;

    // Words that say what a name is, not which; left out unless nothing else was typed.
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "KEL", "KELURAHAN", "DESA", "DS", "KEC", "KECAMATAN", "DISTRIK", "GAMPONG", "NAGARI", "KAMPUNG", "PROV", "PROVINSI", "KAB",
    };

    /// <summary>The bytes of the names as the search compares them: capitals, and a space for what is neither letter nor digit.</summary>
    public static byte[] Fold(byte[] names)
    {
        var folded = new byte[names.Length];
        for (var index = 0; index < names.Length; index++)
        {
            folded[index] = names[index] switch
            {
                >= (byte)'a' and <= (byte)'z' and var letter => (byte)(letter - ('a' - 'A')),
                (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9') or (byte)'\n' => names[index],
                _ => (byte)' ',
            };
        }

        return folded;
    }

    /// <summary>The best matches below the level of the province.</summary>
    public static IReadOnlyList<Region> Find(RegionTable table, string? text, int limit)
    {
        var words = Words(text);
        if (words.Sum(word => word.Length) < LeastLetters)
        {
            return [];
        }

        // The name can stand before or after the region it lies in; the longer the name, the better the match.
        var best = new Dictionary<int, int>();
        for (var length = words.Length; length > 0; length--)
        {
            Collect(table, words[..length], words[length..], best);
            if (length < words.Length)
            {
                Collect(table, words[^length..], words[..^length], best);
            }

            if (best.Count >= limit)
            {
                break;
            }
        }

        return [.. best.OrderBy(match => match.Value).ThenBy(match => match.Key).Take(limit).Select(match => table.At(match.Key))];
    }

    private static void Collect(RegionTable table, string[] name, string[] around, Dictionary<int, int> best)
    {
        var needle = Encoding.ASCII.GetBytes(string.Join(' ', name));
        var folded = table.Folded.AsSpan();
        for (var from = 0; from < folded.Length;)
        {
            var offset = folded[from..].IndexOf(needle);
            if (offset < 0)
            {
                return;
            }

            var position = from + offset;
            from = position + 1;
            if (folded[position - 1] is not ((byte)' ' or (byte)'\n'))
            {
                continue;
            }

            var index = table.IndexAt(position);
            var isWhole = folded[position + needle.Length] == '\n';
            var rank = folded[position - 1] == '\n' ? (isWhole ? 0 : 1) : 2;
            if (!best.TryGetValue(index, out var known) || known > rank)
            {
                if (RegionCodeText.LevelOfKey(table.KeyAt(index)) != RegionLevel.Province && LiesIn(table, index, around))
                {
                    best[index] = rank;
                }
            }
        }
    }

    private static bool LiesIn(RegionTable table, int index, string[] around)
    {
        if (around.Length == 0)
        {
            return true;
        }

        var key = table.KeyAt(index);
        var level = RegionCodeText.LevelOfKey(key);
        return Array.TrueForAll(around, word =>
        {
            var needle = Encoding.ASCII.GetBytes(word);
            for (var above = RegionLevel.Province; above < level; above++)
            {
                if (HasWord(table.FoldedAt(table.IndexOf(RegionCodeText.Above(key, above))), needle))
                {
                    return true;
                }
            }

            return IsJakarta(key) && word == "DKI";
        });
    }

    private static bool HasWord(ReadOnlySpan<byte> name, ReadOnlySpan<byte> start)
    {
        for (var from = 0; from < name.Length;)
        {
            var offset = name[from..].IndexOf(start);
            if (offset < 0)
            {
                return false;
            }

            if (from + offset == 0 || name[from + offset - 1] == ' ')
            {
                return true;
            }

            from += offset + 1;
        }

        return false;
    }

    private static bool IsJakarta(long key) => RegionCodeText.Above(key, RegionLevel.Province) == RegionCodeText.Key("31");

    private static string[] Words(string? text)
    {
        var letters = new StringBuilder();
        foreach (var character in Plain(text).ToUpperInvariant())
        {
            letters.Append(char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) ? character : ' ');
        }

        var all = letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = Array.FindAll(all, word => !Labels.Contains(word));
        return telling.Length == 0 ? all : telling;
    }

    // Accents are dropped; a text that is no text at all (half a surrogate) finds nothing instead of failing.
    private static string Plain(string? text)
    {
        var cut = text is null ? string.Empty : text[..Math.Min(text.Length, MaxQueryLength)];
        var kept = new StringBuilder();
        foreach (var rune in cut.EnumerateRunes())
        {
            kept.Append(rune.Value < 0x250 ? rune.ToString() : " ");
        }

        return string.Concat(kept.ToString().Normalize(NormalizationForm.FormD)
            .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark));
    }
}
