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

    /// <summary>Reads a NITKU; spaces, dots and hyphens are removed. What is found about the NPWP in it is found about it.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<Nitku> Read(string? text)
    {
        var digits = InputText.Compact(text);
        return InputText.CheckDigits(digits, MaxLength) is { Count: > 0 } errors
            ? new Reading<Nitku>(errors)
            : new Reading<Nitku>(new Nitku(digits), Npwp.Read(digits[..Npwp.MaxLength]).Findings);
    }

    /// <inheritdoc/>
    public static Nitku FromStored(string value) => new(value);

    /// <summary>The first four digits stay readable.</summary>
    public override string Mask() => InputText.KeepFirst(Value, 4);
}
