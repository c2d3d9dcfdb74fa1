using System.Globalization;
using System.Text.RegularExpressions;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Regions;

namespace Onboarding.Core.Documents.Reading;

/// <summary>
/// Finds the fields of a KTP-el in the lines of its text: labels and values as UU 24/2013 Pasal 64 orders them, on a card that
/// was photographed, not scanned. What it cannot make out it leaves out; a person types that.
/// </summary>
internal static partial class IdentityCardParser
{
    private const double RepairPenalty = 0.8;
    private const double UnusualPenalty = 0.6;
    private const double MostWhenDiffering = 0.4;
    private const double LeastSexLikeness = 0.6;
    private const int LongestStreet = 2;

    /// <summary>Reads the lines of a card.</summary>
    /// <param name="lines">The lines, from top to bottom.</param>
    /// <param name="today">No birth date lies after it.</param>
    public static IReadOnlyList<CardSuggestion> Parse(IReadOnlyList<CardLine> lines, DateOnly today)
    {
        var found = new Dictionary<CardField, CardSuggestion>();
        List<CardWord> village = [], district = [];
        for (var index = 0; index < lines.Count; index++)
        {
            if (CardLabels.At(lines[index]) is not { } start)
            {
                continue;
            }

            List<CardWord> value = [.. lines[index].Words.Skip(start.Words)];
            switch (start.Label)
            {
                case CardLabels.Nik:
                    Add(found, ReadNik(value));
                    break;
                case CardLabels.Name:
                    Add(found, Words(CardField.FullName, value));
                    break;
                case CardLabels.Birth:
                    ReadBirth(found, value, today);
                    break;
                case CardLabels.Sex:
                    Add(found, ReadSex([.. value.Take(CardLabels.IndexOf(new CardLine(value), 0, CardLabels.Blood))]));
                    break;
                case CardLabels.Address:
                    Add(found, Words(CardField.Street, [.. value, .. Following(lines, index)]));
                    break;
                case CardLabels.Neighbourhood:
                    ReadNeighbourhood(found, value);
                    break;
                case CardLabels.Village:
                    village = value;
                    break;
                case CardLabels.District:
                    district = value;
                    break;
            }
        }

        if (!found.ContainsKey(CardField.Nik))
        {
            Add(found, lines.Select(line => ReadNik(line.Words)).FirstOrDefault(nik => nik is not null));
        }

        Add(found, ReadVillage(village, district, found.GetValueOrDefault(CardField.Nik)));
        Compare(found, today);
        return [.. found.Values.OrderBy(suggestion => suggestion.Field)];
    }

    // The first of a kind counts: what comes later stands in another column.
    private static void Add(Dictionary<CardField, CardSuggestion> found, CardSuggestion? suggestion)
    {
        if (suggestion is not null)
        {
            found.TryAdd(suggestion.Field, suggestion);
        }
    }

    private static CardSuggestion? ReadNik(IReadOnlyList<CardWord> words)
    {
        var (text, isRepaired) = DigitRepair.Of(string.Concat(words.Select(word => word.Text)));
        if (text.Length != Nik.MaxLength || !text.All(char.IsAsciiDigit) || Nik.Read(text).Value is null)
        {
            return null;
        }

        return Suggest(CardField.Nik, text, words, isRepaired);
    }

    private static void ReadBirth(Dictionary<CardField, CardSuggestion> found, List<CardWord> words, DateOnly today)
    {
        var match = BirthPattern().Match(string.Join(' ', words.Select(word => word.Text)));
        if (!match.Success)
        {
            return;
        }

        var place = match.Groups["place"].Value.Trim(' ', ',', '.');
        if (place.Length > 0)
        {
            Add(found, Words(CardField.BirthPlace, [.. place.Split(' ').Select(part => new CardWord(part, Least(words)))]));
        }

        var (text, isRepaired) = DigitRepair.Of($"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}");
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date <= today)
        {
            Add(found, Suggest(CardField.BirthDate, text, words, isRepaired));
        }
    }

    private static CardSuggestion? ReadSex(List<CardWord> words)
    {
        var text = CardLabels.Letters(string.Concat(words.Select(word => word.Text)));
        var male = TextDistance.Likeness(text, "LAKILAKI");
        var female = TextDistance.Likeness(text, "PEREMPUAN");
        var likeness = Math.Max(male, female);
        return likeness < LeastSexLikeness
            ? null
            : new CardSuggestion(CardField.Sex, (male > female ? Sex.Male : Sex.Female).ToString(), Least(words) * likeness, []);
    }

    private static void ReadNeighbourhood(Dictionary<CardField, CardSuggestion> found, List<CardWord> words)
    {
        var (text, isRepaired) = DigitRepair.Of(string.Concat(words.Select(word => word.Text)));
        if (NeighbourhoodUnit.Read(text).Value is { IsAbsent: false } unit)
        {
            Add(found, Suggest(CardField.Rt, unit.Rt, words, isRepaired));
            Add(found, Suggest(CardField.Rw, unit.Rw, words, isRepaired));
        }
    }

    // A village of that name in a district of that name; of several, the one in the regency that issued the NIK.
    private static CardSuggestion? ReadVillage(List<CardWord> village, List<CardWord> district, CardSuggestion? nik)
    {
        var (name, above) = (Name(village), Name(district));
        if (name.Length < RegionDirectory.LeastLetters || above.Length < RegionDirectory.LeastLetters)
        {
            return null;
        }

        List<Region> matches =
        [
            .. RegionDirectory.Search($"{name} {above}", 50)
                .Where(region => region is { Level: RegionLevel.Village, IsFormer: false })
                .Where(region => CardLabels.Letters(region.Name) == CardLabels.Letters(name) && CardLabels.Letters(RegionDirectory.PathOf(region.Code).District?.Name ?? "") == CardLabels.Letters(above)),
        ];
        if (matches.Count > 1 && nik is not null)
        {
            var regency = Nik.FromStored(nik.Value).IssuedIn.Present.Regency;
            matches = [.. matches.Where(region => RegionDirectory.PathOf(region.Code).Regency == regency)];
        }

        return matches.Count == 1 ? new CardSuggestion(CardField.Village, matches[0].Code, Math.Min(Least(village), Least(district)), []) : null;
    }

    // An address may go on in the next line, which then has no label of its own.
    private static IEnumerable<CardWord> Following(IReadOnlyList<CardLine> lines, int index) =>
        lines.Skip(index + 1).Take(LongestStreet - 1).TakeWhile(line => CardLabels.At(line) is null).SelectMany(line => line.Words);

    // A person looks at NIK, date and sex together, since it cannot be told which of them was misread.
    private static void Compare(Dictionary<CardField, CardSuggestion> found, DateOnly today)
    {
        if (!found.TryGetValue(CardField.Nik, out var nik))
        {
            return;
        }

        DateOnly? date = found.TryGetValue(CardField.BirthDate, out var birth) ? DateOnly.Parse(birth.Value, CultureInfo.InvariantCulture) : null;
        Sex? sex = found.TryGetValue(CardField.Sex, out var read) ? Enum.Parse<Sex>(read.Value) : null;
        var findings = Nik.FromStored(nik.Value).CompareWith(date, sex, today).Select(finding => finding.Code).ToHashSet();
        Weigh(found, CardField.BirthDate, date is not null, findings.Contains(FindingCode.NikBirthDateMismatch));
        Weigh(found, CardField.Sex, sex is not null, findings.Contains(FindingCode.NikSexMismatch));
        Weigh(found, CardField.Nik, date is not null && sex is not null, findings.Count > 0);
    }

    private static void Weigh(Dictionary<CardField, CardSuggestion> found, CardField field, bool isCompared, bool differs)
    {
        if (!found.TryGetValue(field, out var suggestion))
        {
            return;
        }

        if (differs)
        {
            found[field] = suggestion with { Confidence = Math.Min(suggestion.Confidence, MostWhenDiffering), Doubts = [.. suggestion.Doubts, CardDoubt.DiffersFromNik] };
        }
        else if (isCompared)
        {
            // Two readings that agree are each half as likely to be wrong.
            found[field] = suggestion with { Confidence = 1 - ((1 - suggestion.Confidence) / 2) };
        }
    }

    private static CardSuggestion? Words(CardField field, List<CardWord> words)
    {
        var text = Name(words);
        if (text.Length == 0)
        {
            return null;
        }

        var isUnusual = field != CardField.Street && text.Any(sign => !char.IsLetter(sign) && !" .,'-/".Contains(sign, StringComparison.Ordinal));
        return isUnusual
            ? new CardSuggestion(field, text, Least(words) * UnusualPenalty, [CardDoubt.UnusualSigns])
            : new CardSuggestion(field, text, Least(words), []);
    }

    private static CardSuggestion Suggest(CardField field, string value, IReadOnlyList<CardWord> words, bool isRepaired) => isRepaired
        ? new CardSuggestion(field, value, Least(words) * RepairPenalty, [CardDoubt.Repaired])
        : new CardSuggestion(field, value, Least(words), []);

    private static string Name(IEnumerable<CardWord> words) => string.Join(' ', words.Select(word => word.Text)).Trim(' ', '.', ',', '-', '=', '_');

    private static double Least(IReadOnlyList<CardWord> words) => words.Count == 0 ? 0 : words.Min(word => word.Confidence);

    [GeneratedRegex(@"^(?<place>.*?)[\s,.]*(?<day>[\dOoIil|BSs]{2})\s?[-–—.\s]\s?(?<month>[\dOoIil|BSs]{2})\s?[-–—.\s]\s?(?<year>[\dOoIil|BSs]{4})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BirthPattern();
}
