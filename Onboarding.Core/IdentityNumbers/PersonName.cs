using System.Globalization;
using System.Text;

namespace Onboarding.Core.IdentityNumbers;

/// <summary>
/// The full name of a person in one field, as on the identity document. One word is legal and common,
/// so there is no family name (Permendagri 73/2022). Letters of any script, space, dot, comma, apostrophe, hyphen.
/// </summary>
public sealed record PersonName : TextValue, ITextValue<PersonName>
{
    /// <summary>The greatest length taken, for names of foreigners.</summary>
    public const int MaxLength = 100;

    /// <summary>The greatest length on a KTP-el, spaces included (Permendagri 73/2022 Pasal 4).</summary>
    public const int IdentityCardMaxLength = 60;

    private PersonName(string value)
        : base(value)
    {
    }

    static int ITextValue<PersonName>.MaxLength => MaxLength;

    /// <summary>Reads a name of at most <see cref="MaxLength"/> characters; runs of spaces become one.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<PersonName> Read(string? text) => Read(text, MaxLength);

    /// <summary>Reads the name of an Indonesian citizen, who has at most <see cref="IdentityCardMaxLength"/> characters on the card.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<PersonName> ReadFromIdentityCard(string? text) => Read(text, IdentityCardMaxLength);

    /// <inheritdoc/>
    public static PersonName FromStored(string value) => new(value);

    /// <summary>The first letter of each word stays readable.</summary>
    public override string Mask() => InputText.KeepInitials(Value);

    private static Reading<PersonName> Read(string? text, int maxLength)
    {
        var (name, removedInvisible) = InputText.Line(text);
        if (name.Length == 0)
        {
            return new Reading<PersonName>(Finding.Error(FindingCode.Required));
        }

        var findings = new List<Finding>();
        if (removedInvisible)
        {
            findings.Add(Finding.Warning(FindingCode.InvisibleCharacterRemoved));
        }

        if (name.Length > maxLength)
        {
            findings.Add(Finding.Error(FindingCode.TooLong, maxLength));
        }

        if (!name.EnumerateRunes().All(IsAllowed))
        {
            findings.Add(Finding.Error(FindingCode.CharacterNotAllowed));
        }
        else if (!name.EnumerateRunes().Any(Rune.IsLetter))
        {
            findings.Add(Finding.Error(FindingCode.NameWithoutLetter));
        }

        return new Reading<PersonName>(new PersonName(name), findings);
    }

    private static bool IsAllowed(Rune rune) =>
        Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        || rune.Value is ' ' or '.' or ',' or '\'' or '-';
}
