using System.Text;
using FuzzySharp;
using Onboarding.Core.Cases;

namespace Onboarding.Core.Matching;

/// <summary>How close two addresses are.</summary>
internal enum AddressAgreement
{
    /// <summary>Somewhere else, or not known.</summary>
    None = 0,

    /// <summary>The same neighbourhood and a similar street.</summary>
    Close,

    /// <summary>The same place.</summary>
    Same,
}

/// <summary>An address taken apart for comparison.</summary>
/// <param name="Area">Postal code, or the code of the village where there is none.</param>
/// <param name="Street">Words of the street without "Jalan", "No." and the like.</param>
/// <param name="Numbers">Numbers of house and block, sorted.</param>
internal sealed record MatchAddress(string Area, string Street, string Numbers)
{
    private const int SimilarStreet = 85;
    private const int LongestStreet = 120;

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "JL", "JLN", "JALAN", "GG", "GANG", "NO", "NOMOR", "NOM", "BLOK", "BLK", "KAV", "KAVLING", "KOMP", "KOMPLEK", "KOMPLEKS", "PERUM", "PERUMAHAN",
        "RT", "RW", "LORONG", "LR", "DUSUN", "DSN", "KP", "KAMPUNG", "GEDUNG", "LT", "LANTAI", "RUKO",
    };

    /// <summary>Reads an address.</summary>
    public static MatchAddress Of(AddressData? address)
    {
        if (address is null)
        {
            return new MatchAddress(string.Empty, string.Empty, string.Empty);
        }

        var words = Split(Spelling.Decomposed(address.Street).ToUpperInvariant()).Where(word => !Fillers.Contains(word)).ToList();
        var street = string.Join(' ', words.Where(word => char.IsAsciiLetter(word[0])).Select(Spelling.Modern));
        var numbers = string.Join(' ', words.Where(word => char.IsAsciiDigit(word[0])).Order(StringComparer.Ordinal));
        return new MatchAddress(
            address.PostalCode.Length > 0 ? address.PostalCode : string.Concat(address.VillageCode.Where(char.IsAsciiDigit)),
            street.Length > LongestStreet ? street[..LongestStreet] : street,
            numbers);
    }

    /// <summary>Compares two addresses.</summary>
    public static AddressAgreement Compare(MatchAddress one, MatchAddress other)
    {
        if (one.Area.Length == 0 || one.Area != other.Area || one.Street.Length == 0 || other.Street.Length == 0)
        {
            return AddressAgreement.None;
        }

        var isSimilar = one.Street == other.Street
            || (string.CompareOrdinal(one.Street, other.Street) <= 0 ? Fuzz.Ratio(one.Street, other.Street) : Fuzz.Ratio(other.Street, one.Street)) >= SimilarStreet;
        return (isSimilar, one.Numbers == other.Numbers) switch
        {
            (true, true) => AddressAgreement.Same,
            (true, false) => AddressAgreement.Close,
            _ => AddressAgreement.None,
        };
    }

    /// <summary>An address is personal data and is not printed.</summary>
    public override string ToString() => nameof(MatchAddress);

    // A border lies also between letters and digits: "A12" is block A, number 12.
    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var character in text)
        {
            var continues = (char.IsAsciiLetter(character) && (word.Length == 0 || char.IsAsciiLetter(word[0])))
                || (char.IsAsciiDigit(character) && (word.Length == 0 || char.IsAsciiDigit(word[0])));
            if (!continues && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (char.IsAsciiLetterOrDigit(character))
            {
                word.Append(character);
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
