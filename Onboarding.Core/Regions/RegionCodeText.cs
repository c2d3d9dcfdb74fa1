using System.Globalization;

namespace Onboarding.Core.Regions;

/// <summary>
/// Codes as numbers: ten digits, with zeros where a level is not given, so that sorting puts every region
/// directly before what lies in it.
/// </summary>
internal static class RegionCodeText
{
    private const int FullLength = 10;

    /// <summary>The number of digits of a level's code.</summary>
    public static int Length(RegionLevel level) => level switch
    {
        RegionLevel.Province => 2,
        RegionLevel.Regency => 4,
        RegionLevel.District => 6,
        RegionLevel.Village => FullLength,
    };

    /// <summary>Reads a code with or without dots; <see langword="null"/> where it has not the digits of any level.</summary>
    public static (long Key, RegionLevel Level)? Read(string? code)
    {
        if (code is null || code.Length > FullLength + 3)
        {
            return null;
        }

        Span<char> digits = stackalloc char[FullLength];
        var count = 0;
        foreach (var character in code)
        {
            if (character == '.')
            {
                continue;
            }

            if (character is < '0' or > '9' || count == FullLength)
            {
                return null;
            }

            digits[count++] = character;
        }

        return LevelOf(count) is { } level ? (Key(digits[..count]), level) : null;
    }

    /// <summary>The level whose codes have that many digits.</summary>
    public static RegionLevel? LevelOf(int digits) => digits switch
    {
        2 => RegionLevel.Province,
        4 => RegionLevel.Regency,
        6 => RegionLevel.District,
        FullLength => RegionLevel.Village,
        _ => null,
    };

    /// <summary>The number of a code without dots.</summary>
    public static long Key(ReadOnlySpan<char> digits)
    {
        var key = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        for (var missing = digits.Length; missing < FullLength; missing++)
        {
            key *= 10;
        }

        return key;
    }

    /// <summary>How far apart the numbers of neighbours on a level are.</summary>
    public static long Step(RegionLevel level) => level switch
    {
        RegionLevel.Province => 100_000_000,
        RegionLevel.Regency => 1_000_000,
        RegionLevel.District => 10_000,
        RegionLevel.Village => 1,
    };

    /// <summary>The level of a number.</summary>
    public static RegionLevel LevelOfKey(long key) =>
        key % Step(RegionLevel.Province) == 0 ? RegionLevel.Province
        : key % Step(RegionLevel.Regency) == 0 ? RegionLevel.Regency
        : key % Step(RegionLevel.District) == 0 ? RegionLevel.District
        : RegionLevel.Village;

    /// <summary>The number of the region of a level in which another lies.</summary>
    public static long Above(long key, RegionLevel level) => key - (key % Step(level));

    /// <summary>The printed form, with dots.</summary>
    public static string Print(long key, RegionLevel level)
    {
        var digits = key.ToString("0000000000", CultureInfo.InvariantCulture);
        return level switch
        {
            RegionLevel.Province => digits[..2],
            RegionLevel.Regency => $"{digits[..2]}.{digits[2..4]}",
            RegionLevel.District => $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}",
            RegionLevel.Village => $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}.{digits[6..]}",
        };
    }
}
