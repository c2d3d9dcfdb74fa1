using System.Globalization;
using Onboarding.Core.Cases;

namespace Onboarding.Core.Matching;

/// <summary>One text under which an applicant is found; stored as a keyed hash only.</summary>
/// <param name="Text">What it is, and the value.</param>
/// <param name="IsExact">True for a number or contact that is one person's: such a block is never too big to look into.</param>
internal readonly record struct BlockingKey(string Text, bool IsExact);

/// <summary>
/// The keys under which an applicant is put into the search index and looked up in it. Two applicants are compared only
/// when they share at least one. No key is a single word of a name: each joins it with another fact, so that
/// "Muhammad" or "Siti" makes no big block and the frequency of a hash gives no name away.
/// </summary>
internal static class BlockingKeys
{
    private const int MostWords = 5;
    private const int PhoneTail = 6;
    private const int NikRegionAndBirth = 12;
    private const int NikBirthAndSerial = 10;

    /// <summary>Keys under which the applicant is found.</summary>
    public static IEnumerable<BlockingKey> ToStore(MatchProfile profile) => Of(profile, Dates(profile, withSwapped: false)).Distinct();

    /// <summary>Keys to look up: the same, and those of the birth date with day and month swapped.</summary>
    public static IEnumerable<BlockingKey> ToFind(MatchProfile profile) => Of(profile, Dates(profile, withSwapped: true)).Distinct();

    private static IEnumerable<BlockingKey> Of(MatchProfile profile, IReadOnlyList<string> dates) =>
        Exact(profile).Concat(Near(profile)).Concat(profile.Kind == CustomerKind.Person ? Person(profile, dates) : Business(profile));

    /// <summary>Keys of the identity numbers alone, which nobody else has, each with the field of the applicant's data that the number stands in.</summary>
    public static IEnumerable<(string Field, BlockingKey Key)> OfIdentity(ApplicantData data) =>
        Identity(MatchProfile.Of(data)).Select(key => (FieldOf(key.Text[..key.Text.IndexOf('|', StringComparison.Ordinal)], data.Kind), key));

    private static string FieldOf(string name, CustomerKind kind) => (name, kind) switch
    {
        ("nik", CustomerKind.Person) => nameof(PersonData.Nik),
        ("nik", _) => nameof(BusinessData.RepresentativeNik),
        ("passport", CustomerKind.Person) => nameof(PersonData.PassportNumber),
        ("passport", _) => nameof(BusinessData.RepresentativePassportNumber),
        ("npwp", _) => nameof(PersonData.Npwp),
        _ => nameof(BusinessData.Nib),
    };

    private static IEnumerable<BlockingKey> Identity(MatchProfile profile) =>
        Exact([("nik", profile.Nik), ("passport", profile.Passport), ("npwp", profile.Npwp), ("nib", profile.Nib)]);

    private static IEnumerable<BlockingKey> Exact(MatchProfile profile) =>
        Identity(profile).Concat(Exact([("decree", profile.Decree), ("deed", profile.Deed), ("phone", profile.Phone), ("email", profile.Email)]));

    private static IEnumerable<BlockingKey> Exact((string Name, string Value)[] values) =>
        from value in values
        where value.Value.Length > 0
        select new BlockingKey($"{value.Name}|{value.Value}", IsExact: true);

    // A digit too many or too few, or mistyped, in one half leaves the other half as it is.
    private static IEnumerable<BlockingKey> Near(MatchProfile profile)
    {
        if (profile.Nik.Length > NikRegionAndBirth)
        {
            yield return Fuzzy($"nik-head|{profile.Nik[..NikRegionAndBirth]}");
            yield return Fuzzy($"nik-tail|{profile.Nik[^NikBirthAndSerial..]}");
        }

        if (profile.Phone.Length > PhoneTail)
        {
            yield return Fuzzy($"phone-tail|{profile.Phone[^PhoneTail..]}");
        }

        if (Evidence.Mailbox(profile.Email) is { Length: > 0 } mailbox)
        {
            yield return Fuzzy($"mailbox|{mailbox}");
        }
    }

    private static IEnumerable<BlockingKey> Person(MatchProfile profile, IReadOnlyList<string> dates)
    {
        var (sounds, telling) = Sounds(profile.Name);
        var year = profile.BirthDate?.Year.ToString(CultureInfo.InvariantCulture);
        foreach (var date in dates)
        {
            foreach (var sound in sounds)
            {
                yield return Fuzzy($"word+birth|{sound}|{date}");
            }

            foreach (var area in Areas(profile))
            {
                yield return Fuzzy($"birth+area|{date}|{area}");
            }
        }

        foreach (var (first, second) in year is null ? [] : Pairs(sounds))
        {
            yield return Fuzzy($"pair+year|{first}|{second}|{year}");
        }

        if (year is not null && telling.Count == 1)
        {
            yield return Fuzzy($"word+year|{telling[0]}|{year}");
        }

        foreach (var key in Whole("person", profile, sounds, telling))
        {
            yield return key;
        }
    }

    private static IEnumerable<BlockingKey> Business(MatchProfile profile)
    {
        var (sounds, telling) = Sounds(profile.Name);
        foreach (var (first, second) in Pairs(sounds))
        {
            yield return Fuzzy($"business-pair|{first}|{second}");
        }

        foreach (var key in Whole("business", profile, sounds, telling))
        {
            yield return key;
        }
    }

    // The whole name finds the rare ones; a common name makes a block that is too big and is passed over.
    private static IEnumerable<BlockingKey> Whole(string kind, MatchProfile profile, List<string> sounds, List<string> telling)
    {
        if (sounds.Count > 0)
        {
            yield return Fuzzy($"{kind}-name|{string.Join('|', sounds)}");
            yield return Fuzzy($"{kind}-joined|{SoundKey.Of(profile.Name.Joined)}");
        }

        foreach (var area in Areas(profile))
        {
            foreach (var sound in telling)
            {
                yield return Fuzzy($"{kind}-word+area|{sound}|{area}");
            }
        }
    }

    private static (List<string> Sounds, List<string> Telling) Sounds(MatchName name)
    {
        var words = name.Words.Where(word => !word.IsInitial).DistinctBy(word => word.Sound, StringComparer.Ordinal).Take(MostWords).ToList();
        var sounds = words.Select(word => word.Sound).Order(StringComparer.Ordinal).ToList();
        var telling = words.Where(word => word.Weight == NameWord.Full).Select(word => word.Sound).Order(StringComparer.Ordinal).ToList();
        return (sounds, telling.Count > 0 ? telling : sounds);
    }

    private static IEnumerable<(string First, string Second)> Pairs(List<string> sounds) =>
        from first in Enumerable.Range(0, sounds.Count)
        from second in Enumerable.Range(first + 1, sounds.Count - first - 1)
        select (sounds[first], sounds[second]);

    private static IEnumerable<string> Areas(MatchProfile profile) =>
        new[] { profile.Address.Area, profile.Domicile?.Area ?? string.Empty }.Where(area => area.Length > 0).Distinct(StringComparer.Ordinal);

    private static List<string> Dates(MatchProfile profile, bool withSwapped)
    {
        if (profile.BirthDate is not { } date)
        {
            return [];
        }

        var dates = new List<string> { Text(date.Year, date.Month, date.Day) };
        if (withSwapped && date.Day <= 12 && date.Day != date.Month)
        {
            dates.Add(Text(date.Year, date.Day, date.Month));
        }

        return dates;
    }

    private static string Text(int year, int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}{month:00}{day:00}");

    private static BlockingKey Fuzzy(string text) => new(text, IsExact: false);
}
