namespace Onboarding.Core.IdentityNumbers;

/// <summary>
/// Nomor Induk Berusaha, the business number from OSS: 13 digits without a check digit (PP 24/2018).
/// That it exists can only be seen at oss.go.id.
/// </summary>
public sealed record Nib : TextValue, ITextValue<Nib>
{
    /// <summary>A NIB always has this many digits.</summary>
    public const int MaxLength = 13;

    private Nib(string value)
        : base(value)
    {
    }

    static int ITextValue<Nib>.MaxLength => MaxLength;

    /// <summary>Reads a NIB; separators and a label before it are removed.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<Nib> Read(string? text)
    {
        var digits = InputText.Number(text, "NOMOR", "NO", "NIB");
        if (InputText.CheckDigits(digits, MaxLength) is { Count: > 0 } errors)
        {
            return new Reading<Nib>(errors);
        }

        return InputText.IsOneCharacterRepeated(digits)
            ? new Reading<Nib>(Finding.Error(FindingCode.Placeholder))
            : new Reading<Nib>(new Nib(digits), []);
    }

    /// <inheritdoc/>
    public static Nib FromStored(string value) => new(value);

    /// <summary>The first four digits stay readable.</summary>
    public override string Mask() => InputText.KeepFirst(Value, 4);
}
