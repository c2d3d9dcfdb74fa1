namespace Onboarding.Core.IdentityNumbers;

/// <summary>The number of a stay permit (ITAS or ITAP): 5 to 20 capital letters, digits and hyphens, since no official format is known.</summary>
public sealed record StayPermitNumber : TextValue, ITextValue<StayPermitNumber>
{
    /// <summary>The greatest length taken.</summary>
    public const int MaxLength = 20;

    private const int MinLength = 5;

    private StayPermitNumber(string value)
        : base(value)
    {
    }

    static int ITextValue<StayPermitNumber>.MaxLength => MaxLength;

    /// <summary>Reads the number; spaces are removed, letters become capitals, hyphens stay.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<StayPermitNumber> Read(string? text)
    {
        var number = InputText.Line(text).Text.Replace(" ", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
        return DocumentNumber.Check(number, MinLength, MaxLength, character => char.IsAsciiLetterOrDigit(character) || character == '-') is { Count: > 0 } errors
            ? new Reading<StayPermitNumber>(errors)
            : new Reading<StayPermitNumber>(new StayPermitNumber(number), []);
    }

    /// <inheritdoc/>
    public static StayPermitNumber FromStored(string value) => new(value);

    /// <summary>The first two characters stay readable.</summary>
    public override string Mask() => InputText.KeepFirst(Value, 2);
}
