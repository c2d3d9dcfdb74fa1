namespace Onboarding.Core.IdentityNumbers;

/// <summary>
/// Nomor Identitas Tempat Kegiatan Usaha: the 16-digit NPWP and a six-digit sequence, 000000 for the head office.
/// It replaces the NPWP of branches (PMK 112/PMK.03/2022).
/// </summary>
public sealed record Nitku : TextValue, ITextValue<Nitku>
{
    /// <summary>A NITKU always has this many digits.</summary>
    public const int MaxLength = 22;

    private Nitku(string value)
        : base(value)
    {
    }

    static int ITextValue<Nitku>.MaxLength => MaxLength;

    /// <summary>The 16-digit NPWP that it belongs to.</summary>
    public Npwp Npwp => Npwp.FromStored(Value[..Npwp.MaxLength]);

    /// <summary>Whether it is the head office and not a branch.</summary>
    public bool IsHeadOffice => Value.EndsWith("000000", StringComparison.Ordinal);

    /// <summary>Reads a NITKU; separators and a label before it are removed. What is found about the NPWP in it is found about it.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<Nitku> Read(string? text)
    {
        var digits = InputText.Number(text, "NOMOR", "NO", "NITKU");
        return InputText.CheckDigits(digits, MaxLength) is { Count: > 0 } errors
            ? new Reading<Nitku>(errors)
            : new Reading<Nitku>(new Nitku(digits), Npwp.Read(digits[..Npwp.MaxLength]).Findings);
    }

    /// <inheritdoc/>
    public static Nitku FromStored(string value) => new(value);

    /// <summary>Compares the NPWP in it with that of the same business. Says nothing of a branch's own number, from which none follows.</summary>
    /// <param name="npwp">The NPWP of the business.</param>
    public IReadOnlyList<Finding> CompareWith(Npwp npwp)
    {
        var sixteen = npwp.Kind == NpwpKind.FifteenDigits ? npwp.ToSixteenDigitsOfEntity() : npwp;
        return sixteen is null || npwp.IsBranch || sixteen == Npwp ? [] : [Finding.Warning(FindingCode.NitkuDiffersFromNpwp)];
    }

    /// <summary>The first four digits stay readable.</summary>
    public override string Mask() => InputText.KeepFirst(Value, 4);
}
