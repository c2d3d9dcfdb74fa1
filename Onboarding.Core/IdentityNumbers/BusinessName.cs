using System.Collections.Frozen;

namespace Onboarding.Core.IdentityNumbers;

/// <summary>The name of a business as in its deed, such as <c>PT Contoh Sejahtera Abadi (Persero) Tbk.</c></summary>
public sealed record BusinessName : TextValue, ITextValue<BusinessName>
{
    /// <summary>The greatest length taken.</summary>
    public const int MaxLength = 150;

    private static readonly FrozenDictionary<string, LegalForm[]> WrittenForms = new Dictionary<string, LegalForm[]>(StringComparer.Ordinal)
    {
        ["PT"] = [LegalForm.PT, LegalForm.PTPerorangan],
        ["CV"] = [LegalForm.CV],
        ["FA"] = [LegalForm.Firma],
        ["FIRMA"] = [LegalForm.Firma],
        ["KOPERASI"] = [LegalForm.Koperasi],
        ["YAYASAN"] = [LegalForm.Yayasan],
        ["PERKUMPULAN"] = [LegalForm.Perkumpulan],
        ["UD"] = [LegalForm.UD],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const string UsualMarks = "&()/+:!\"#@*";

    private BusinessName(string value)
        : base(value)
    {
    }

    static int ITextValue<BusinessName>.MaxLength => MaxLength;

    /// <summary>Reads a name of letters, digits and the usual marks; others are kept with a warning. Runs of spaces become one.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<BusinessName> Read(string? text)
    {
        var (name, removedInvisible) = InputText.Line(text, keepsMarks: true);
        if (name.Length == 0)
        {
            return new Reading<BusinessName>(Finding.Error(FindingCode.Required));
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

        if (NameSigns.Find(name, digitsAllowed: true, UsualMarks) is { } finding)
        {
            findings.Add(finding);
        }

        return new Reading<BusinessName>(new BusinessName(name), findings);
    }

    /// <inheritdoc/>
    public static BusinessName FromStored(string value) => new(value);

    /// <summary>Compares the legal form that a name begins with, if any, with the one that was chosen. A contradiction is a warning.</summary>
    /// <param name="form">The form chosen.</param>
    public IReadOnlyList<Finding> CompareWith(LegalForm form)
    {
        var first = Value.Split(' ', '.')[0].ToUpperInvariant();
        return !WrittenForms.TryGetValue(first, out var written) || form == LegalForm.Other || written.Contains(form)
            ? []
            : [Finding.Warning(FindingCode.LegalFormMismatch, first)];
    }

    /// <summary>The first letter of each word stays readable: the name of a small business is often that of its owner.</summary>
    public override string Mask() => InputText.KeepInitials(Value);
}
