using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Tests.Support;

/// <summary>Synthetic applicants: numbers that name nobody.</summary>
public static class Registrations
{
    private static readonly byte[] SmallestPicture = Files.PngFile.Picture(400, 250);

    private const int Usual = 9901;

    private static readonly string[] GivenNames = ["Budi", "Hendra", "Teguh", "Rizal", "Yusran", "Parlin", "Gunadi", "Wawan", "Farid", "Okta", "Lukas"];

    /// <summary>A person whose data passes every rule. Another serial is another person, with another name and birth date.</summary>
    public static PersonData Person(int serial = Usual) => new()
    {
        FullName = serial == Usual ? $"Budi Santoso {Letters(serial)}" : $"{GivenNames[serial % GivenNames.Length]} {Syllables(serial)}",
        Nik = string.Create(CultureInfo.InvariantCulture, $"317103{BirthDate(serial):ddMMyy}{serial:0000}"),
        BirthPlace = "Jakarta",
        BirthDate = BirthDate(serial),
        Sex = Sex.Male,
        Phone = $"+62812000{serial.ToString("00000", CultureInfo.InvariantCulture)}",
        Email = $"pelanggan{serial}@contoh.example",
        Address = Address() with { Street = $"Jl. Contoh {Letters(serial)} No. {serial}" },
    };

    /// <summary>A company whose data passes every rule.</summary>
    public static BusinessData Business(int serial = Usual) => new()
    {
        LegalForm = LegalForm.PT,
        BusinessName = serial == Usual ? $"PT Contoh Sejahtera {Letters(serial)}" : $"PT {Syllables(serial)} Contoh",
        Nib = $"220826000{serial.ToString("0000", CultureInfo.InvariantCulture)}",
        Npwp = serial == Usual ? "0123456782999000" : string.Create(CultureInfo.InvariantCulture, $"0123456782999{serial % 1000:000}"),
        DeedNumber = "12",
        DeedDate = new DateOnly(2024, 3, 5),
        NotaryName = "Siti Rahma, S.H.",
        NotaryCity = "Jakarta Selatan",
        DecreeNumber = "AHU-0099001.AH.01.01.TAHUN 2024",
        BeneficialOwner = "Andi Wijaya",
        RepresentativeName = "Andi Wijaya",
        RepresentativePosition = "Direktur",
        RepresentativeNik = string.Create(CultureInfo.InvariantCulture, $"317103170880{serial:0000}"),
        Phone = $"+62813000{serial.ToString("00000", CultureInfo.InvariantCulture)}",
        Email = $"usaha{serial}@contoh.example",
        Address = Address(),
    };

    /// <summary>The same company when a foreigner signs for it.</summary>
    public static BusinessData ForeignSigned(int serial = Usual) => Business(serial) with
    {
        RepresentativeName = "John Smith",
        RepresentativeCitizenship = Citizenship.Foreign,
        RepresentativeNik = string.Empty,
        RepresentativePassportNumber = string.Create(CultureInfo.InvariantCulture, $"X990{serial:0000}"),
        RepresentativePassportCountry = "SG",
        RepresentativePassportExpiry = new DateOnly(2030, 1, 31),
    };

    /// <summary>An address in Jakarta.</summary>
    public static AddressData Address() => new()
    {
        Street = "Jl. Contoh No. 1",
        Rt = "003",
        Rw = "012",
        VillageCode = "31.71.03.1001",
        PostalCode = "10640",
    };

    /// <summary>The smallest picture that is taken for a document.</summary>
    public static MemoryStream Picture() => new([.. SmallestPicture]);

    private static DateOnly BirthDate(int serial) => serial == Usual ? new DateOnly(1990, 8, 17) : new DateOnly(1960, 1, 1).AddDays(serial * 37 % 14_000);

    // Words that differ from serial to serial in more than a letter, or the search for duplicates would take neighbours for one another.
    private static string Syllables(int serial)
    {
        string[] first = ["Bak", "Cem", "Dir", "Fol", "Gun", "Has", "Jet", "Kiw", "Lom", "Mur"];
        string[] last = ["rawan", "sodi", "tengku", "mirja", "putoh", "nalim", "bekti", "gayus", "wosing", "hadero"];
        return $"{first[serial / 10 % 10]}{last[serial % 10]} {first[serial / 1000 % 10]}{last[serial / 100 % 10]}";
    }

    // Names have no digits, so another person's name differs in letters.
    private static string Letters(int serial) =>
        string.Concat(serial.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('a' + (digit - '0'))));
}
