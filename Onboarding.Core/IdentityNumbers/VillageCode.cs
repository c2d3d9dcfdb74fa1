using Onboarding.Core.Regions;

namespace Onboarding.Core.IdentityNumbers;

/// <summary>
/// The Kemendagri code of a kelurahan or desa: it says village, district, regency and province at once, which names cannot
/// (98 villages are called Sidomulyo). Kept as the decree prints it: <c>31.71.03.1001</c>.
/// </summary>
public sealed record VillageCode : TextValue, ITextValue<VillageCode>
{
    /// <summary>Ten digits and three dots.</summary>
    public const int MaxLength = 13;

    private const int Digits = 10;
    private const int ShownWhenMasked = 5;

    private VillageCode(string value)
        : base(value)
    {
    }

    static int ITextValue<VillageCode>.MaxLength => MaxLength;

    /// <summary>Reads a code with or without dots; other separators are removed. A retired code is a warning.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<VillageCode> Read(string? text)
    {
        var digits = InputText.Number(text, "KODE", "WILAYAH");
        if (InputText.IsDigits(digits) && RegionCodeText.LevelOf(digits.Length) is { } level and not RegionLevel.Village && RegionDirectory.Find(digits) is not null)
        {
            return new Reading<VillageCode>(Finding.Error(Missing(level)));
        }

        if (InputText.CheckDigits(digits, Digits) is { Count: > 0 } errors)
        {
            return new Reading<VillageCode>(errors);
        }

        return RegionDirectory.PathOf(digits) is { Village: { } village } path
            ? new Reading<VillageCode>(new VillageCode(village.Code), Warnings(path))
            : new Reading<VillageCode>(Finding.Error(FindingCode.VillageCodeNotRecognised));
    }

    /// <inheritdoc/>
    public static VillageCode FromStored(string value) => new(value);

    /// <summary>Province and regency stay readable.</summary>
    public override string Mask() => InputText.KeepFirst(Value, ShownWhenMasked);

    // A form that has been filled halfway down the cascade is told what comes next.
    private static FindingCode Missing(RegionLevel level) => level switch
    {
        RegionLevel.Province => FindingCode.RegencyMissing,
        RegionLevel.Regency => FindingCode.DistrictMissing,
        RegionLevel.District or RegionLevel.Village => FindingCode.VillageMissing,
    };

    private static Finding[] Warnings(RegionPath path) => path.IsFormer
        ? [Finding.Warning(FindingCode.VillageCodeFormer, path.Present.Lowest?.Code ?? string.Empty, path.Present.Regency?.Name ?? string.Empty, path.Present.Province?.Name ?? string.Empty)]
        : [];
}
