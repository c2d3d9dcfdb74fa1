using FsCheck.Fluent;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Tests.Support;
using static Onboarding.Core.IdentityNumbers.FindingCode;

namespace Onboarding.Tests.Core.IdentityNumbers;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("0812-0000-9901", "+6281200009901")]
    [InlineData("+62 851 0000 9902", "+6285100009902")]
    [InlineData("62 813 0000 9903", "+6281300009903")]
    [InlineData("0811009905", "+62811009905")]
    [InlineData("812 0000 9901", "+6281200009901")]
    [InlineData("0062 812 0000 9901", "+6281200009901")]
    [InlineData("+62 (0)812 0000 9901", "+6281200009901")]
    [InlineData("62 0812 0000 9901", "+6281200009901")]
    [InlineData("(0)812 0000 9901", "+6281200009901")]
    [InlineData("HP: 0812-0000-9901", "+6281200009901")]
    [InlineData("No. WA 0812.0000.9901", "+6281200009901")]
    [InlineData("tel:+6281200009901", "+6281200009901")]
    [InlineData("\uFF0B62 812 0000 9901", "+6281200009901")]
    [InlineData("٠٨١٢٠٠٠٠٩٩٠١", "+6281200009901")]
    [InlineData("\u202A+62 812\u20110000\u20119901\u202C", "+6281200009901")]
    public void Reads_mobile_numbers_as_people_write_them(string text, string value)
    {
        var phone = PhoneNumber.Read(text).ShouldBeValid();

        phone.Value.ShouldBe(value);
        phone.Kind.ShouldBe(PhoneKind.Mobile);
    }

    [Theory]
    [InlineData("021-5000-9904", "+622150009904")]
    [InlineData("(021) 5000 9904", "+622150009904")]
    [InlineData("62 21 5000 9904", "+622150009904")]
    [InlineData("0628 00 9901", "+62628009901")]
    public void Reads_landlines(string text, string value)
    {
        var phone = PhoneNumber.Read(text).ShouldBeValid();

        phone.Value.ShouldBe(value);
        phone.Kind.ShouldBe(PhoneKind.Landline);
    }

    [Theory]
    [InlineData("+65 6000 9901", "+6560009901")]
    [InlineData("0065 6000 9901", "+6560009901")]
    public void Reads_numbers_of_other_countries(string text, string value)
    {
        var phone = PhoneNumber.Read(text).ShouldBeValid();

        phone.Value.ShouldBe(value);
        phone.Kind.ShouldBe(PhoneKind.Foreign);
    }

    [Theory]
    [InlineData("0812000", PhoneTooShort)]
    [InlineData("081200009906123", PhoneTooLong)]
    [InlineData("0841 0000 9907", PhonePrefixNotInUse)]
    [InlineData("0800 100 9901", PhonePrefixNotInUse)]
    [InlineData("0", PhonePrefixNotInUse)]
    [InlineData("0215009", PhoneTooShort)]
    [InlineData("21 5000 9904", PhoneNotRecognised)]
    [InlineData("150099", PhoneNotRecognised)]
    [InlineData("+0812 0000 9901", PhoneNotRecognised)]
    [InlineData("+", PhoneTooShort)]
    [InlineData("+65 1", PhoneTooShort)]
    [InlineData("+65 6000 9901 0000 000", PhoneTooLong)]
    [InlineData("8,12E+10", RoundedBySpreadsheet)]
    [InlineData("6.28120001E+12", RoundedBySpreadsheet)]
    [InlineData("0812-0000-9901/9902", PhoneMoreThanOne)]
    [InlineData("0812-0000-9901 atau 0812-0000-9902", PhoneMoreThanOne)]
    [InlineData("0812-0000-9901, 0812-0000-9902", PhoneMoreThanOne)]
    [InlineData("021-5000-9904 ext 12", PhoneExtension)]
    [InlineData("(021) 5000 9904 ekst. 12", PhoneExtension)]
    [InlineData("021 5000 9904 x12", PhoneExtension)]
    [InlineData("021 5000 9904 #12", PhoneExtension)]
    [InlineData("0812 0000 9901 (rumah)", PhoneCharacterNotAllowed)]
    [InlineData("O812 0000 9901", DigitsOnly)]
    [InlineData("+62 8l2 OOOO 99Ol", DigitsOnly)]
    [InlineData("0812 0000 9901 \uD83D\uDE00", PhoneCharacterNotAllowed)]
    [InlineData("HP: ", Required)]
    [InlineData("0812+00009901", PhoneCharacterNotAllowed)]
    [InlineData("", Required)]
    [InlineData(null, Required)]
    public void Refuses_what_is_no_telephone_number(string? text, FindingCode code) => PhoneNumber.Read(text).ShouldBeRefused(code);

    [Theory]
    [InlineData("0812.0000.9901 (WA)", "W")]
    [InlineData("O812 0000 9901 WA", "W")]
    [InlineData("0812+0000 9901", "+")]
    [InlineData("0812 0000 9901 \uD83D\uDE00", "\uD83D\uDE00")]
    public void Names_the_first_character_that_no_number_has(string text, string character)
    {
        var finding = PhoneNumber.Read(text).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe(PhoneCharacterNotAllowed);
        finding.Arguments.ShouldBe([character]);
    }

    [Theory]
    [InlineData("0812 0000 9906 12", PhoneTooLong, 13, 14)]
    [InlineData("812 0000 9906 12", PhoneTooLong, 12, 13)]
    [InlineData("+62 812 0000 9906 12", PhoneTooLong, 14, 15)]
    [InlineData("62812000099 0612", PhoneTooLong, 14, 15)]
    [InlineData("+62 0812 0000 9906 12", PhoneTooLong, 15, 16)]
    [InlineData("0062 812 0000 9906 12", PhoneTooLong, 16, 17)]
    [InlineData("HP (0812) 0000-9906-12", PhoneTooLong, 13, 14)]
    [InlineData("021 5000 9904 1234", PhoneTooLong, 12, 15)]
    [InlineData("0812 000", PhoneTooShort, 10, 7)]
    [InlineData("+62 812 000", PhoneTooShort, 11, 8)]
    [InlineData("+65 6000 9901 0000 000", PhoneTooLong, 15, 17)]
    [InlineData("0065 6000 9901 0000 000", PhoneTooLong, 17, 19)]
    public void Says_the_limit_in_digits_as_they_were_typed(string text, FindingCode code, int limit, int typed)
    {
        var finding = PhoneNumber.Read(text).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Arguments).ShouldSatisfyAllConditions(
            read => read.Code.ShouldBe(code),
            read => read.Arguments.ShouldBe([limit, typed]));
    }

    [Fact]
    public void Takes_mobile_numbers_of_nine_to_twelve_digits_after_the_country_code()
    {
        PhoneNumber.Read("+62" + "81200009").ShouldBeRefused(PhoneTooShort);
        PhoneNumber.Read("+62" + "812000099").ShouldBeValid();
        PhoneNumber.Read("+62" + "812000099012").ShouldBeValid();
        PhoneNumber.Read("+62" + "8120000990123").ShouldBeRefused(PhoneTooLong);
    }

    [Fact]
    public void Gives_the_same_number_for_every_habit_of_writing_it()
    {
        var numbers =
            from operatorDigit in Gen.Elements(1, 2, 3, 5, 6, 7, 8, 9)
            from rest in Gen.Elements('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').ArrayOf(9)
            from length in Gen.Choose(7, 9)
            select $"8{operatorDigit}{new string(rest, 0, length)}";

        Always.Holds(numbers, number =>
        {
            foreach (var start in (string[])["", "0", "62", "+62", "0062", "+620", "620"])
            {
                PhoneNumber.Read(start + number).ShouldBeValid().Value.ShouldBe("+62" + number);
            }
        });
    }

    [Theory]
    [InlineData("0812-0000-9901", "+62********901")]
    [InlineData("+65 6000 9901", "+*******901")]
    public void Prints_only_the_last_three_digits(string text, string mask) => PhoneNumber.Read(text).ShouldBeValid().ToString().ShouldBe(mask);
}
