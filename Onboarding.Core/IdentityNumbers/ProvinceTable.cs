using static Onboarding.Core.Time.IndonesianTimeZone;

namespace Onboarding.Core.IdentityNumbers;

/// <summary>
/// The provinces as of Kepmendagri 300.2.2-2138/2025. UU 2/2024 renames 31 to Daerah Khusus Jakarta;
/// cards and codes still say DKI Jakarta.
/// </summary>
internal static class ProvinceTable
{
    public static IReadOnlyList<Province> Rows { get; } =
    [
        new("11", "Aceh", Wib, "2"),
        new("12", "Sumatera Utara", Wib, "2"),
        new("13", "Sumatera Barat", Wib, "2"),
        new("14", "Riau", Wib, "2"),
        new("15", "Jambi", Wib, "3"),
        new("16", "Sumatera Selatan", Wib, "3"),
        new("17", "Bengkulu", Wib, "3"),
        new("18", "Lampung", Wib, "3"),
        new("19", "Kepulauan Bangka Belitung", Wib, "3"),
        new("21", "Kepulauan Riau", Wib, "2", FormerCode: "14"),
        new("31", "DKI Jakarta", Wib, "1"),
        new("32", "Jawa Barat", Wib, "14"),
        new("33", "Jawa Tengah", Wib, "5"),
        new("34", "Daerah Istimewa Yogyakarta", Wib, "5"),
        new("35", "Jawa Timur", Wib, "6"),
        new("36", "Banten", Wib, "14"),
        new("51", "Bali", Wita, "8"),
        new("52", "Nusa Tenggara Barat", Wita, "8"),
        new("53", "Nusa Tenggara Timur", Wita, "8"),
        new("61", "Kalimantan Barat", Wib, "7"),
        new("62", "Kalimantan Tengah", Wib, "7"),
        new("63", "Kalimantan Selatan", Wita, "7"),
        new("64", "Kalimantan Timur", Wita, "7"),
        new("65", "Kalimantan Utara", Wita, "7", FormerCode: "64"),
        new("71", "Sulawesi Utara", Wita, "9"),
        new("72", "Sulawesi Tengah", Wita, "9"),
        new("73", "Sulawesi Selatan", Wita, "9"),
        new("74", "Sulawesi Tenggara", Wita, "9"),
        new("75", "Gorontalo", Wita, "9"),
        new("76", "Sulawesi Barat", Wita, "9"),
        new("81", "Maluku", Wit, "9"),
        new("82", "Maluku Utara", Wit, "9"),
        new("91", "Papua", Wit, "9"),
        new("92", "Papua Barat", Wit, "9"),
        new("93", "Papua Selatan", Wit, "9", FormerCode: "91"),
        new("94", "Papua Tengah", Wit, "9", FormerCode: "91"),
        new("95", "Papua Pegunungan", Wit, "9", FormerCode: "91"),
        new("96", "Papua Barat Daya", Wit, "9", FormerCode: "92"),
    ];
}
