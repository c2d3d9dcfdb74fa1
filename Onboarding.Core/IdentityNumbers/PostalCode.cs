namespace Onboarding.Core.IdentityNumbers;

/// <summary>An Indonesian postal code: five digits, the first one from 1 to 9.</summary>
public sealed record PostalCode : TextValue, ITextValue<PostalCode>
{
    /// <summary>A postal code always has this many digits.</summary>
    public const int MaxLength = 5;

    private PostalCode(string value)
        : base(value)
    {
    }

    static int ITextValue<PostalCode>.MaxLength => MaxLength;

    /// <summary>Reads a postal code; spaces and a label before it are removed.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<PostalCode> Read(string? text)
    {
        var digits = InputText.Number(text, "KODE", "POS");
        if (InputText.CheckDigits(digits, MaxLength) is { Count: > 0 } errors)
        {
            return new Reading<PostalCode>(errors);
        }

        return digits[0] == '0'
            ? new Reading<PostalCode>(Finding.Error(FindingCode.PostalCodeFirstDigit))
            : new Reading<PostalCode>(new PostalCode(digits), []);
    }

    /// <inheritdoc/>
    public static PostalCode FromStored(string value) => new(value);

    /// <summary>Compares its first digit with the province of the same address. A contradiction is a warning.</summary>
    /// <param name="province">The province.</param>
    public IReadOnlyList<Finding> CompareWith(Province province) =>
        province.PostalFirstDigits.Contains(Value[0], StringComparison.Ordinal)
            ? []
            : [Finding.Warning(FindingCode.PostalCodeProvinceMismatch, province.Name)];

    /// <summary>The first two digits stay readable.</summary>
    public override string Mask() => InputText.KeepFirst(Value, 2);
}
