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
    [InlineData("budi")]
    [InlineData("@contoh.id")]
    [InlineData("budi@")]
    [InlineData("budi@contoh")]
    [InlineData("budi@@contoh.id")]
    [InlineData("budi@contoh..id")]
    [InlineData("budi@.contoh.id")]
    [InlineData("budi@contoh.id.")]
    [InlineData("budi@-contoh.id")]
    [InlineData("budi@192.168.0.1")]
    [InlineData(".budi@contoh.id")]
    [InlineData("bu..di@contoh.id")]
    [InlineData("bu di@contoh.id")]
    [InlineData("budi@contoh.id, tini@contoh.id")]
    [InlineData("Budi <budi@contoh.id>")]
    [InlineData("budi@contoh.id\r\nBcc: tini@contoh.id")]
    [InlineData("budi\u200B@contoh.id")]
    [InlineData("bùdi@contoh.id")]
    [InlineData("budi@contoh.i")]
    public void Refuses_what_is_not_one_address(string text) => EmailAddress.Read(text).ShouldBeRefused(EmailNotRecognised);

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
