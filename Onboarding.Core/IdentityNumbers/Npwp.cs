namespace Onboarding.Core.IdentityNumbers;

/// <summary>
/// Nomor Pokok Wajib Pajak, the tax number: 15 digits until 2024, 16 since (PMK 112/PMK.03/2022, PER-7/PJ/2025).
/// Both forms still occur side by side and are kept as entered, digits only.
/// </summary>
public sealed record Npwp : TextValue, ITextValue<Npwp>
{
    /// <summary>The number of digits of the present form; the older one has one less.</summary>
    public const int MaxLength = 16;

    private const int OldLength = 15;
    private const string HeadOffice = "000";

    private Npwp(string value)
        : base(value)
    {
    }

    static int ITextValue<Npwp>.MaxLength => MaxLength;

    /// <summary>The number system it belongs to.</summary>
    public NpwpKind Kind => KindOf(Value);

    /// <summary>
    /// Whether it is the number of a branch or of a family member under the number of the head.
    /// Ask for the <see cref="Nitku"/> then: it cannot be derived, since the branch may sit at another tax office.
    /// </summary>
    public bool IsBranch => IsBranchNumber(Value);

    /// <summary>Reads an NPWP; separators and a label before it are removed.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<Npwp> Read(string? text)
    {
        var digits = InputText.Number(text, "NOMOR", "NO", "NPWP");
        if (InputText.CheckDigits(digits, OldLength, MaxLength) is { Count: > 0 } errors)
        {
            return new Reading<Npwp>(errors);
        }

        return IsPlaceholder(digits)
            ? new Reading<Npwp>(Finding.Error(FindingCode.Placeholder))
            : new Reading<Npwp>(new Npwp(digits), Warnings(digits));
    }

    /// <inheritdoc/>
    public static Npwp FromStored(string value) => new(value);

    /// <summary>
    /// The 16-digit form of an entity's number: a zero before the 15 digits. Nothing for a branch.
    /// Never for an individual, whose new number is the NIK and has to be matched by the tax office.
    /// </summary>
    public Npwp? ToSixteenDigitsOfEntity() => Kind switch
    {
        NpwpKind.FifteenDigits => IsBranch ? null : new Npwp("0" + Value),
        NpwpKind.EntityFromFifteenDigits or NpwpKind.SystemIssued => this,
        NpwpKind.Individual or NpwpKind.Unknown => null,
    };

    /// <summary>Compares the number of an individual with the NIK, which it has to equal. Says nothing about other kinds.</summary>
    /// <param name="nik">The NIK of the same customer.</param>
    public IReadOnlyList<Finding> CompareWith(Nik nik) =>
        Kind == NpwpKind.Individual && Value != nik.Value
            ? [Finding.Warning(FindingCode.NpwpDiffersFromNik)]
            : [];

    /// <summary>Looks at whose number a legal entity gives: that of an individual, often the director's own, is a warning.</summary>
    public IReadOnlyList<Finding> CheckIsOfEntity() =>
        Kind == NpwpKind.Individual ? [Finding.Warning(FindingCode.NpwpOfIndividual)] : [];

    /// <summary>As people know it: <c>12.345.678.2-999.000</c> for 15 digits, plain for 16. Personal data like <see cref="TextValue.Value"/>.</summary>
    public string ToPrintedForm() => Value.Length == OldLength
        ? $"{Value[..2]}.{Value[2..5]}.{Value[5..8]}.{Value[8]}-{Value[9..12]}.{Value[12..]}"
        : Value;

    /// <summary>The first four digits stay readable, as with a NIK, which it can be.</summary>
    public override string Mask() => InputText.KeepFirst(Value, 4);

    private static List<Finding> Warnings(string digits)
    {
        var findings = new List<Finding>();
        switch (KindOf(digits))
        {
            case NpwpKind.FifteenDigits:
            case NpwpKind.EntityFromFifteenDigits:
                if (!LuhnCheckDigit.IsValid(NineDigits(digits)))
                {
                    findings.Add(Finding.Warning(FindingCode.NpwpCheckDigitMismatch));
                }

                if (IsBranchNumber(digits))
                {
                    findings.Add(Finding.Warning(FindingCode.NpwpIsBranch));
                }

                break;
            case NpwpKind.Individual:
                findings.AddRange(Nik.Read(digits).Findings);
                break;
            case NpwpKind.Unknown:
                findings.Add(Finding.Warning(FindingCode.NpwpPatternUnknown));
                break;
            case NpwpKind.SystemIssued:
                break;
        }

        return findings;
    }

    private static NpwpKind KindOf(string digits)
    {
        if (digits.Length == OldLength)
        {
            return NpwpKind.FifteenDigits;
        }

        if (digits.StartsWith('0'))
        {
            return NpwpKind.EntityFromFifteenDigits;
        }

        // No province has the code 10, so these cannot be mistaken for a NIK.
        if (digits.StartsWith("10", StringComparison.Ordinal))
        {
            return NpwpKind.SystemIssued;
        }

        return Nik.Read(digits).IsValid ? NpwpKind.Individual : NpwpKind.Unknown;
    }

    // All zeros pass the check digit; a taxpayer serial of zero is nobody's, whatever surrounds it.
    private static bool IsPlaceholder(string digits) =>
        InputText.IsOneCharacterRepeated(digits)
        || (KindOf(digits) is NpwpKind.FifteenDigits or NpwpKind.EntityFromFifteenDigits
            && NineDigits(digits).Slice(2, 6).SequenceEqual("000000"));

    private static bool IsBranchNumber(string digits) =>
        KindOf(digits) is NpwpKind.FifteenDigits or NpwpKind.EntityFromFifteenDigits
        && !digits.EndsWith(HeadOffice, StringComparison.Ordinal);

    private static ReadOnlySpan<char> NineDigits(string digits) =>
        digits.AsSpan(digits.Length - OldLength, 9);
}
