namespace Onboarding.Core.IdentityNumbers;

/// <summary>RT/RW, the two neighbourhood units of an address, three digits each: <c>003/012</c>.</summary>
public sealed record NeighbourhoodUnit : TextValue, ITextValue<NeighbourhoodUnit>
{
    /// <summary>Three digits, a slash, three digits.</summary>
    public const int MaxLength = 7;

    private const int PartLength = 3;
    private const string Absent = "000/000";

    private NeighbourhoodUnit(string value)
        : base(value)
    {
    }

    static int ITextValue<NeighbourhoodUnit>.MaxLength => MaxLength;

    /// <summary>Rukun tetangga, three digits.</summary>
    public string Rt => Value[..PartLength];

    /// <summary>Rukun warga, three digits.</summary>
    public string Rw => Value[(PartLength + 1)..];

    /// <summary>Whether the place has no such units; cards show <c>000/000</c> or a hyphen there.</summary>
    public bool IsAbsent => Value == Absent;

    /// <summary>Reads <c>3/12</c>, <c>003-012</c> or <c>RT 003 RW 012</c>; a lone hyphen means that there is none.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<NeighbourhoodUnit> Read(string? text)
    {
        var line = InputText.Line(text).Text.ToUpperInvariant();
        if (line == "-")
        {
            return Read(line, line);
        }

        var parts = line.Contains('/', StringComparison.Ordinal) ? line.Split('/')
            : line.Contains('-', StringComparison.Ordinal) ? line.Split('-')
            : line.Split("RW", StringSplitOptions.None);
        return parts is [var rt, var rw] ? Read(rt, rw) : Read(line, null);
    }

    /// <summary>Reads the two parts from fields of their own.</summary>
    /// <param name="rt">Rukun tetangga as entered.</param>
    /// <param name="rw">Rukun warga as entered.</param>
    public static Reading<NeighbourhoodUnit> Read(string? rt, string? rw)
    {
        var first = Part(rt, "RT");
        var second = Part(rw, "RW");
        if (first.Length == 0 && second.Length == 0)
        {
            return new Reading<NeighbourhoodUnit>(Finding.Error(FindingCode.Required));
        }

        if (first is "-" && second is "-")
        {
            return new Reading<NeighbourhoodUnit>(new NeighbourhoodUnit(Absent), []);
        }

        return IsPart(first) && IsPart(second)
            ? new Reading<NeighbourhoodUnit>(new NeighbourhoodUnit($"{first.PadLeft(PartLength, '0')}/{second.PadLeft(PartLength, '0')}"), [])
            : new Reading<NeighbourhoodUnit>(Finding.Error(FindingCode.NeighbourhoodUnitNotRecognised));
    }

    /// <inheritdoc/>
    public static NeighbourhoodUnit FromStored(string value) => new(value);

    /// <summary>Nothing stays readable.</summary>
    public override string Mask() => "***/***";

    private static string Part(string? text, string label) =>
        InputText.Line(text).Text is "-" ? "-" : InputText.WithoutLabel(InputText.Compact(text), label);

    private static bool IsPart(string text) => text.Length is >= 1 and <= PartLength && InputText.IsDigits(text);
}
