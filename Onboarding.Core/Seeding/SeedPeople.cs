using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Core.Seeding;

/// <summary>
/// Invents applicants whose data passes every rule and names nobody: serial numbers from 9900 on, a tax office that does
/// not exist, and mail addresses of the domain that is reserved for examples.
/// </summary>
internal static class SeedPeople
{
    private static readonly string[] MaleNames = ["Agus", "Ahmad", "Andi", "Arif", "Bambang", "Budi", "Dedi", "Dimas", "Eko", "Fajar", "Hendra", "Irfan", "Joko", "Made", "Nyoman", "Putra", "Rizky", "Slamet", "Teguh", "Wahyu", "Yusuf", "Zainal"];
    private static readonly string[] FemaleNames = ["Ayu", "Citra", "Dewi", "Dian", "Eka", "Fitri", "Indah", "Kartika", "Lestari", "Maya", "Nadia", "Ningsih", "Nurul", "Putri", "Rahma", "Ratna", "Rina", "Sari", "Siti", "Sri", "Wulan", "Yuni"];
    private static readonly string[] FamilyNames = ["Anggraini", "Gunawan", "Hakim", "Halim", "Hartono", "Hidayat", "Kurniawan", "Kusuma", "Lubis", "Mahendra", "Nasution", "Nugroho", "Pratama", "Purnomo", "Rahayu", "Ramadhan", "Santoso", "Saputra", "Setiawan", "Simanjuntak", "Siregar", "Sitompul", "Suharto", "Susanto", "Utami", "Wibowo", "Wijaya", "Wulandari"];
    private static readonly string[] CompanyWords = ["Sejahtera", "Makmur", "Abadi", "Nusantara", "Cipta", "Karya", "Mandiri", "Sentosa", "Jaya", "Utama", "Gemilang", "Lestari", "Mitra", "Bersama", "Perkasa", "Prima", "Sinar", "Bumi"];
    private static readonly string[] Streets = ["Jl. Melati", "Jl. Kenanga", "Jl. Merdeka", "Jl. Diponegoro", "Jl. Sudirman", "Jl. Ahmad Yani", "Jl. Gajah Mada", "Jl. Pahlawan", "Jl. Mawar", "Jl. Cendana"];

    private static readonly (string Village, string BirthPlace, string Postal)[] Places =
    [
        ("31.71.03.1001", "Jakarta", "10620"),
        ("31.74.02.1001", "Jakarta", "12910"),
        ("32.73.13.1001", "Bandung", "40261"),
        ("32.76.01.1006", "Depok", "16431"),
        ("33.74.01.1012", "Semarang", "50136"),
        ("34.71.02.1003", "Yogyakarta", "55233"),
        ("35.78.07.1002", "Surabaya", "60275"),
        ("51.71.02.1010", "Denpasar", "80232"),
        ("73.71.06.1003", "Makassar", "90156"),
        ("12.71.05.1001", "Medan", "20212"),
        ("16.71.04.1001", "Palembang", "30139"),
        ("64.71.06.1005", "Balikpapan", "76114"),
    ];

    /// <summary>An applicant. The index makes every number of the data one of a kind.</summary>
    public static ApplicantData Create(Random random, int index, DateOnly today) =>
        random.Next(100) < 75 ? Person(random, index, today) : Business(random, index, today);

    private static PersonData Person(Random random, int index, DateOnly today)
    {
        var place = Pick(random, Places);
        var isMale = random.Next(2) == 0;
        var birth = BirthDate(random, today);
        var name = $"{Pick(random, isMale ? MaleNames : FemaleNames)} {Pick(random, FamilyNames)}";
        return Contact(new PersonData(), random, index, place, name) with
        {
            FullName = name,
            Nik = Nik(place.Village, birth, isMale, index),
            BirthPlace = place.BirthPlace,
            BirthDate = birth,
            Sex = isMale ? Sex.Male : Sex.Female,
        };
    }

    private static BusinessData Business(Random random, int index, DateOnly today)
    {
        var place = Pick(random, Places);
        var name = $"{Pick(random, CompanyWords)} {Pick(random, CompanyWords)} {Pick(random, FamilyNames)}";
        var representative = $"{Pick(random, MaleNames)} {Pick(random, FamilyNames)}";
        var founded = today.AddDays(-random.Next(400, 6000));
        return Contact(new BusinessData(), random, index, place, name) with
        {
            LegalForm = LegalForm.PT,
            BusinessName = $"PT {name}",
            Nib = (9_000_000_000_000L + index).ToString(CultureInfo.InvariantCulture),
            Npwp = Npwp(index),
            DeedNumber = random.Next(1, 200).ToString(CultureInfo.InvariantCulture),
            DeedDate = founded,
            NotaryName = $"{Pick(random, FemaleNames)} {Pick(random, FamilyNames)}, S.H.",
            NotaryCity = place.BirthPlace,
            DecreeNumber = string.Create(CultureInfo.InvariantCulture, $"AHU-{9_900_000 + (index % 99_999):0000000}.AH.01.01.TAHUN {founded.Year}"),
            BeneficialOwner = representative,
            RepresentativeName = representative,
            RepresentativePosition = "Direktur",
            RepresentativeNik = Nik(place.Village, BirthDate(random, today), isMale: true, index),
        };
    }

    private static T Contact<T>(
        T data, Random random, int index, (string Village, string BirthPlace, string Postal) place, string name)
        where T : ApplicantData => data with
        {
            Phone = string.Create(CultureInfo.InvariantCulture, $"+62812{90_000_000 + (index % 9_999_999):00000000}"),
            Email = string.Create(CultureInfo.InvariantCulture, $"{name.ToLowerInvariant().Replace(' ', '.')}.{index}@contoh.example"),
            Address = new AddressData
            {
                Street = string.Create(CultureInfo.InvariantCulture, $"{Pick(random, Streets)} No. {random.Next(1, 180)}"),
                Rt = random.Next(1, 16).ToString("000", CultureInfo.InvariantCulture),
                Rw = random.Next(1, 16).ToString("000", CultureInfo.InvariantCulture),
                VillageCode = place.Village,
                PostalCode = place.Postal,
            },
        };

    private static DateOnly BirthDate(Random random, DateOnly today) => today.AddDays(-random.Next(20 * 365, 60 * 365));

    private static string Nik(string village, DateOnly birth, bool isMale, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{village.Replace(".", string.Empty, StringComparison.Ordinal)[..6]}{birth.Day + (isMale ? 0 : 40):00}{birth:MMyy}{9900 + (index % 100):0000}");

    private static string Npwp(int index)
    {
        var serial = (1_000_000 + index).ToString("00000000", CultureInfo.InvariantCulture);
        var checkDigit = LuhnCheckDigit.Of(serial);
        return $"0{serial}{checkDigit.ToString(CultureInfo.InvariantCulture)}999000";
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
