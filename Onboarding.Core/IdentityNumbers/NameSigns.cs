using System.Globalization;
using System.Text;

namespace Onboarding.Core.IdentityNumbers;

/// <summary>
/// What the signs of a name say about it. A name is kept as it was given: what no register would take is shown to the verifier,
/// and only what is no name at all is refused.
/// </summary>
internal static class NameSigns
{
    private const string UsualMarks = " .,'-";

    /// <summary>The most serious thing to say about a name, or null when it has only usual signs.</summary>
    /// <param name="name">The name, in one line.</param>
    /// <param name="digitsAllowed">Whether digits are usual, as in the names of businesses.</param>
    /// <param name="moreMarks">Further usual marks.</param>
    public static Finding? Find(string name, bool digitsAllowed, string moreMarks = "")
    {
        if (name.Contains('\uFFFD', StringComparison.Ordinal))
        {
            return Finding.Error(FindingCode.CharacterNotAllowed);
        }

        var hasLetter = false;
        var isUnusual = false;
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || (digitsAllowed && Rune.IsDigit(rune)))
            {
                hasLetter = true;
            }
            else if (Rune.IsDigit(rune))
            {
                return Finding.Error(FindingCode.NameWithDigit);
            }
            else if (!IsUsual(rune, moreMarks))
            {
                isUnusual = true;
            }
        }

        return !hasLetter ? Finding.Error(FindingCode.NameWithoutLetter)
            : isUnusual ? Finding.Warning(FindingCode.NameUnusual)
            : null;
    }

    // Joiners are a part of some scripts; a sign of writing direction is not a part of a name, though harmless.
    private static bool IsUsual(Rune rune, string moreMarks) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        || rune.Value is 0x200C or 0x200D
        || (rune.IsAscii && (UsualMarks.Contains((char)rune.Value, StringComparison.Ordinal) || moreMarks.Contains((char)rune.Value, StringComparison.Ordinal)));
}
