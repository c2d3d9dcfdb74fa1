using Onboarding.Core.IdentityNumbers;
using static Onboarding.Core.IdentityNumbers.FindingCode;

namespace Onboarding.Tests.Core.IdentityNumbers;

public sealed class PassportTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateOnly Later = new(2031, 1, 1);

    [Theory]
    [InlineData("X1234567")]
    [InlineData("x 123-4567")]
    public void Reads_a_passport(string number)
    {
        var passport = Passport.Read(number, "sg", Later, Today).ShouldBeValid();

        passport.Number.Value.ShouldBe("X1234567");
        passport.IssuingCountry.ShouldBe("SG");
        passport.ExpiresOn.ShouldBe(Later);
        passport.ToString().ShouldNotContain("1234567");
    }

    [Fact]
    public void Refuses_an_expired_passport_but_not_on_its_last_day()
    {
        Passport.Read("X1234567", "SG", Today.AddDays(-1), Today).ShouldBeRefused(PassportExpired);
        Passport.Read("X1234567", "SG", Today, Today).ShouldBeValid();
    }

    [Fact]
    public void Refuses_a_passport_without_country_or_expiry()
    {
        Passport.Read("X1234567", "", Later, Today).ShouldBeRefused(PassportCountryRequired);
        Passport.Read("X1234567", "S1", Later, Today).ShouldBeRefused(PassportCountryNotRecognised);
        Passport.Read("X1234567", "SG", null, Today).ShouldBeRefused(PassportExpiryRequired);
        Passport.Read(null, null, null, Today).ShouldBeRefused(Required, PassportCountryRequired, PassportExpiryRequired);
    }

    [Theory]
    [InlineData("X123", TooShort)]
    [InlineData("X12345678901234567890", TooLong)]
    [InlineData("X12345É7", CharacterNotAllowed)]
    [InlineData("", Required)]
    public void Refuses_what_is_no_passport_number(string text, FindingCode code) => PassportNumber.Read(text).ShouldBeRefused(code);

    [Fact]
    public void Keeps_the_hyphens_of_a_stay_permit()
    {
        var permit = StayPermitNumber.Read(" 2c21 jd-0099 ").ShouldBeValid();

        permit.Value.ShouldBe("2C21JD-0099");
        permit.ToString().ShouldBe("2C*********");
    }

    [Theory]
    [InlineData("2C21", TooShort)]
    [InlineData("2C21.JD", CharacterNotAllowed)]
    [InlineData("", Required)]
    public void Refuses_what_is_no_stay_permit(string text, FindingCode code) => StayPermitNumber.Read(text).ShouldBeRefused(code);

    [Theory]
    [InlineData("X1234567<", 7)]
    [InlineData("900817", 9)]
    [InlineData("", 0)]
    [InlineData("x1", null)]
    public void Computes_the_check_digit_of_the_machine_readable_zone(string field, int? digit) =>
        MachineReadableZone.CheckDigit(field).ShouldBe(digit);
}
