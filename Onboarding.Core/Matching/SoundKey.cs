using System.Text;

namespace Onboarding.Core.Matching;

/// <summary>
/// A key that words share which an Indonesian ear may take for one another. Words with one key are candidates, no more:
/// how alike they are is judged by <see cref="NameComparison"/>.
/// <list type="number">
/// <item>Pairs of letters that are one sound: sy, sh → s; kh, ch → h or c (see below); dh, th, bh, gh → d, t, b, g; dz → z; ts → s; ph → f; ck → k; ng and ny stay.</item>
/// <item>Sounds that are exchanged: f, v → p; z, x → s; q → k; j, y → y (Jaja and Yaya: the spelling before and after 1972).</item>
/// <item>h is silent nearly everywhere and dropped: Achmad, Akhmad, Ahmad; Rohmat, Rochmat; Indah, Inda.</item>
/// <item>At the end d → t, b → p, g → k, except ng: Achmad, Achmat; Wahid, Wahit.</item>
/// <item>Vowels fall into three: a; i with e, and with y beside a consonant; u with o. ai, ae, oi, ei → i; au, oe, oo → u; a final o → a (Santosa, Santoso).</item>
/// <item>Twice the same letter is once. A word with three consonants or more is its consonants and its first vowel sound.</item>
/// </list>
/// "ch" is the old spelling of kh in Arabic names and of c in Chinese and Western ones: after a vowel, and before ai, oi, o, u, it counts as h.
/// </summary>
internal static class SoundKey
{
    private const string Vowels = "AIU";
    private const int ShortWord = 3;

    /// <summary>The key of a word; empty only for an empty word.</summary>
    /// <param name="word">Capital letters A to Z, in the spelling of today.</param>
    public static string Of(string word)
    {
        var sounds = Vowelled(Consonants(word));
        var key = Collapse(sounds);
        if (key.Length == 0)
        {
            return word;
        }

        key = EndHard(key);
        var consonants = key.Count(letter => !Vowels.Contains(letter, StringComparison.Ordinal));
        return consonants < ShortWord ? key : string.Concat(key.Where((letter, index) => index == 0 || !Vowels.Contains(letter, StringComparison.Ordinal)));
    }

    private static string Consonants(string word)
    {
        var sounds = new StringBuilder(word.Length);
        for (var index = 0; index < word.Length; index++)
        {
            var next = index + 1 < word.Length ? word[index + 1] : '\0';
            var (sound, length) = (word[index], next) switch
            {
                ('C', 'H') => (SoundOfCh(word, index), 2),
                ('K', 'H') => (string.Empty, 2),
                ('S', 'Y') or ('S', 'H') or ('T', 'S') => ("S", 2),
                ('D', 'Z') => ("S", 2),
                ('D', 'H') => ("D", 2),
                ('D', 'L') when index > 0 => ("D", 2),
                ('T', 'H') => ("T", 2),
                ('B', 'H') => ("B", 2),
                ('G', 'H') => ("G", 2),
                ('P', 'H') => ("P", 2),
                ('C', 'K') => ("K", 2),
                ('C', 'R') => ("KR", 2),
                ('C', '\0') => ("K", 1),
                ('F' or 'V', _) => ("P", 1),
                ('Z', _) => ("S", 1),
                ('X', _) => ("KS", 1),
                ('Q', _) => ("K", 1),
                ('J', _) => ("Y", 1),
                ('H', _) => (string.Empty, 1),
                _ => (word[index].ToString(), 1),
            };
            sounds.Append(sound);
            index += length - 1;
        }

        return sounds.ToString();
    }

    private static string SoundOfCh(string word, int index)
    {
        var isAfterVowel = index > 0 && "AEIOUY".Contains(word[index - 1], StringComparison.Ordinal);
        var rest = word.AsSpan(index + 2);
        if (rest.StartsWith("R"))
        {
            return "K";
        }

        return isAfterVowel || rest.StartsWith("AI") || rest.StartsWith("OI") || rest.StartsWith("O") || rest.StartsWith("US") || rest.StartsWith("AD") || rest.StartsWith("AS")
            ? string.Empty
            : "C";
    }

    // Vowel pairs first, then each vowel to its class; y is a consonant only between vowels and at the beginning.
    private static string Vowelled(string text)
    {
        var sounds = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var next = index + 1 < text.Length ? text[index + 1] : '\0';
            var (sound, length) = (text[index], next) switch
            {
                ('A' or 'O' or 'E', 'I') or ('A', 'E') or ('I', 'E') or ('E', 'E') => ('I', 2),
                ('A', 'U') or ('O', 'E') or ('O', 'O') or ('O', 'U') => ('U', 2),
                ('A', 'Y') when index + 2 == text.Length => ('I', 2),
                ('I', 'Y') when IsVowel(text, index + 2) => ('I', 2),
                ('U', 'W') when IsVowel(text, index + 2) => ('U', 2),
                ('Y', _) when !IsVowel(text, index + 1) || (index > 0 && !IsVowel(text, index - 1)) => ('I', 1),
                ('E', _) => ('I', 1),
                ('O', '\0') when index > 0 => ('A', 1),
                ('O', _) => ('U', 1),
                _ => (text[index], 1),
            };
            sounds.Append(sound);
            index += length - 1;
        }

        return sounds.ToString();
    }

    private static string Collapse(string text)
    {
        var single = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (single.Length == 0 || single[^1] != letter)
            {
                single.Append(letter);
            }
        }

        return single.ToString();
    }

    private static string EndHard(string key)
    {
        var last = key[^1] switch
        {
            'D' => 'T',
            'B' => 'P',
            'G' when key.Length < 2 || key[^2] != 'N' => 'K',
            var other => other,
        };
        return string.Concat(key.AsSpan(0, key.Length - 1), [last]);
    }

    private static bool IsVowel(string text, int index) => index < text.Length && "AEIOU".Contains(text[index], StringComparison.Ordinal);
}
