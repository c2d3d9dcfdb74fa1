namespace Onboarding.Benchmarks.Duplicates;

/// <summary>
/// Names as often as people bear them in Indonesia, roughly: a few are very common (Muhammad and Siti begin every eighth name), the
/// others fall off quickly, and a tail of rare ones is made of syllables. Common names are what makes a search by name slow.
/// </summary>
internal static class CommonNames
{
    private static readonly string[] First =
    [
        "Muhammad", "Siti", "Ahmad", "Sri", "Nur", "Dewi", "Agus", "Abdul", "Budi", "Eko", "Dwi", "Tri", "Rina", "Andi", "Yuni", "Hendra", "Indah", "Wahyu",
        "Rizki", "Putri", "Dian", "Fitri", "Bambang", "Joko", "Yusuf", "Ratna", "Wayan", "Made", "Ketut", "Nyoman", "Slamet", "Suparman", "Sulastri", "Maria",
        "Yohanes", "Taufik", "Arif", "Dedi", "Rudi", "Maya", "Nia", "Lina", "Ani", "Wati", "Hasan", "Husein", "Fajar", "Galih", "Bayu", "Citra", "Aisyah", "Fatimah",
    ];

    private static readonly string[] Last =
    [
        "Setiawan", "Lestari", "Santoso", "Hidayat", "Wijaya", "Rahayu", "Kurniawan", "Saputra", "Wahyuni", "Susanti", "Nugroho", "Pratama", "Handayani",
        "Hartono", "Gunawan", "Ramadhan", "Permata Sari", "Anggraini", "Susanto", "Wibowo", "Siregar", "Nasution", "Simanjuntak", "Rahman", "Hakim", "Aminah",
        "Fauzi", "Iskandar", "Utami", "Wulandari", "Purnomo", "Prasetyo", "Maulana", "Firmansyah", "Syahputra", "Sitompul", "Harahap", "Manurung", "Tarigan",
        "Kusuma", "Mulyadi", "Hasanah", "Kartika", "Puspita", "Suryadi", "Nurhayati", "Halim", "Tanjung", "Lubis", "Ginting", "Suharto", "Cahyono", "Yulianto",
    ];

    private static readonly string[] Syllables =
    [
        "ba", "ce", "da", "du", "fi", "ga", "gi", "ha", "jo", "ka", "ki", "la", "lu", "ma", "mi", "na", "nu", "pa", "pri", "ra", "ri", "sa", "su", "ta", "ti", "wa", "wi", "ya", "yo", "ngra",
    ];

    /// <summary>A person's name: one to four words.</summary>
    public static string Person(Random random)
    {
        var words = random.Next(100) switch { < 7 => 1, < 55 => 2, < 90 => 3, _ => 4 };
        var name = new List<string>(words);
        for (var index = 0; index < words; index++)
        {
            name.Add(random.Next(100) < 22 ? Rare(random) : Frequent(index == words - 1 && words > 1 ? Last : First, random));
        }

        return string.Join(' ', name);
    }

    // By rank: the second is half as common as the first, the tenth a tenth.
    private static string Frequent(string[] names, Random random)
    {
        var rank = (int)Math.Pow(names.Length + 1, random.NextDouble()) - 1;
        return names[Math.Clamp(rank, 0, names.Length - 1)];
    }

    private static string Rare(Random random)
    {
        var name = string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return string.Concat(char.ToUpperInvariant(name[0]).ToString(), name.AsSpan(1));
    }
}
