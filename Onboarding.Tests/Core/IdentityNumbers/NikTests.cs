using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Regions;
using static Onboarding.Core.IdentityNumbers.FindingCode;

namespace Onboarding.Tests.Core.IdentityNumbers;

public sealed class NikTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("3171031708909901", Sex.Male, "1990-08-17")]
    [InlineData("3171035708909902", Sex.Female, "1990-08-17")]
    [InlineData("3276016902009903", Sex.Female, "2000-02-29")]
    [InlineData("9101014103859904", Sex.Female, "1985-03-01")]
    [InlineData("9301011012059905", Sex.Male, "1905-12-10 2005-12-10")]
    [InlineData("3171031510209901", Sex.Male, "1920-10-15 2020-10-15")]
    public void Reads_sex_and_birth_dates(string text, Sex sex, string dates)
    {
        var nik = Nik.Read(text).ShouldBeValid();

        nik.Sex.ShouldBe(sex);
        nik.BirthDateCandidates(Today).ShouldBe(dates.Split(' ').Select(Date));
    }

    [Theory]
    [InlineData("3171031708909901", "1990-08-17")]
    [InlineData("9301011012059905", "2005-12-10")]
    [InlineData("3171031510209901", null)]
    public void Prefers_the_birth_date_of_a_card_holder_only_where_one_fits(string text, string? date) =>
        Nik.Read(text).ShouldBeValid().LikelyBirthDate(Today).ShouldBe(date is null ? null : Date(date));

    [Theory]
    [InlineData("3171032211099901", "2009-11-22")]
    [InlineData("3171032311099901", null)]
    [InlineData("3171032311259901", "1925-11-23")]
    [InlineData("3171032211259901", null)]
    public void Counts_a_card_holder_from_the_seventeenth_birthday_to_the_end_of_the_hundredth_year(string text, string? date) =>
        Nik.Read(text).ShouldBeValid().LikelyBirthDate(Today).ShouldBe(date is null ? null : Date(date));

    [Fact]
    public void Leaves_out_birth_dates_in_the_future()
    {
        var nik = Nik.Read("3171032311269901").ShouldBeValid();

        nik.BirthDateCandidates(Today).ShouldBe([new DateOnly(1926, 11, 23)]);
        nik.BirthDateCandidates(Today.AddDays(1)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("1111111111111111")]
    [InlineData("2222 2222 2222 2222")]
    public void Refuses_one_digit_in_all_places(string text) => Nik.Read(text).ShouldBeRefused(Placeholder);

    [Theory]
    [InlineData("9999991708909901")]
    [InlineData("2010011708909901")]
    public void Warns_of_a_province_that_is_not_known(string text) => Nik.Read(text).ShouldBeValid(NikProvinceUnknown);

    [Theory]
    [InlineData("3171991708909901", "Kota Administrasi Jakarta Pusat")]
    [InlineData("3199011708909901", "DKI Jakarta")]
    public void Warns_of_a_district_that_is_not_known_and_names_what_is(string text, string known)
    {
        var reading = Nik.Read(text);

        reading.ShouldBeValid(NikDistrictUnknown);
        reading.Findings[0].Arguments.ShouldBe([known]);
    }

    [Theory]
    [InlineData("3171031708909901", "31.71.03", false)]
    [InlineData("9101014103859904", "91.01.01", true)]
    [InlineData("9301011012059905", "93.01.01", false)]
    [InlineData("3171991708909901", "31.71", false)]
    public void Knows_the_district_that_issued_it_also_by_its_retired_code(string text, string code, bool isFormer)
    {
        var issued = Nik.Read(text).Value.ShouldNotBeNull().IssuedIn;

        (issued.Lowest!.Code, issued.IsFormer).ShouldBe((code, isFormer));
    }

    [Theory]
    [InlineData("3171031708909901", "31.71.03.1001")]
    [InlineData("3171031708909901", "31.71.01.1001")]
    [InlineData("9101014103859904", "93.01.01.1002")]
    [InlineData("9301011012059905", "91.01.01.1002")]
    [InlineData("9999991708909901", "31.71.03.1001")]
    [InlineData("3171031708909901", "")]
    [InlineData("3171031708909901", "32")]
    public void Finds_nothing_in_an_address_of_the_regency_that_issued_it_or_where_one_is_not_known(string text, string address) =>
        Nik.Read(text).Value!.CompareWith(RegionDirectory.PathOf(address)).ShouldBeEmpty();

    [Theory]
    [InlineData("3171031708909901", "31.74.02.1001", "Kota Administrasi Jakarta Pusat", "Kota Administrasi Jakarta Selatan")]
    [InlineData("3171031708909901", "32.73", "Kota Administrasi Jakarta Pusat", "Kota Bandung")]
    [InlineData("9101014103859904", "91.71.01.1001", "Kabupaten Merauke", "Kota Jayapura")]
    public void Warns_when_the_address_lies_in_another_regency(string text, string address, string issued, string lives)
    {
        var finding = Nik.Read(text).Value!.CompareWith(RegionDirectory.PathOf(address)).ShouldHaveSingleItem();

        (finding.Code, finding.Severity).ShouldBe((NikRegionMismatch, FindingSeverity.Warning));
        finding.Arguments.ShouldBe([issued, lives]);
    }

    [Theory]
    [InlineData("3171031708909901", false)]
    [InlineData("9301011012059905", false)]
    [InlineData("3171031510209901", true)]
    [InlineData("3171032311099901", true)]
    public void Warns_of_an_age_that_no_card_holder_has(string text, bool isUnlikely) =>
        Nik.Read(text).ShouldBeValid().CheckAge(Today).Codes().ShouldBe(isUnlikely ? [NikAgeUnlikely] : []);

    [Theory]
    [InlineData("3171033102909901")]
    [InlineData("3171031713909901")]
    [InlineData("3171032902019908")]
    [InlineData("3171037202909901")]
    [InlineData("3171033608909901")]
    [InlineData("3171038108909901")]
    [InlineData("3171030008909901")]
    [InlineData("3171034008909901")]
    [InlineData("3171031700909901")]
    public void Refuses_a_birth_date_that_does_not_exist(string text) => Nik.Read(text).ShouldBeRefused(NikBirthDateImpossible);

    [Fact]
    public void Accepts_an_impossible_birth_date_as_a_warning_when_asked_to()
    {
        var nik = Nik.ReadAcceptingImpossibleDate("3171033102909901").ShouldBeValid(NikBirthDateImpossible);

        nik.BirthDateCandidates(Today).ShouldBeEmpty();
        nik.LikelyBirthDate(Today).ShouldBeNull();
    }

    [Theory]
    [InlineData("3171031708900000", NikSerialZero)]
    [InlineData("317103170890990", WrongLength)]
    [InlineData("31710317089099011", WrongLength)]
    [InlineData("3171O31708909901", DigitsOnly)]
    [InlineData("3,17103E+15", RoundedBySpreadsheet)]
    [InlineData("3.171031708909E+15", RoundedBySpreadsheet)]
    [InlineData("NIK: ", Required)]
    [InlineData("KK: 3171031708909901", DigitsOnly)]
    [InlineData("3171031708909901 \uD83D\uDE00", DigitsOnly)]
    [InlineData("", Required)]
    [InlineData(" . - ", Required)]
    [InlineData(null, Required)]
    public void Refuses_what_is_no_NIK(string? text, FindingCode code) => Nik.Read(text).ShouldBeRefused(code);

    [Fact]
    public void Says_how_long_a_NIK_is() => Nik.Read("1").Findings.Single().Arguments.ShouldBe([16]);

    [Theory]
    [InlineData("317103 170890 9901")]
    [InlineData("31.71.03.170890.9901")]
    [InlineData("3171-0317-0890-9901")]
    [InlineData("\u202A3171031708909901\u202C\t")]
    [InlineData("3171\u00A00317\u20110890\u200B9901")]
    [InlineData("NIK: 3171031708909901")]
    [InlineData("No. KTP : 3171 0317 0890 9901")]
    [InlineData("nomor nik 3171031708909901")]
    [InlineData("'3171031708909901")]
    [InlineData("=\"3171031708909901\"")]
    [InlineData("3171_0317/0890,9901")]
    [InlineData("٣١٧١٠٣١٧٠٨٩٠٩٩٠١")]
    [InlineData("\uFF13171031708909901")]
    [InlineData("\u202E3171031708909901\uFEFF")]
    public void Ignores_how_the_digits_are_grouped(string text) => Nik.Read(text).ShouldBeValid().Value.ShouldBe("3171031708909901");

    [Fact]
    public void Finds_nothing_when_form_and_number_agree() =>
        Nik.Read("3171035708909902").ShouldBeValid().CompareWith(new DateOnly(1990, 8, 17), Sex.Female, Today).ShouldBeEmpty();

    [Fact]
    public void Accepts_either_century_of_a_known_birth_date()
    {
        var nik = Nik.Read("3171031510209901").ShouldBeValid();

        nik.CompareWith(new DateOnly(1920, 10, 15), null, Today).ShouldBeEmpty();
        nik.CompareWith(new DateOnly(2020, 10, 15), null, Today).ShouldBeEmpty();
    }

    [Fact]
    public void Warns_when_form_and_number_differ()
    {
        var findings = Nik.Read("3171031708909901").ShouldBeValid().CompareWith(new DateOnly(1990, 8, 18), Sex.Female, Today);

        findings.Codes().ShouldBe([NikBirthDateMismatch, NikSexMismatch]);
        findings.ShouldAllBe(finding => finding.Severity == FindingSeverity.Warning);
    }

    [Fact]
    public void Says_nothing_about_facts_that_are_not_known() =>
        Nik.Read("3171031708909901").ShouldBeValid().CompareWith(null, null, Today).ShouldBeEmpty();

    [Fact]
    public void Names_the_issuing_region()
    {
        var nik = Nik.Read("3171031708909901").ShouldBeValid();

        (nik.ProvinceCode, nik.RegencyCode, nik.DistrictCode).ShouldBe(("31", "3171", "317103"));
    }

    [Fact]
    public void Shows_only_the_regency_when_masked_or_printed()
    {
        var nik = Nik.Read("3171031708909901").ShouldBeValid();

        nik.Mask().ShouldBe("3171************");
        $"{nik}".ShouldBe("3171************");
        new Holder(nik).ToString().ShouldNotContain(nik.Value);
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Holder(Nik Nik);
}
