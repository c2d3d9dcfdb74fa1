using System.Collections.Frozen;

namespace Onboarding.Core.Matching;

/// <summary>A word of a name, ready to be compared.</summary>
/// <param name="Text">The word in the spelling of today, abbreviations and variants in their one form.</param>
/// <param name="Sound">Its <see cref="SoundKey"/>.</param>
/// <param name="Weight">How much it tells: 4 for a word of a name, 2 for one that very many bear, 1 for an initial or the father's name.</param>
internal readonly record struct NameWord(string Text, string Sound, int Weight)
{
    /// <summary>Weight of an initial and of the father's name.</summary>
    public const int Little = 1;

    /// <summary>Weight of a word that very many bear.</summary>
    public const int Common = 2;

    /// <summary>Weight of any other word.</summary>
    public const int Full = 4;

    /// <summary>True for a single letter.</summary>
    public bool IsInitial => Text.Length == 1;
}

/// <summary>
/// A name taken apart for comparison: titles and particles are gone, every word is in one spelling. The order of the
/// words is kept only in <see cref="Joined"/>.
/// </summary>
/// <param name="Words">The words, at most <see cref="MostWords"/>.</param>
/// <param name="Joined">All words in one, in their order: "Nur Hidayat" and "Nurhidayat" are the same here.</param>
/// <param name="Plain">The letters as they were typed, without marks and titles: equal only when the spelling is.</param>
internal sealed record MatchName(IReadOnlyList<NameWord> Words, string Joined, string Plain)
{
    /// <summary>Words beyond these are not compared one by one; no name on an identity card has more.</summary>
    public const int MostWords = 8;

    private const int LongestWord = 40;
    private const int ShortestCompound = 8;

    /// <summary>No name.</summary>
    public static readonly MatchName None = new([], string.Empty, string.Empty);

    /// <summary>True when nothing of the name can be compared: it is empty, or in another script.</summary>
    public bool IsEmpty => Words.Count == 0;

    /// <summary>True when the name is made of words alone that very many bear, or of a single word.</summary>
    public bool IsCommon => Words.All(word => word.Weight != NameWord.Full) || Words.Count == 1;

    /// <summary>Equal when the letters are: what was taken from them follows.</summary>
    public bool Equals(MatchName? other) => other is not null && Plain == other.Plain;

    /// <inheritdoc />
    public override int GetHashCode() => Plain.GetHashCode(StringComparison.Ordinal);

    /// <summary>A name is personal data and is not printed.</summary>
    public override string ToString() => nameof(MatchName);

    /// <summary>A person's name.</summary>
    public static MatchName OfPerson(string? name)
    {
        var pieces = Pieces(BeforeTitles(name ?? string.Empty)).ToList();
        var words = pieces.SkipWhile((piece, index) => index + 1 < pieces.Count && NameWords.TitlesBefore.Contains(piece)).ToList();
        while (words.Count > 1 && NameWords.TitlesAfter.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        var father = words.Count < 2 ? -1 : words.FindIndex(1, NameWords.BeforeFather.Contains);
        var own = Without(father < 0 ? words : words[..father], NameWords.Particles);
        var fathers = father < 0 ? [] : words[(father + 1)..];
        return Make([.. own, .. fathers], own.SelectMany(Compound).Select(word => Person(word)).Concat(fathers.Select(word => Person(word) with { Weight = NameWord.Little })));
    }

    /// <summary>The name of a business, without its legal form.</summary>
    public static MatchName OfBusiness(string? name)
    {
        var pieces = Pieces((name ?? string.Empty).Replace(',', ' ')).ToList();
        var kept = Without(Without(pieces, NameWords.LegalWords), NameWords.Particles);
        return Make(kept, kept.Select(word => Word(word, NameWords.BusinessVariants, NameWords.CommonInBusinesses)));
    }

    private static MatchName Make(IReadOnlyList<string> plain, IEnumerable<NameWord> words)
    {
        var made = words.Take(MostWords).ToList();
        return new MatchName(made, string.Concat(made.Select(word => word.Text)), string.Join(' ', plain));
    }

    private static NameWord Person(string word) => Word(word, NameWords.Variants, NameWords.CommonInPersons);

    private static NameWord Word(string word, FrozenDictionary<string, string> variants, FrozenSet<string> common)
    {
        var known = Known(word, variants);
        return new NameWord(known, SoundKey.Of(known), known.Length == 1 ? NameWord.Little : common.Contains(known) ? NameWord.Common : NameWord.Full);
    }

    // "Budi Hartono, S.E., M.M.": what stands behind the first comma is titles, unless nothing stands before it.
    private static string BeforeTitles(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 && name.AsSpan(0, comma).Trim().Length > 1 ? name[..comma] : name.Replace(',', ' ');
    }

    // Dots end an abbreviation ("Moh.Rizki") unless the word is a title ("S.E."); an apostrophe is no border, a hyphen is.
    private static IEnumerable<string> Pieces(string name)
    {
        foreach (var raw in name.Split([' ', '\t', '\u00A0', '-', '/', '&', '+', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries))
        {
            var whole = Letters(raw);
            var parts = raw.Split('.', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 2 || NameWords.TitlesAfter.Contains(whole) || NameWords.LegalWords.Contains(whole))
            {
                if (whole.Length > 0)
                {
                    yield return whole;
                }

                continue;
            }

            foreach (var letters in parts.Select(Letters).Where(letters => letters.Length > 0))
            {
                yield return letters;
            }
        }
    }

    private static string Letters(string text)
    {
        var letters = Spelling.Letters(text);
        return letters.Length > LongestWord ? letters[..LongestWord] : letters;
    }

    private static List<string> Without(List<string> words, FrozenSet<string> dropped)
    {
        var kept = words.Where(word => !dropped.Contains(word)).ToList();
        return kept.Count > 0 ? kept : words;
    }

    // Abdurrahman, Abdul Rahman and Abd. Rohman are one name, but Abdullah is a name of its own.
    private static IEnumerable<string> Compound(string word)
    {
        if (word.Length >= ShortestCompound && word.StartsWith("ABD", StringComparison.Ordinal) && word[3] is 'U' or 'O')
        {
            var at = word[3..] switch
            {
                ['U' or 'O', 'L', 'L', ..] => 0,
                ['U' or 'O', 'L', ..] => 5,
                ['U' or 'O', var first, var second, ..] when first == second => 5,
                ['U' or 'O', 'R', ..] => 4,
                _ => 0,
            };
            if (at > 0)
            {
                return ["ABDUL", word[at..]];
            }
        }

        return [word];
    }

    private static string Known(string word, FrozenDictionary<string, string> variants)
    {
        if (variants.TryGetValue(word, out var known))
        {
            return known;
        }

        var modern = Spelling.Modern(word);
        return variants.TryGetValue(modern, out known) ? known : modern;
    }
}
