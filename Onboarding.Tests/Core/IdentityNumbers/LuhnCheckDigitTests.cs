using System.Globalization;
using FsCheck.Fluent;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.IdentityNumbers;

public sealed class LuhnCheckDigitTests
{
    [Theory]
    [InlineData("12345678", 2)]
    [InlineData("01234567", 4)]
    [InlineData("71000001", 9)]
    [InlineData("90000012", 6)]
    [InlineData("00000000", 0)]
    public void Gives_the_digit_behind_known_numbers(string digits, int expected) => LuhnCheckDigit.Of(digits).ShouldBe(expected);

    [Fact]
    public void Exactly_one_of_ten_digits_fits() =>
        Always.Holds(Gen.Choose(0, 99_999_999), number =>
            Enumerable.Range(0, 10).Count(digit => LuhnCheckDigit.IsValid(Digits(number) + digit.ToString(CultureInfo.InvariantCulture))).ShouldBe(1));

    [Fact]
    public void Notices_every_single_wrong_digit()
    {
        var changes =
            from number in Gen.Choose(0, 99_999_999)
            from position in Gen.Choose(0, 7)
            from difference in Gen.Choose(1, 9)
            select (Digits: Digits(number), Position: position, Difference: difference);

        Always.Holds(changes, change =>
        {
            var changed = change.Digits.ToCharArray();
            changed[change.Position] = (char)('0' + ((changed[change.Position] - '0' + change.Difference) % 10));

            LuhnCheckDigit.Of(changed).ShouldNotBe(LuhnCheckDigit.Of(change.Digits));
        });
    }

    private static string Digits(int number) => number.ToString("00000000", CultureInfo.InvariantCulture);
}
