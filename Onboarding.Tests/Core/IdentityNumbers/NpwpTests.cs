using Onboarding.Core.IdentityNumbers;
using static Onboarding.Core.IdentityNumbers.FindingCode;

namespace Onboarding.Tests.Core.IdentityNumbers;

public sealed class NpwpTests
{
    [Theory]
    [InlineData("12.345.678.2-999.000", "123456782999000")]
    [InlineData("01.234.567.4-999.000", "012345674999000")]
    [InlineData("71.000.001.9-999.000", "710000019999000")]
    public void Reads_fifteen_digits(string text, string value)
    {
        var npwp = Npwp.Read(text).ShouldBeValid();

        npwp.Value.ShouldBe(value);
        npwp.Kind.ShouldBe(NpwpKind.FifteenDigits);
        npwp.IsBranch.ShouldBeFalse();
        npwp.ToPrintedForm().ShouldBe(text);
    }

    [Theory]
    [InlineData("12 345 678 2-999 000")]
    [InlineData("12,345,678,2-999,000")]
    [InlineData("12.345.678.2/999.000")]
    [InlineData("12_345_678_2_999_000")]
    [InlineData("NPWP : 12.345.678.2-999.000")]
    [InlineData("No. NPWP 123456782999000")]
    [InlineData("12\u00A0345\u00A0678.2\u2013999.000")]
    [InlineData("12.345.678.2-999.000\u200B")]
    [InlineData("'123456782999000")]
    public void Reads_fifteen_digits_however_they_are_set_apart(string text) => Npwp.Read(text).ShouldBeValid().Value.ShouldBe("123456782999000");

    [Theory]
    [InlineData("0123456782999000", NpwpKind.EntityFromFifteenDigits)]
    [InlineData("3171031708909901", NpwpKind.Individual)]
    [InlineData("1000000000009901", NpwpKind.SystemIssued)]
    public void Reads_sixteen_digits_of_each_pattern(string text, NpwpKind kind)
    {
        var npwp = Npwp.Read(text).ShouldBeValid();

        npwp.Kind.ShouldBe(kind);
        npwp.ToPrintedForm().ShouldBe(text);
    }

    [Fact]
    public void Warns_of_sixteen_digits_of_no_known_pattern()
    {
        var npwp = Npwp.Read("3171033102909901").ShouldBeValid(NpwpPatternUnknown);

        npwp.Kind.ShouldBe(NpwpKind.Unknown);
        npwp.ToSixteenDigitsOfEntity().ShouldBeNull();
    }

    [Fact]
    public void Passes_on_what_is_odd_about_the_NIK_of_an_individual() =>
        Npwp.Read("9999991708909901").ShouldBeValid(NikProvinceUnknown).Kind.ShouldBe(NpwpKind.Individual);

    [Theory]
    [InlineData("90.000.012.6-999.001")]
    [InlineData("0900000126999001")]
    public void Asks_for_the_NITKU_of_a_branch_instead_of_deriving_one(string text)
    {
        var npwp = Npwp.Read(text).ShouldBeValid(NpwpIsBranch);

        npwp.IsBranch.ShouldBeTrue();
    }

    [Theory]
    [InlineData("12.345.678.3-999.000")]
    [InlineData("0123456783999000")]
    public void Warns_of_a_check_digit_that_does_not_fit(string text) => Npwp.Read(text).ShouldBeValid(NpwpCheckDigitMismatch);

    [Theory]
    [InlineData("00.000.000.0-000.000")]
    [InlineData("0000000000000000")]
    [InlineData("12.000.000.0-999.000")]
    [InlineData("99.999.999.9-999.999")]
    [InlineData("1111111111111111")]
    public void Refuses_a_placeholder(string text) => Npwp.Read(text).ShouldBeRefused(Placeholder);

    [Theory]
    [InlineData("12.345.678.2-999.00", WrongLength)]
    [InlineData("01234567829990001", WrongLength)]
    [InlineData("12.345.678.2-999.OOO", DigitsOnly)]
    [InlineData("", Required)]
    [InlineData(null, Required)]
    public void Refuses_what_is_no_NPWP(string? text, FindingCode code) => Npwp.Read(text).ShouldBeRefused(code);

    [Fact]
    public void Says_which_lengths_are_right() => Npwp.Read("1").Findings.Single().Arguments.ShouldBe([15, 16]);

    [Fact]
    public void Puts_a_zero_before_the_number_of_an_entity() =>
        Npwp.Read("12.345.678.2-999.000").ShouldBeValid().ToSixteenDigitsOfEntity().ShouldNotBeNull().Value.ShouldBe("0123456782999000");

    [Theory]
    [InlineData("0123456782999000")]
    [InlineData("1000000000009901")]
    public void Leaves_the_present_number_of_an_entity_as_it_is(string text) =>
        Npwp.Read(text).ShouldBeValid().ToSixteenDigitsOfEntity().ShouldNotBeNull().Value.ShouldBe(text);

    [Fact]
    public void Converts_neither_a_branch_nor_an_individual()
    {
        Npwp.Read("90.000.012.6-999.001").ShouldBeValid(NpwpIsBranch).ToSixteenDigitsOfEntity().ShouldBeNull();
        Npwp.Read("3171031708909901").ShouldBeValid().ToSixteenDigitsOfEntity().ShouldBeNull();
    }

    [Fact]
    public void Warns_when_an_individual_has_another_NIK()
    {
        var nik = Nik.Read("3171031708909901").ShouldBeValid();

        Npwp.Read("3171031708909901").ShouldBeValid().CompareWith(nik).ShouldBeEmpty();
        Npwp.Read("3171035708909902").ShouldBeValid().CompareWith(nik).Codes().ShouldBe([NpwpDiffersFromNik]);
        Npwp.Read("12.345.678.2-999.000").ShouldBeValid().CompareWith(nik).ShouldBeEmpty();
    }

    [Fact]
    public void Prints_only_its_first_four_digits() => Npwp.Read("12.345.678.2-999.000").ShouldBeValid().ToString().ShouldBe("1234***********");

    [Theory]
    [InlineData("0123456782999000000000", true)]
    [InlineData("0123456782999000000001", false)]
    public void Reads_the_NITKU_of_head_office_and_branch(string text, bool isHeadOffice)
    {
        var nitku = Nitku.Read(text).ShouldBeValid();

        nitku.IsHeadOffice.ShouldBe(isHeadOffice);
        nitku.Npwp.Value.ShouldBe("0123456782999000");
        nitku.ToString().ShouldBe("0123******************");
    }

    [Theory]
    [InlineData("0123456782999000000001", "0123456782999000", false)]
    [InlineData("0123456782999000000001", "12.345.678.2-999.000", false)]
    [InlineData("0123456782999000000001", "90.000.012.6-999.001", false)]
    [InlineData("0123456782999000000001", "1000000000009901", true)]
    [InlineData("1000000000009901000001", "12.345.678.2-999.000", true)]
    public void Compares_the_NPWP_inside_a_NITKU_with_that_of_the_business(string nitku, string npwp, bool differs) =>
        Nitku.Read(nitku).ShouldBeValid().CompareWith(Npwp.Read(npwp).Value!).Codes().ShouldBe(differs ? [NitkuDiffersFromNpwp] : []);

    [Theory]
    [InlineData("01234567829990000000", WrongLength)]
    [InlineData("0000000000000000000000", Placeholder)]
    [InlineData("012345678299900000000X", DigitsOnly)]
    public void Refuses_what_is_no_NITKU(string text, FindingCode code) => Nitku.Read(text).ShouldBeRefused(code);

    [Fact]
    public void Warns_of_the_check_digit_inside_a_NITKU() => Nitku.Read("0123456783999000000000").ShouldBeValid(NpwpCheckDigitMismatch);
}
