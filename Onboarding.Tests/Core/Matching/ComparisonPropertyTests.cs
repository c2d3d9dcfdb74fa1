using FsCheck.Fluent;
using Onboarding.Core.Cases;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Matching;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Matching;

/// <summary>What holds for every pair of applicants, whatever was typed.</summary>
public sealed class ComparisonPropertyTests
{
    // Half surrogate pairs, noncharacters, marks without letters, other scripts, very long runs.
    private static readonly string[] Odd =
    [
        "", " ", "'", ".", ",", "\uD800", "\uDC00x", "\uFFFE", "\uFDD0", "\u0301\u0301", "😀", "👩‍👩‍👧 Siti", "李明", "محمد", "\u202EbudiB", "A", "I", "H.", "S.E.",
        "bin", "Muhammad bin", ", S.E.", "É", "ß", "İstanbul", "\0\u0001", "Abd", "Abdu", "Abdul", "Abdullah", "C", "Ch", "Q-Q-Q", "PT", "PT.", "& Co", new string('M', 500), "<b>Budi</b>", "=1+1",
    ];

    private static FsCheck.Gen<string> Names => Gen.OneOf(
        Gen.Elements(Odd),
        from words in Gen.ListOf(Gen.Elements("Muhammad", "M.", "Soekarno", "Siti", "Rizky", "Widjaja", "Dewi", "Nur'aini", "Hj.", "bin", "Abdurrahman", "Putra", "Tjahjono", "\uD83D", "e\u0301"), 10)
        select string.Join(' ', words),
        from letters in Gen.ListOf(Gen.Choose(0, 0xFFFF), 40)
        select new string([.. letters.Select(code => (char)code)]));

    private static FsCheck.Gen<ApplicantData> Applicants =>
        from name in Names
        from other in Names
        from born in Gen.Choose(0, 20_000)
        from serial in Gen.Choose(0, 30)
        from isPerson in Gen.Elements(true, true, false)
        select isPerson ? (ApplicantData)Person(name, other, born, serial) : Business(name, other, serial);

    [Fact]
    public void The_order_of_the_two_makes_no_difference() =>
        Always.Holds(from one in Applicants from two in Applicants select (one, two), pair =>
        {
            var (one, two) = (MatchProfile.Of(pair.one), MatchProfile.Of(pair.two));
            var there = ApplicantComparison.Compare(one, two);
            var back = ApplicantComparison.Compare(two, one);

            back.Score.ShouldBe(there.Score);
            back.Reasons.ShouldBe(there.Reasons);
            there.Score.ShouldBeInRange(0, MatchResult.MostPoints);
        });

    [Fact]
    public void The_same_data_has_the_full_score_and_shares_a_key_whenever_it_has_one() =>
        Always.Holds(Applicants, data =>
        {
            ApplicantComparison.Compare(MatchProfile.Of(data), MatchProfile.Of(data)).Score.ShouldBe(MatchResult.MostPoints);
            BlockingKeys.ToStore(MatchProfile.Of(data)).Except(BlockingKeys.ToFind(MatchProfile.Of(data))).ShouldBeEmpty();
        });

    [Fact]
    public void An_equal_identity_number_is_always_shown() =>
        Always.Holds(from one in Names from two in Names select (one, two), pair =>
        {
            var one = Person(pair.one, "a", 1000, 1) with { Nik = "3171031708909901" };
            var two = Person(pair.two, "b", 9000, 2) with { Nik = "3171031708909901" };
            var result = ApplicantComparison.Compare(MatchProfile.Of(one), MatchProfile.Of(two));

            result.IsExact.ShouldBeTrue();
            result.Score.ShouldBeGreaterThan(new DuplicateSettings().ShowFrom);
        });

    [Fact]
    public void Titles_case_and_order_make_no_difference() =>
        Always.Holds(Gen.Elements("Budi Hartono", "Soerjadi Widjaja", "Siti Nur'aini", "Kartini", "Ni Luh Putu Ayu"), name =>
        {
            var typed = MatchName.OfPerson(name);
            var reversed = MatchName.OfPerson(string.Join(' ', name.Split(' ').Reverse()));

            NameComparison.Compare(typed, MatchName.OfPerson($"Dr. H. {name.ToUpperInvariant()}, S.E., M.M.")).Kind.ShouldBe(NameAgreement.Same);
            NameComparison.Compare(typed, reversed).Kind.ShouldBe(NameAgreement.Same);
        });

    private static PersonData Person(string name, string street, int born, int serial) => new()
    {
        FullName = name,
        BirthDate = new DateOnly(1950, 1, 1).AddDays(born),
        Sex = serial % 2 == 0 ? Sex.Male : Sex.Female,
        Nik = serial % 3 == 0 ? $"31710317089099{serial:00}" : null,
        Phone = $"+62812000099{serial:00}",
        Email = $"{name}@contoh.example",
        BirthPlace = street,
        Address = new AddressData { Street = street, PostalCode = "10640" },
    };

    private static BusinessData Business(string name, string representative, int serial) => new()
    {
        BusinessName = name,
        RepresentativeName = representative,
        RepresentativeNik = $"31710317089099{serial:00}",
        Nib = $"22082600099{serial:00}",
        Phone = $"+62812000099{serial:00}",
        Email = $"{representative}@contoh.example",
    };
}
