using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Tests.Support;

/// <summary>Synthetic applicants: numbers that name nobody.</summary>
public static class Registrations
{
    /// <summary>A person whose data passes every rule. Another serial is another person.</summary>
    public static PersonData Person(int serial = 9901) => new()
    {
        FullName = $"Budi Santoso {Letters(serial)}",
        Nik = $"317103170890{serial.ToString("0000", CultureInfo.InvariantCulture)}",
        BirthPlace = "Jakarta",
        BirthDate = new DateOnly(1990, 8, 17),
        Sex = Sex.Male,
        Phone = $"+62812000{serial.ToString("00000", CultureInfo.InvariantCulture)}",
        Email = $"pelanggan{serial}@contoh.example",
        Address = Address(),
    };

    /// <summary>A company whose data passes every rule.</summary>
    public static BusinessData Business(int serial = 9901) => new()
    {
        LegalForm = LegalForm.PT,
        BusinessName = $"PT Contoh Sejahtera {Letters(serial)}",
        Nib = $"220826000{serial.ToString("0000", CultureInfo.InvariantCulture)}",
        Npwp = "0123456782999000",
        DeedNumber = "12",
        DeedDate = new DateOnly(2024, 3, 5),
        NotaryName = "Siti Rahma, S.H.",
        DecreeNumber = "AHU-0099001.AH.01.01.TAHUN 2024",
        BeneficialOwner = "Andi Wijaya",
        RepresentativeName = "Andi Wijaya",
        RepresentativePosition = "Direktur",
        RepresentativeNik = "3171031708909901",
        Phone = $"+62813000{serial.ToString("00000", CultureInfo.InvariantCulture)}",
        Email = $"usaha{serial}@contoh.example",
        Address = Address(),
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

    /// <summary>The smallest picture that is a real PNG.</summary>
    public static MemoryStream Picture() => new(Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));

    // Names have no digits, so another person's name differs in letters.
    private static string Letters(int serial) =>
        string.Concat(serial.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('a' + (digit - '0'))));
}
