using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Benchmarks.Duplicates;

/// <summary>Invents customers; the same index makes the same customer.</summary>
internal static class SyntheticCustomers
{
    private const int Areas = 4_000;

    private static readonly string[] Streets = ["Melati", "Kenanga", "Merdeka", "Diponegoro", "Sudirman", "Ahmad Yani", "Gajah Mada", "Pahlawan", "Mawar", "Cendana", "Anggrek", "Veteran"];
    private static readonly string[] Trades = ["Jaya", "Makmur", "Abadi", "Sentosa", "Karya", "Mitra", "Sumber", "Cahaya", "Mandiri", "Utama", "Nusantara", "Teknik", "Berkah", "Sinar"];

    /// <summary>A customer: nine persons in ten, the others businesses.</summary>
    public static ApplicantData Create(int index)
    {
        // Chance is for variety here, not for secrets.
        var random = new Random(index);
        return random.Next(10) == 0 ? Business(random, index) : Person(random, index);
    }

    /// <summary>
    /// The same person or business as somebody in a hurry writes it another time: another spelling or order, sometimes another date, and other
    /// contacts. Half of them without the NIK, so that only the fuzzy part can find them.
    /// </summary>
    public static ApplicantData AsTypedAgain(int index, int attempt)
    {
        var contact = $"lagi{attempt}x{index}@contoh.example";
        var phone = Phone(50_000_000 + attempt);
        return Create(index) switch
        {
            PersonData person => person with
            {
                FullName = Respelled(person.FullName, attempt),
                Nik = attempt % 2 == 0 ? person.Nik : null,
                Phone = phone,
                Email = contact,
                BirthDate = attempt % 5 == 0 && person.BirthDate is { Day: <= 12 } date ? new DateOnly(date.Year, date.Day, date.Month) : person.BirthDate,
            },
            BusinessData business => business with { BusinessName = business.BusinessName.Replace("PT", "PT.", StringComparison.Ordinal), Phone = phone, Email = contact },
            var other => other,
        };
    }

    private static PersonData Person(Random random, int index)
    {
        var born = new DateOnly(1950, 1, 1).AddDays(random.Next(20_000));
        return Contact(new PersonData(), random, index) with
        {
            FullName = CommonNames.Person(random),
            Nik = Nik(random, born, index),
            BirthPlace = "Jakarta",
            BirthDate = born,
            Sex = random.Next(2) == 0 ? Sex.Male : Sex.Female,
        };
    }

    private static BusinessData Business(Random random, int index)
    {
        var words = Enumerable.Range(0, random.Next(1, 3)).Select(_ => Trades[random.Next(Trades.Length)]);
        return Contact(new BusinessData(), random, index) with
        {
            LegalForm = LegalForm.PT,
            BusinessName = $"PT {string.Join(' ', words)} {CommonNames.Person(random).Split(' ')[^1]}",
            Nib = (9_000_000_000_000L + index).ToString(CultureInfo.InvariantCulture),
            Npwp = string.Create(CultureInfo.InvariantCulture, $"0{index:000000000}999000"),
            RepresentativeName = CommonNames.Person(random),
            RepresentativePosition = "Direktur",
            RepresentativeNik = Nik(random, new DateOnly(1975, 5, 5).AddDays(random.Next(5_000)), index),
        };
    }

    private static T Contact<T>(T data, Random random, int index)
        where T : ApplicantData => data with
    {
        Phone = Phone(index),
        Email = $"pelanggan{index}@contoh.example",
        Address = new AddressData
        {
            Street = $"Jl. {Streets[random.Next(Streets.Length)]} No. {random.Next(1, 300)}",
            PostalCode = (10_110 + (random.Next(Areas) * 20)).ToString(CultureInfo.InvariantCulture),
        },
    };

    // Serials from 9900 on name nobody; the region makes the number one of a kind.
    private static string Nik(Random random, DateOnly born, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{100_000 + (index % 900_000):000000}{born:ddMMyy}99{random.Next(100):00}");

    private static string Phone(int index) => string.Create(CultureInfo.InvariantCulture, $"+628{index:0000000000}");

    private static string Respelled(string name, int attempt) => (attempt % 4) switch
    {
        0 => name.Replace("Muhammad", "Moh.", StringComparison.Ordinal).Replace("Siti", "St.", StringComparison.Ordinal),
        1 => string.Join(' ', name.Split(' ').Reverse()),
        2 => name.Replace("u", "oe", StringComparison.Ordinal).Replace("j", "dj", StringComparison.Ordinal),
        _ => $"H. {name.ToUpperInvariant()}, S.E.",
    };
}
