using System.Text;

namespace Onboarding.Core.IdentityNumbers;

/// <summary>
/// The full name of a person in one field, as on the identity document. One word is legal and common,
/// so there is no family name (Permendagri 73/2022). Letters of any script, space, dot, comma, apostrophe, hyphen; anything else
/// but a digit is kept as given with a warning, since people enter what their papers show and a verifier looks at it.
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
    public static Reading<PersonName> Read(string? text) => Read(text, cardLength: null);

    /// <summary>Reads the name of an Indonesian citizen; more than <see cref="IdentityCardMaxLength"/> characters, which older records have, are a warning.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<PersonName> ReadFromIdentityCard(string? text) => Read(text, IdentityCardMaxLength);

    /// <inheritdoc/>
    public static PersonName FromStored(string value) => new(value);

    /// <summary>The first letter of each word stays readable.</summary>
    public override string Mask() => InputText.KeepInitials(Value);

    private static Reading<PersonName> Read(string? text, int? cardLength)
    {
        var (name, removedInvisible) = InputText.Line(text, keepsMarks: true);
        if (name.Length == 0)
        {
            return new Reading<PersonName>(Finding.Error(FindingCode.Required));
        }

        var findings = new List<Finding>();
        if (removedInvisible)
        {
            findings.Add(Finding.Warning(FindingCode.InvisibleCharacterRemoved));
        }

        if (name.Length > MaxLength)
        {
            findings.Add(Finding.Error(FindingCode.TooLong, MaxLength));
        }
        else if (name.Length > cardLength)
        {
            findings.Add(Finding.Warning(FindingCode.NameLongerThanOnCard, IdentityCardMaxLength));
        }

        if (NameSigns.Find(name, digitsAllowed: false) is { } finding)
        {
            findings.Add(finding);
        }

        if (name.EnumerateRunes().Count(Rune.IsLetter) == 1)
        {
            findings.Add(Finding.Warning(FindingCode.NameOneLetter));
        }

        return new Reading<PersonName>(new PersonName(name), findings);
    }
}
