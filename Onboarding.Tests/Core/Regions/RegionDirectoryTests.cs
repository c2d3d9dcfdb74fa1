using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Regions;

namespace Onboarding.Tests.Core.Regions;

public sealed class RegionDirectoryTests
{
    [Fact]
    public void Knows_every_region_of_the_decree()
    {
        var regencies = RegionDirectory.Provinces.SelectMany(province => RegionDirectory.RegenciesOf(province.Code)).ToList();
        var districts = regencies.SelectMany(regency => RegionDirectory.DistrictsOf(regency.Code)).ToList();
        var villages = districts.Sum(district => RegionDirectory.VillagesOf(district.Code).Count);

        (RegionDirectory.Provinces.Count, regencies.Count, districts.Count, villages).ShouldBe((38, 514, 7_285, 83_762));
        RegionDirectory.Count.ShouldBe(38 + 514 + 7_285 + 83_762);
    }

    [Fact]
    public void Says_where_the_list_comes_from() =>
        RegionDirectory.Source.ShouldBe(new RegionSource("idn-area-data 4.0.1", "Kepmendagri No. 300.2.2-2138 Tahun 2025", 2025, "ODbL 1.0", "nik-parser 1.0.1 (MIT)"));

    [Fact]
    public void Has_the_same_provinces_as_the_table_with_zones_and_postal_codes() =>
        RegionDirectory.Provinces.Select(region => (region.Code, region.Name)).ShouldBe(Province.All.Select(province => (province.Code, province.Name)), ignoreOrder: true);

    [Theory]
    [InlineData("31", "DKI Jakarta", RegionLevel.Province)]
    [InlineData("31.71", "Kota Administrasi Jakarta Pusat", RegionLevel.Regency)]
    [InlineData("3171", "Kota Administrasi Jakarta Pusat", RegionLevel.Regency)]
    [InlineData("31.71.03", "Kemayoran", RegionLevel.District)]
    [InlineData("3171031001", "Kemayoran", RegionLevel.Village)]
    [InlineData("11.01.01.2001", "Keude Bakongan", RegionLevel.Village)]
    [InlineData("93.01.01", "Merauke", RegionLevel.District)]
    public void Finds_a_region_by_its_code_with_or_without_dots(string code, string name, RegionLevel level)
    {
        var region = RegionDirectory.Find(code).ShouldNotBeNull();

        (region.Name, region.Level, region.IsFormer).ShouldBe((name, level, false));
        region.Code.Replace(".", "", StringComparison.Ordinal).ShouldBe(code.Replace(".", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("00")]
    [InlineData("99")]
    [InlineData("31.99")]
    [InlineData("31.71.03.9999")]
    [InlineData("3171000000")]
    [InlineData("31.71.03.1001.1")]
    [InlineData("٣١")]
    [InlineData("31.7A")]
    [InlineData("-31")]
    public void Finds_nothing_for_what_is_no_code(string? code)
    {
        RegionDirectory.Find(code).ShouldBeNull();
        RegionDirectory.PathOf(code).ShouldBe(RegionPath.None);
    }

    [Fact]
    public void Tells_everything_a_village_lies_in()
    {
        var path = RegionDirectory.PathOf("31.71.03.1001");

        new[] { path.Province, path.Regency, path.District, path.Village }.Select(region => region!.Name)
            .ShouldBe(["DKI Jakarta", "Kota Administrasi Jakarta Pusat", "Kemayoran", "Kemayoran"]);
        path.Lowest.ShouldBe(path.Village);
        path.Present.ShouldBe(path);
    }

    [Theory]
    [InlineData("91.01", "Kabupaten Merauke", "93.01")]
    [InlineData("910101", "Merauke", "93.01.01")]
    [InlineData("92.71", "Kota Sorong", "96.71")]
    [InlineData("91.01.01.1002", "Samkai", "93.01.01.1002")]
    public void Keeps_a_retired_code_with_its_name_and_what_became_of_it(string code, string name, string present)
    {
        var region = RegionDirectory.Find(code).ShouldNotBeNull();

        (region.Name, region.IsFormer, region.PresentCode).ShouldBe((name, true, present));
        RegionDirectory.PathOf(code).Present.ShouldBe(RegionDirectory.PathOf(present));
    }

    [Fact]
    public void A_retired_district_that_cannot_be_found_again_is_known_by_its_regency()
    {
        var path = RegionDirectory.PathOf("91.13.36");

        path.District!.PresentCode.ShouldBeNull();
        path.Present.Lowest!.Name.ShouldBe("Kabupaten Yahukimo");
    }

    [Fact]
    public void Offers_only_present_regions_to_choose_from()
    {
        RegionDirectory.RegenciesOf("91").ShouldNotContain(region => region.Name == "Kabupaten Merauke");
        RegionDirectory.DistrictsOf("91.01").ShouldBeEmpty();
        RegionDirectory.Search("merauke").ShouldAllBe(region => !region.IsFormer);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("31.71")]
    [InlineData("31.71.03.1001")]
    [InlineData("xx")]
    public void Has_no_regencies_of_what_is_no_province(string? code) => RegionDirectory.RegenciesOf(code).ShouldBeEmpty();

    [Fact]
    public void Lists_what_lies_in_a_region_by_name()
    {
        var names = RegionDirectory.VillagesOf("31.71.03").Select(region => region.Name).ToList();

        names.Count.ShouldBe(8);
        names.ShouldBe(names.Order(StringComparer.OrdinalIgnoreCase));
        RegionDirectory.VillagesOf("31.71.03").ShouldAllBe(region => region.Code.StartsWith("31.71.03.", StringComparison.Ordinal));
    }
}
