using FsCheck.Fluent;
using Onboarding.Core.Regions;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.Regions;

public sealed class RegionSearchTests
{
    [Theory]
    [InlineData("kemayoran", "31.71.03")]
    [InlineData("Kelurahan Kemayoran", "31.71.03.1001")]
    [InlineData("kec. kemayoran", "31.71.03")]
    [InlineData("kemayoran surabaya", "35.78.15.1002")]
    [InlineData("surabaya kemayoran", "35.78.15.1002")]
    [InlineData("karang kidul", "33.74.01.1012")]
    [InlineData("karangkidul semarang", "33.74.01.1012")]
    [InlineData("setiabudi jakarta", "31.74.02")]
    [InlineData("setia budi dki jakarta", "31.74.02")]
    [InlineData("SIDOMULYO, Medan Baru", null)]
    [InlineData("regapu'u", "53.")]
    [InlineData("Regapu\u2019u", "53.")]
    [InlineData("tuha gampong gajah", "11.07.13.2006")]
    [InlineData("desa tuha gampong", "11.")]
    [InlineData("  kemayoran\u00A0\u200B", "31.71.03")]
    public void Finds_a_region_the_way_people_write_it(string text, string? code)
    {
        var found = RegionDirectory.Search(text);

        if (code is null)
        {
            found.ShouldBeEmpty();
        }
        else
        {
            found.ShouldContain(region => region.Code.StartsWith(code, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Puts_whole_names_before_beginnings_and_beginnings_before_later_words()
    {
        var names = RegionDirectory.Search("kemayoran", 200).Select(region => region.Name).ToList();

        names[..3].ShouldBe(["Kemayoran", "Kemayoran", "Kemayoran"]);
        RegionDirectory.Search("medan", 200).TakeWhile(region => region.Name.StartsWith("Medan", StringComparison.Ordinal)).Count().ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Narrows_many_places_of_one_name_by_what_they_lie_in()
    {
        RegionDirectory.Search("sidomulyo", 200).Count.ShouldBeGreaterThan(90);

        RegionDirectory.Search("sidomulyo kediri", 200).ShouldAllBe(region => RegionDirectory.PathOf(region.Code).Regency!.Name.Contains("Kediri", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("senayan", null, null, "31.74.07.1006")]
    [InlineData("senayan", "52", null, "52.07.06.2001")]
    [InlineData("senayan", "52.07", "12190", "52.07.06.2001")]
    [InlineData("senayan", null, "84455", "52.07.06.2001")]
    [InlineData("senayan", null, "1219", "31.74.07.1006")]
    [InlineData("senayan", "31.74.07.1001", "", "31.74.07.1006")]
    [InlineData("kemayoran", "35.78", null, "35.78.15.1002")]
    public void Puts_what_agrees_with_the_rest_of_the_address_before_equal_names(string text, string? chosen, string? postalCode, string first) =>
        RegionDirectory.Search(text, hint: new RegionHint(chosen, postalCode))[0].Code.ShouldBe(first);

    [Fact]
    public void Offers_no_more_than_asked_for() => RegionDirectory.Search("suka", 7).Count.ShouldBe(7);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ka")]
    [InlineData("---")]
    [InlineData("\ud83d\ude00\ud83d\ude00\ud83d\ude00")]
    [InlineData("zzzzzz")]
    [InlineData("\n\n\n")]
    public void Finds_nothing_for_too_little_or_for_nonsense(string? text) => RegionDirectory.Search(text).ShouldBeEmpty();

    [Fact]
    public void Answers_any_text() => Always.Holds(Always.AnyText, text => RegionDirectory.Search(text).Count.ShouldBeInRange(0, RegionDirectory.DefaultMatches));

    [Fact]
    public void Finds_every_village_by_its_name_and_its_regency()
    {
        var villages =
            from province in Gen.Elements<Region>(RegionDirectory.Provinces)
            from regency in Gen.Elements<Region>(RegionDirectory.RegenciesOf(province.Code))
            from district in Gen.Elements<Region>(RegionDirectory.DistrictsOf(regency.Code))
            from village in Gen.Elements<Region>(RegionDirectory.VillagesOf(district.Code))
            select (Village: village, Within: $"{district.Name} {regency.Name}");

        Always.Holds(villages, place => RegionDirectory.Search($"{place.Village.Name} {place.Within}", 500).ShouldContain(place.Village));
    }
}
