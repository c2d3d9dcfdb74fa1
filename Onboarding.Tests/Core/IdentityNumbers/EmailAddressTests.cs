using Onboarding.Core.IdentityNumbers;
using static Onboarding.Core.IdentityNumbers.FindingCode;

namespace Onboarding.Tests.Core.IdentityNumbers;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("budi@contoh.co.id", "budi@contoh.co.id")]
    [InlineData(" Budi.Hartono+daftar@Contoh.CO.ID ", "Budi.Hartono+daftar@contoh.co.id")]
    [InlineData("o'neil_1@mail-contoh.id", "o'neil_1@mail-contoh.id")]
    [InlineData("a@xn--contoh-9ua.xn--p1ai", "a@xn--contoh-9ua.xn--p1ai")]
    public void Reads_an_address_and_lowers_only_its_domain(string text, string value) => EmailAddress.Read(text).ShouldBeValid().Value.ShouldBe(value);

    [Theory]
    [InlineData("budi", EmailAtMissing)]
    [InlineData("budi.contoh.id", EmailAtMissing)]
    [InlineData("@contoh.id", EmailNotRecognised)]
    [InlineData("budi@", EmailDomainIncomplete)]
    [InlineData("budi@contoh", EmailDomainIncomplete)]
    [InlineData("budi@@contoh.id", EmailMoreThanOne)]
    [InlineData("budi@contoh.id, tini@contoh.id", EmailMoreThanOne)]
    [InlineData("budi@contoh.id\r\nBcc: tini@contoh.id", EmailMoreThanOne)]
    [InlineData("budi@contoh..id", EmailDotMisplaced)]
    [InlineData("budi@.contoh.id", EmailDotMisplaced)]
    [InlineData("budi@contoh.id.", EmailDotMisplaced)]
    [InlineData("budi.@contoh.id", EmailDotMisplaced)]
    [InlineData(".budi@contoh.id", EmailDotMisplaced)]
    [InlineData("bu..di@contoh.id", EmailDotMisplaced)]
    [InlineData("budi@-contoh.id", EmailNotRecognised)]
    [InlineData("budi@192.168.0.1", EmailNotRecognised)]
    [InlineData("budi@contoh.i", EmailNotRecognised)]
    [InlineData("bu di@contoh.id", EmailCharacterNotAllowed)]
    [InlineData("Budi <budi@contoh.id>", EmailCharacterNotAllowed)]
    [InlineData("budi@contoh.id;", EmailCharacterNotAllowed)]
    [InlineData("budi\u200B@contoh.id", EmailCharacterNotAllowed)]
    [InlineData("\u202Ebudi@contoh.id", EmailCharacterNotAllowed)]
    [InlineData("bùdi@contoh.id", EmailCharacterNotAllowed)]
    [InlineData("budi@contöh.id", EmailCharacterNotAllowed)]
    [InlineData("budi@пример.рф", EmailCharacterNotAllowed)]
    [InlineData("budi\uFF20contoh.id", EmailCharacterNotAllowed)]
    [InlineData("budi\uD83D\uDE00@contoh.id", EmailCharacterNotAllowed)]
    public void Refuses_what_is_not_one_address_and_says_why(string text, FindingCode code) => EmailAddress.Read(text).ShouldBeRefused(code);

    [Theory]
    [InlineData("budi@gmial.com", "gmail.com")]
    [InlineData("budi@gmail.con", "gmail.com")]
    [InlineData("budi@gmai.com", "gmail.com")]
    [InlineData("budi@gmaill.com", "gmail.com")]
    [InlineData("budi@YAHO.com", "yahoo.com")]
    [InlineData("budi@yahoo.co.ids", "yahoo.co.id")]
    public void Asks_about_a_domain_that_is_one_slip_away_from_a_usual_one(string text, string meant)
    {
        var reading = EmailAddress.Read(text);

        reading.ShouldBeValid(EmailDomainMistyped);
        reading.Findings[0].Arguments.ShouldBe([meant]);
    }

    [Theory]
    [InlineData("budi@gmail.com")]
    [InlineData("budi@ymail.com")]
    [InlineData("budi@mail.com")]
    [InlineData("budi@contoh.com")]
    [InlineData("budi@g.id")]
    [InlineData("mailto:budi@contoh.id")]
    public void Finds_nothing_odd_in_other_domains(string text) => EmailAddress.Read(text).ShouldBeValid();

    [Fact]
    public void Limits_the_address_and_its_name()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 60), 3)) + ".id";

        EmailAddress.Read(new string('n', 64) + "@" + domain).ShouldBeValid().Value.Length.ShouldBe(250);
        EmailAddress.Read(new string('n', 65) + "@" + domain).ShouldBeRefused(EmailNotRecognised);
        EmailAddress.Read(new string('n', 255)).ShouldBeRefused(TooLong);
        EmailAddress.Read(" ").ShouldBeRefused(Required);
    }

    [Theory]
    [InlineData("budi@contoh.id", "b***@contoh.id")]
    [InlineData("b@contoh.id", "b***@contoh.id")]
    public void Prints_only_the_first_character_and_the_domain(string text, string mask) =>
        EmailAddress.Read(text).ShouldBeValid().ToString().ShouldBe(mask);
}
