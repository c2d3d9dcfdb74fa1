using System.Globalization;
using System.Text;
using Onboarding.Core.Matching;

namespace Onboarding.Core.Customers;

/// <summary>A word that somebody searches for.</summary>
/// <param name="Plain">The word in plain capitals.</param>
/// <param name="Sounds">How it sounds: one key, or two for a word that is two (Abdurrahman).</param>
internal sealed record SearchTerm(string Plain, IReadOnlyList<string> Sounds)
{
    /// <summary>It may be a part of a name and is not printed.</summary>
    public override string ToString() => nameof(SearchTerm);
}

/// <summary>Takes names apart into the words under which customers are found. What is stored and what is looked for go the same way.</summary>
internal static class SearchWords
{
    /// <summary>Words of one name that are kept.</summary>
    public const int MostWords = 12;

    /// <summary>Words of one question that are looked for.</summary>
    public const int MostTerms = 6;

    /// <summary>Longest beginning of a name by which results are sorted.</summary>
    public const int SortLength = 48;

    /// <summary>The words to store for a name: as they are written, and as they sound.</summary>
    public static IEnumerable<string> Of(string name)
    {
        var words = Split(name).Take(MostWords).ToList();
        return words.Concat(words.SelectMany(Sounds)).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The words of a name as they are written, each once.</summary>
    public static IEnumerable<string> Written(string name) => Split(name).Take(MostWords).Distinct(StringComparer.Ordinal);

    /// <summary>The words that somebody searches for; one that stands twice counts once.</summary>
    public static IReadOnlyList<SearchTerm> Terms(string text) =>
        [.. Split(text).Distinct(StringComparer.Ordinal).Take(MostTerms).Select(word => new SearchTerm(word, [.. Sounds(word)]))];

    /// <summary>The beginning of a name by which results are sorted.</summary>
    public static string SortName(string name) => name.Length > SortLength ? Cut(name, SortLength).TrimEnd() : name;

    // Letters and digits of any script; marks are taken off, an apostrophe is no border (Ma'ruf).
    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in Spelling.Decomposed(text).ToUpperInvariant().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(rune);
            }
            else if (!IsInside(rune) && word.Length > 0)
            {
                yield return Cut(word.ToString(), CustomerWord.MaxLength - 1);
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return Cut(word.ToString(), CustomerWord.MaxLength - 1);
        }
    }

    private static bool IsInside(Rune rune) => rune.Value is '\'' or '`' or 0x2019 or 0x02BC || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    // Never within a character that takes two places: PostgreSQL does not take half of one.
    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static IEnumerable<string> Sounds(string word) => MatchName.OfPerson(word).Words
        .Where(part => !part.IsInitial && part.Sound.Length > 0)
        .Select(part => CustomerWord.SoundMark + (part.Sound.Length > CustomerWord.MaxLength - 1 ? part.Sound[..(CustomerWord.MaxLength - 1)] : part.Sound));
}
