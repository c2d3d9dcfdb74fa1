using System.Buffers;
using System.Globalization;
using System.Text;

namespace Onboarding.Core.IdentityNumbers;

/// <summary>Cleans text as it comes from keyboards, spreadsheets and copied documents, before it is read.</summary>
internal static class InputText
{
    // Letters and marks by Unicode category that nevertheless show nothing.
    private static readonly SearchValues<char> InvisibleLetters =
        SearchValues.Create("\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180E\u180F\u3164\uFFA0\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F");

    // How spreadsheets and forms set digits apart; '=' and the quotes are what is left of ="0123" and '0123.
    private const string MoreSeparators = ",_/·•'\u2019\"=";

    private const string LabelEnds = ":#";

    // Joiners, signs of writing direction and the sign that colours an emoji: they show nothing, yet belong to what was written.
    private static readonly SearchValues<char> WritingMarks = SearchValues.Create("\u200C\u200D\u200E\u200F\u061C\uFE0F");

    /// <summary>
    /// Removes spaces, dots, hyphens and everything invisible: how digits are grouped says nothing. Digits of other scripts and
    /// wide characters of East Asian keyboards become the plain ones they stand for.
    /// </summary>
    public static string Compact(string? text)
    {
        var kept = new StringBuilder();
        foreach (var rune in (text ?? string.Empty).EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !IsInvisible(rune) && rune.Value != '.' && !IsHyphen(rune))
            {
                kept.Append(Plain(rune));
            }
        }

        return kept.ToString();
    }

    /// <summary>
    /// A number without what was copied with it: a label before it ("NIK: ", "No. KTP "), separators of any kind, and the
    /// quotes by which spreadsheets keep a number as text.
    /// </summary>
    /// <param name="text">The text as entered.</param>
    /// <param name="labels">The words of the label, in capitals.</param>
    public static string Number(string? text, params ReadOnlySpan<string> labels)
    {
        var kept = new StringBuilder();
        foreach (var character in WithoutLabel(Compact(text), labels))
        {
            if (!MoreSeparators.Contains(character, StringComparison.Ordinal))
            {
                kept.Append(character);
            }
        }

        return kept.ToString();
    }

    /// <summary>A compact text without the words of a label at its beginning.</summary>
    public static string WithoutLabel(string compact, params ReadOnlySpan<string> labels)
    {
        var rest = compact.AsSpan();
        for (var found = true; found;)
        {
            found = false;
            foreach (var label in labels)
            {
                if (rest.StartsWith(label, StringComparison.OrdinalIgnoreCase))
                {
                    rest = rest[label.Length..];
                    found = true;
                }
            }
        }

        return rest.Length == compact.Length ? compact : rest.TrimStart(LabelEnds).ToString();
    }

    /// <summary>
    /// Whether a text holds what changes how everything after it is shown, or what no keyboard writes: control characters,
    /// overrides and isolates of the writing direction, half a surrogate pair.
    /// </summary>
    public static bool HoldsControls(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsSurrogate(character))
            {
                if (!char.IsSurrogatePair(text, index))
                {
                    return true;
                }

                index++;
            }
            else if ((char.IsControl(character) && character is not ('\t' or '\r' or '\n')) || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// One line of text: composed form, single spaces, one kind of apostrophe and hyphen,
    /// nothing invisible. What is no character at all becomes U+FFFD, which no value allows.
    /// </summary>
    /// <param name="text">The text as entered.</param>
    /// <param name="keepsMarks">Keeps the marks that belong to a script or an emoji.</param>
    /// <returns>The text, and whether something invisible had to be removed.</returns>
    public static (string Text, bool RemovedInvisible) Line(string? text, bool keepsMarks = false)
    {
        var kept = new StringBuilder();
        var removedInvisible = false;
        var spacePending = false;
        foreach (var rune in (text ?? string.Empty).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                spacePending = kept.Length > 0;
            }
            else if (IsInvisible(rune) && !(keepsMarks && IsWritingMark(rune)))
            {
                removedInvisible = true;
            }
            else
            {
                if (spacePending)
                {
                    kept.Append(' ');
                    spacePending = false;
                }

                kept.Append(Composable(rune));
            }
        }

        // Composing comes first: it turns other signs into apostrophes, such as the Greek numeral sign.
        var line = new StringBuilder();
        foreach (var rune in kept.ToString().Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            line.Append(OneForm(rune));
        }

        return (line.ToString(), removedInvisible);
    }

    /// <summary>Whether the text is made of the digits 0–9 alone. Digits of other scripts do not count.</summary>
    public static bool IsDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether one digit fills the whole text.</summary>
    public static bool IsOneCharacterRepeated(ReadOnlySpan<char> text) =>
        text.Length > 0 && text.IndexOfAnyExcept(text[0]) < 0;

    /// <summary>Checks a number that is nothing but digits of certain lengths; empty when it is one.</summary>
    public static IReadOnlyList<Finding> CheckDigits(string digits, params ReadOnlySpan<int> lengths)
    {
        if (digits.Length == 0)
        {
            return [Finding.Error(FindingCode.Required)];
        }

        if (!IsDigits(digits))
        {
            return [Finding.Error(IsRounded(digits) ? FindingCode.RoundedBySpreadsheet : FindingCode.DigitsOnly)];
        }

        return lengths.Contains(digits.Length)
            ? []
            : [Finding.Error(FindingCode.WrongLength, [.. lengths.ToArray().Cast<object>()])];
    }

    /// <summary>The first characters, then a star for each of the others.</summary>
    public static string KeepFirst(string value, int count)
    {
        var shown = Math.Min(count, value.Length);
        return string.Concat(value.AsSpan(0, shown), new string('*', value.Length - shown));
    }

    /// <summary>The first letter of each word and three stars, whatever its length.</summary>
    public static string KeepInitials(string value) =>
        string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => StringInfo.GetNextTextElement(word) + "***"));

    /// <summary>Whether it is 3.17103E+15, without its dot: the digits that the spreadsheet left out are lost.</summary>
    public static bool IsRounded(ReadOnlySpan<char> text)
    {
        var exponent = text.IndexOf("E+", StringComparison.OrdinalIgnoreCase);
        return exponent > 0 && exponent < text.Length - 2 && IsDigits(text[..exponent]) && IsDigits(text[(exponent + 2)..]);
    }

    private static Rune Plain(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber ? new Rune((char)('0' + (int)Rune.GetNumericValue(rune)))
        : rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0)
        : rune;

    private static Rune OneForm(Rune rune) => IsHyphen(rune) ? new Rune('-') : IsApostrophe(rune) ? new Rune('\'') : rune;

    // Composing a text throws at noncharacters such as U+FFFE; broken surrogates have been replaced by the enumeration.
    private static Rune Composable(Rune rune) =>
        (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF ? Rune.ReplacementChar : rune;

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        || (rune.IsBmp && InvisibleLetters.Contains((char)rune.Value))
        || rune.Value is >= 0xE0100 and <= 0xE01EF;

    /// <summary>Whether a rune shows nothing itself but belongs to a script or an emoji.</summary>
    public static bool IsWritingMark(Rune rune) => rune.IsBmp && WritingMarks.Contains((char)rune.Value);

    private static bool IsHyphen(Rune rune) => rune.Value is '-' or (>= 0x2010 and <= 0x2015) or 0x2212 or 0xFE63 or 0xFF0D;

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '`' or 0x00B4 or 0x02BC or 0x02BB or 0x2018 or 0x2019 or 0x02B9;
}
