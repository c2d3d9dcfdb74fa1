using System.Globalization;
using Onboarding.Core.Regions;

namespace Onboarding.Core.IdentityNumbers;

/// <summary>
/// Nomor Induk Kependudukan: 16 digits of province, regency, district, birth date, sex and serial
/// (UU 23/2006 Pasal 13). It has no check digit and never changes, not even when a person moves or a
/// birth date is corrected (PP 40/2019 Pasal 30): what differs from it is a warning, never an error.
/// </summary>
public sealed record Nik : TextValue, ITextValue<Nik>
{
    /// <summary>A NIK always has this many digits.</summary>
    public const int MaxLength = 16;

    // Women carry the day of birth plus 40.
    private const int FemaleDayOffset = 40;
    private const int YoungestCardHolder = 17;
    private const int OldestLikelyHolder = 100;

    private Nik(string value)
        : base(value)
    {
    }

    static int ITextValue<Nik>.MaxLength => MaxLength;

    /// <summary>The two-digit Kemendagri code of the province that issued it; not where the person lives now.</summary>
    public string ProvinceCode => Value[..2];

    /// <summary>The four-digit code of the issuing regency or city, without dots.</summary>
    public string RegencyCode => Value[..4];

    /// <summary>The six-digit code of the issuing district, without dots. It may have been retired since.</summary>
    public string DistrictCode => Value[..6];

    /// <summary>The district that issued it, with all it lies in; a retired code has the name it had then. Only as far as it is known.</summary>
    public RegionPath IssuedIn => KnownPart(Value);

    /// <summary>The sex in it.</summary>
    public Sex Sex => Number(Value, 6) > FemaleDayOffset ? Sex.Female : Sex.Male;

    /// <summary>Reads a NIK; separators and a label before it are removed.</summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<Nik> Read(string? text) => Read(text, FindingSeverity.Error);

    /// <summary>
    /// Reads a NIK whose birth date may be impossible, which then is a warning: for a supervisor who has seen the card,
    /// since mistakes of the issuing office cannot be excluded.
    /// </summary>
    /// <param name="text">The text as entered.</param>
    public static Reading<Nik> ReadAcceptingImpossibleDate(string? text) => Read(text, FindingSeverity.Warning);

    /// <inheritdoc/>
    public static Nik FromStored(string value) => new(value);

    /// <summary>The dates that its six date digits can mean, older century first: none (an accepted mistake), one or two.</summary>
    /// <param name="today">Dates after this day are left out.</param>
    public IReadOnlyList<DateOnly> BirthDateCandidates(DateOnly today) =>
        [.. Dates(Value).Where(date => date <= today)];

    /// <summary>The one candidate aged 17 to 100, or nothing. Only for when no birth date is known.</summary>
    /// <param name="today">The day the age is counted on.</param>
    public DateOnly? LikelyBirthDate(DateOnly today)
    {
        var likely = LikelyBirthDates(today).ToList();
        return likely.Count == 1 ? likely[0] : null;
    }

    /// <summary>Compares it with what the form or the card says. Differences are warnings.</summary>
    /// <param name="birthDate">The birth date, when known.</param>
    /// <param name="sex">The sex, when known.</param>
    /// <param name="today">The day of the comparison.</param>
    public IReadOnlyList<Finding> CompareWith(DateOnly? birthDate, Sex? sex, DateOnly today)
    {
        var findings = new List<Finding>();
        if (birthDate is { } date && !BirthDateCandidates(today).Contains(date))
        {
            findings.Add(Finding.Warning(FindingCode.NikBirthDateMismatch));
        }

        if (sex is { } given && given != Sex)
        {
            findings.Add(Finding.Warning(FindingCode.NikSexMismatch));
        }

        return findings;
    }

    /// <summary>
    /// Compares the regency that issued it with the one of the identity card's address, both as they are divided today.
    /// A difference is a warning: a NIK keeps its first region when a person moves.
    /// </summary>
    /// <param name="address">The regions of the address.</param>
    public IReadOnlyList<Finding> CompareWith(RegionPath address)
    {
        var issued = IssuedIn.Present;
        var lives = address.Present;
        return issued.Regency is null || lives.Regency is null || issued.Regency == lives.Regency
            ? []
            : [Finding.Warning(FindingCode.NikRegionMismatch, issued.Regency.Name, lives.Regency.Name)];
    }

    /// <summary>Looks at the age in it where no birth date is asked for: a warning when nobody of 17 to 100 years can have it.</summary>
    /// <param name="today">The day the age is counted on.</param>
    public IReadOnlyList<Finding> CheckAge(DateOnly today) =>
        LikelyBirthDates(today).Any() ? [] : [Finding.Warning(FindingCode.NikAgeUnlikely)];

    /// <summary>The regency stays readable: <c>3171************</c>.</summary>
    public override string Mask() => InputText.KeepFirst(Value, 4);

    private static Reading<Nik> Read(string? text, FindingSeverity impossibleDate)
    {
        var digits = InputText.Number(text, "NOMOR", "NO", "NIK", "KTP");
        if (InputText.CheckDigits(digits, MaxLength) is { Count: > 0 } errors)
        {
            return new Reading<Nik>(errors);
        }

        if (InputText.IsOneCharacterRepeated(digits))
        {
            return new Reading<Nik>(Finding.Error(FindingCode.Placeholder));
        }

        var findings = new List<Finding>();
        if (!Dates(digits).Any())
        {
            findings.Add(impossibleDate == FindingSeverity.Error
                ? Finding.Error(FindingCode.NikBirthDateImpossible)
                : Finding.Warning(FindingCode.NikBirthDateImpossible));
        }

        if (digits.EndsWith("0000", StringComparison.Ordinal))
        {
            findings.Add(Finding.Error(FindingCode.NikSerialZero));
        }

        var issued = KnownPart(digits);
        if (issued.Province is null)
        {
            findings.Add(Finding.Warning(FindingCode.NikProvinceUnknown));
        }
        else if (issued.District is null)
        {
            findings.Add(Finding.Warning(FindingCode.NikDistrictUnknown, (issued.Regency ?? issued.Province).Name));
        }

        return new Reading<Nik>(new Nik(digits), findings);
    }

    private static RegionPath KnownPart(string digits) =>
        new[] { digits[..6], digits[..4], digits[..2] }.Select(RegionDirectory.PathOf).FirstOrDefault(path => path.Province is not null) ?? RegionPath.None;

    private IEnumerable<DateOnly> LikelyBirthDates(DateOnly today) => BirthDateCandidates(today)
        .Where(date => date.AddYears(YoungestCardHolder) <= today && today < date.AddYears(OldestLikelyHolder + 1));

    private static IEnumerable<DateOnly> Dates(string digits)
    {
        var codedDay = Number(digits, 6);
        var day = codedDay > FemaleDayOffset ? codedDay - FemaleDayOffset : codedDay;
        var month = Number(digits, 8);
        var year = Number(digits, 10);
        if (month is < 1 or > 12 || day < 1)
        {
            return [];
        }

        return new[] { 1900 + year, 2000 + year }
            .Where(candidate => day <= DateTime.DaysInMonth(candidate, month))
            .Select(candidate => new DateOnly(candidate, month, day));
    }

    private static int Number(string digits, int start) =>
        int.Parse(digits.AsSpan(start, 2), NumberStyles.None, CultureInfo.InvariantCulture);
}
