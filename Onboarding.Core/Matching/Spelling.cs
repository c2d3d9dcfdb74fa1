using System.Globalization;
using System.Text;

namespace Onboarding.Core.Matching;

/// <summary>
/// Brings a word of a name into the spelling of today (Ejaan yang Disempurnakan, 1972): dj → j, tj → c, nj → ny, sj → sy,
/// oe → u, and j → y in words that show by one of these that they are spelled the old way (Widjaja → WIJAYA, Soerjadi →
/// SURYADI). A lone j stays, because Joko is no Yoko.
/// </summary>
internal static class Spelling
{
    /// <summary>Capital letters A to Z alone: marks are taken off letters, everything else is dropped.</summary>
    public static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var character in Decomposed(text))
        {
            if (char.IsAsciiLetter(character))
            {
                letters.Append(char.ToUpperInvariant(character));
            }
        }

        return letters.ToString();
    }

    /// <summary>The word in the spelling of today.</summary>
    /// <param name="word">Capital letters A to Z.</param>
    public static string Modern(string word)
    {
        var isOld = word.Contains("DJ", StringComparison.Ordinal) || word.Contains("TJ", StringComparison.Ordinal)
            || word.Contains("NJ", StringComparison.Ordinal) || word.Contains("SJ", StringComparison.Ordinal)
            || word.Contains("OE", StringComparison.Ordinal);
        if (!isOld)
        {
            return word;
        }

        var modern = new StringBuilder(word.Length);
        for (var index = 0; index < word.Length; index++)
        {
            var next = index + 1 < word.Length ? word[index + 1] : '\0';
            var (text, length) = (word[index], next) switch
            {
                ('D', 'J') => ("J", 2),
                ('T', 'J') => ("C", 2),
                ('N', 'J') => ("NY", 2),
                ('S', 'J') => ("SY", 2),
                ('O', 'E') => ("U", 2),
                ('J', _) => ("Y", 1),
                _ => (word[index].ToString(), 1),
            };
            modern.Append(text);
            index += length - 1;
        }

        return modern.ToString();
    }

    /// <summary>The text with letters and their marks apart. What cannot be decomposed, such as half a surrogate pair, is left out.</summary>
    public static string Decomposed(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isNoncharacter = (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
            if (!isNoncharacter && Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherNotAssigned)
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormKD);
    }
}
