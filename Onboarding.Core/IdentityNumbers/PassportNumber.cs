namespace Onboarding.Core.IdentityNumbers;

/// <summary>The number of a passport: 5 to 20 capital letters and digits.</summary>
public sealed record PassportNumber : TextValue, ITextValue<PassportNumber>
{
    /// <summary>The greatest length taken; the machine-readable zone has room for nine.</summary>
    public const int MaxLength = 20;

    private const int MinLength = 5;

    private PassportNumber(string value)
        : base(value)
    {
    }

    static int ITextValue<PassportNumber>.MaxLength => MaxLength;

    /// <summary>Reads a passport number; spaces, dots and hyphens are removed, letters become capitals.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<PassportNumber> Read(string? text)
    {
        var number = InputText.Compact(text).ToUpperInvariant();
        return DocumentNumber.Check(number, MinLength, MaxLength, char.IsAsciiLetterOrDigit) is { Count: > 0 } errors
            ? new Reading<PassportNumber>(errors)
            : new Reading<PassportNumber>(new PassportNumber(number), []);
    }

    /// <inheritdoc/>
    public static PassportNumber FromStored(string value) => new(value);

    /// <summary>The first two characters stay readable.</summary>
    public override string Mask() => InputText.KeepFirst(Value, 2);
}
