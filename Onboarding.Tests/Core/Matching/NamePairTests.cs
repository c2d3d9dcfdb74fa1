using System.Globalization;
using Onboarding.Core.Cases;
using Onboarding.Core.Matching;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Matching;

/// <summary>
/// The labelled list of name pairs: how much of what belongs together is found (recall), and how much of what is shown
/// belongs together (precision). A pair counts as found when it shares a key of the index and reaches the usual score.
/// </summary>
public sealed class NamePairTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.95;
    private const double LeastRecall = 0.97;

    // Who looks like twins or bears a name one letter away, on the same day, is a person's decision: no score tells them apart.
    private const string Hardest = "hard-one-date";

    [Fact]
    public void Most_pairs_that_belong_together_are_found_and_few_others_are_shown()
    {
        var judged = Pairs().Select(pair => (Pair: pair, IsShown: IsShown(pair))).ToList();
        var found = judged.Count(entry => entry.Pair.IsSame && entry.IsShown);
        var missed = judged.Count(entry => entry.Pair.IsSame && !entry.IsShown);
        var wrong = judged.Count(entry => !entry.Pair.IsSame && entry.IsShown);
        var (precision, recall) = ((double)found / (found + wrong), (double)found / (found + missed));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{judged.Count} pairs: precision {precision:0.000}, recall {recall:0.000} (found {found}, missed {missed}, shown in vain {wrong})"));
        foreach (var category in judged.GroupBy(entry => (entry.Pair.IsSame, entry.Pair.Category)))
        {
            output.WriteLine($"{(category.Key.IsSame ? "same" : "different"),-9} {category.Key.Category,-30} {category.Count(entry => entry.IsShown == entry.Pair.IsSame)} of {category.Count()} right");
        }

        judged.Count.ShouldBeGreaterThanOrEqualTo(300);
        precision.ShouldBeGreaterThanOrEqualTo(LeastPrecision);
        recall.ShouldBeGreaterThanOrEqualTo(LeastRecall);
    }

    [Fact]
    public void Common_names_with_other_birth_dates_brothers_and_households_are_not_shown()
    {
        string[] never = ["common-name-other-date", "brothers-and-sisters", "twins", "household-phone", "one-address", "like-sounding-other-date"];

        Pairs().Where(pair => never.Contains(pair.Category) && IsShown(pair)).Select(pair => $"{pair.Category}: {pair.First} / {pair.Second}").ShouldBeEmpty();
        Pairs().Count(pair => pair.Category == Hardest).ShouldBeGreaterThan(5);
    }

    [Fact]
    public void The_score_is_the_same_from_both_sides() =>
        Pairs().Where(pair => ApplicantComparison.Compare(pair.One, pair.Other).Score != ApplicantComparison.Compare(pair.Other, pair.One).Score)
            .Select(pair => $"{pair.First} / {pair.Second}").ShouldBeEmpty();

    private static bool IsShown(NamePair pair)
    {
        var keys = BlockingKeys.ToStore(pair.Other).Select(key => key.Text).ToHashSet(StringComparer.Ordinal);
        return BlockingKeys.ToFind(pair.One).Any(key => keys.Contains(key.Text))
            && ApplicantComparison.Compare(pair.One, pair.Other).Score >= new DuplicateSettings().ShowFrom;
    }

    private static List<NamePair> Pairs() => [.. File.ReadLines(RepositoryFolder.PathOf("Onboarding.Tests", "Core", "Matching", "NamePairs.csv"))
        .Where(line => !line.StartsWith('#'))
        .Select((line, index) => Read(line.Split(';'), index))];

    private static NamePair Read(string[] parts, int index)
    {
        var shared = parts[7];
        return new NamePair(
            parts[0] == "same", parts[1], parts[3], parts[5],
            MatchProfile.Of(Applicant(parts[2], parts[3], parts[4], shared, index * 2)),
            MatchProfile.Of(Applicant(parts[2], parts[5], parts[6], shared, (index * 2) + 1)));
    }

    // Nothing but the name, the birth date and what the list says is equal: identity numbers would make it easy.
    private static ApplicantData Applicant(string kind, string name, string born, string shared, int serial)
    {
        ApplicantData data = kind == "person"
            ? new PersonData { FullName = name, BirthDate = born.Length > 0 ? DateOnly.ParseExact(born, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null }
            : new BusinessData { BusinessName = name };
        return data with
        {
            Phone = shared == "phone" ? "+6281200009901" : string.Create(CultureInfo.InvariantCulture, $"+62813{(serial % 2 == 0 ? 3 : 8)}{serial * 7919 % 1_000_000:000000}"),
            Email = shared == "email" ? "satu.keluarga@contoh.example" : $"nama{serial}orang@contoh.example",
            Address = shared == "address"
                ? new AddressData { Street = "Jl. Melati No. 5", PostalCode = "40921" }
                : new AddressData { Street = $"Jl. Kenanga {serial}", PostalCode = (10_000 + serial).ToString(CultureInfo.InvariantCulture) },
        };
    }

    private sealed record NamePair(bool IsSame, string Category, string First, string Second, MatchProfile One, MatchProfile Other);
}
