using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Time;
using static Onboarding.Core.IdentityNumbers.FindingCode;

namespace Onboarding.Tests.Core.IdentityNumbers;

public sealed class AddressPartTests
{
    [Theory]
    [InlineData("10640", "10640")]
    [InlineData("40921", "40921")]
    [InlineData("99616", "99616")]
    [InlineData(" 10 640 ", "10640")]
    [InlineData("Kode Pos: 10640", "10640")]
    [InlineData("\uFF11\uFF10640", "10640")]
    [InlineData("١٠٦٤٠", "10640")]
    public void Reads_a_postal_code(string text, string value) => PostalCode.Read(text).ShouldBeValid().Value.ShouldBe(value);

    [Theory]
    [InlineData("01234", PostalCodeFirstDigit)]
    [InlineData("1064", WrongLength)]
    [InlineData("1064O", DigitsOnly)]
    [InlineData("", Required)]
    public void Refuses_what_is_no_postal_code(string text, FindingCode code) => PostalCode.Read(text).ShouldBeRefused(code);

    [Fact]
    public void Warns_when_postal_code_and_province_contradict_each_other()
    {
        var code = PostalCode.Read("10640").ShouldBeValid();
        var finding = code.CompareWith(ProvinceOf("51")).ShouldHaveSingleItem();

        finding.Code.ShouldBe(PostalCodeProvinceMismatch);
        finding.Severity.ShouldBe(FindingSeverity.Warning);
        finding.Arguments.ShouldBe(["Bali"]);
        code.CompareWith(ProvinceOf("31")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData('1', "31 32 36")]
    [InlineData('2', "11 12 13 14 21")]
    [InlineData('3', "15 16 17 18 19")]
    [InlineData('4', "32 36")]
    [InlineData('5', "33 34")]
    [InlineData('6', "35")]
    [InlineData('7', "61 62 63 64 65")]
    [InlineData('8', "51 52 53")]
    [InlineData('9', "71 72 73 74 75 76 81 82 91 92 93 94 95 96")]
    public void Knows_the_provinces_of_each_first_digit(char digit, string codes) =>
        Province.All.Where(province => province.PostalFirstDigits.Contains(digit, StringComparison.Ordinal))
            .Select(province => province.Code).ShouldBe(codes.Split(' '));

    [Theory]
    [InlineData(IndonesianTimeZone.Wib, "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62")]
    [InlineData(IndonesianTimeZone.Wita, "51 52 53 63 64 65 71 72 73 74 75 76")]
    [InlineData(IndonesianTimeZone.Wit, "81 82 91 92 93 94 95 96")]
    public void Knows_the_provinces_of_each_time_zone(IndonesianTimeZone zone, string codes) =>
        Province.All.Where(province => province.TimeZone == zone).Select(province => province.Code).ShouldBe(codes.Split(' '));

    [Fact]
    public void Knows_thirty_eight_provinces_by_code()
    {
        Province.All.Count.ShouldBe(38);
        Province.All.ShouldAllBe(province => Province.Find(province.Code) == province);
        Province.Find("10").ShouldBeNull();
        Province.Find(null).ShouldBeNull();
    }

    [Theory]
    [InlineData("93", "91", true)]
    [InlineData("96", "92", true)]
    [InlineData("96", "91", false)]
    [InlineData("91", "91", true)]
    [InlineData("31", "91", false)]
    public void Knows_which_provinces_were_divided(string province, string codeInNik, bool mayHaveIssued) =>
        ProvinceOf(province).MayHaveIssued(codeInNik).ShouldBe(mayHaveIssued);

    [Theory]
    [InlineData("003/012", "003", "012", false)]
    [InlineData("3/12", "003", "012", false)]
    [InlineData(" 3 / 12 ", "003", "012", false)]
    [InlineData("000/000", "000", "000", true)]
    [InlineData("-", "000", "000", true)]
    [InlineData("-/-", "000", "000", true)]
    public void Reads_neighbourhood_units(string text, string rt, string rw, bool isAbsent)
    {
        var unit = NeighbourhoodUnit.Read(text).ShouldBeValid();

        (unit.Rt, unit.Rw, unit.IsAbsent).ShouldBe((rt, rw, isAbsent));
        unit.ToString().ShouldBe("***/***");
    }

    [Theory]
    [InlineData("003", NeighbourhoodUnitNotRecognised)]
    [InlineData("0003/012", NeighbourhoodUnitNotRecognised)]
    [InlineData("003/", NeighbourhoodUnitNotRecognised)]
    [InlineData("A/1", NeighbourhoodUnitNotRecognised)]
    [InlineData("1/2/3", NeighbourhoodUnitNotRecognised)]
    [InlineData("/", Required)]
    [InlineData("", Required)]
    public void Refuses_what_is_no_neighbourhood_unit(string text, FindingCode code) => NeighbourhoodUnit.Read(text).ShouldBeRefused(code);

    [Theory]
    [InlineData("RT 003/RW 012")]
    [InlineData("rt.03 rw.12")]
    [InlineData("RT-3/RW-12")]
    [InlineData("003-012")]
    [InlineData("003\u2013012")]
    [InlineData("٣/١٢")]
    public void Reads_neighbourhood_units_as_people_write_them(string text) => NeighbourhoodUnit.Read(text).ShouldBeValid().Value.ShouldBe("003/012");

    [Fact]
    public void Reads_neighbourhood_units_from_two_fields() => NeighbourhoodUnit.Read("3", "12").ShouldBeValid().Value.ShouldBe("003/012");

    private static Province ProvinceOf(string code) => Province.Find(code).ShouldNotBeNull();
}
