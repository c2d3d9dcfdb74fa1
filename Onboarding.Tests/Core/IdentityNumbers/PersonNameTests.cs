using Onboarding.Core.IdentityNumbers;
using static Onboarding.Core.IdentityNumbers.FindingCode;

namespace Onboarding.Tests.Core.IdentityNumbers;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Sukarno")]
    [InlineData("Siti Nur'aini")]
    [InlineData("Dr. H. Budi Hartono, S.E., M.M.")]
    [InlineData("R. A. Kartini")]
    [InlineData("Ni Luh Putu Sri-Ayu")]
    [InlineData("José Ñandú")]
    [InlineData("王小明")]
    [InlineData("สมชาย ใจดี")]
    [InlineData("अनिल कुमार")]
    public void Reads_names_of_any_script(string text)
    {
        PersonName.Read(text).ShouldBeValid().Value.ShouldBe(text.Normalize());
        PersonName.ReadFromIdentityCard(text).ShouldBeValid();
    }

    [Theory]
    [InlineData("  Budi \t  Hartono ", "Budi Hartono")]
    [InlineData("Siti\u00A0Nur\u2019aini", "Siti Nur'aini")]
    [InlineData("Siti Nur\u0374aini", "Siti Nur'aini")]
    [InlineData("Siti Nur\u1FEFaini", "Siti Nur'aini")]
    [InlineData("Siti Nur\u02BCaini", "Siti Nur'aini")]
    [InlineData("Sri\u2010Ayu", "Sri-Ayu")]
    [InlineData("Jose\u0301", "José")]
    public void Keeps_names_in_one_form(string text, string value) => PersonName.Read(text).ShouldBeValid().Value.ShouldBe(value);

    [Theory]
    [InlineData("Budi\u200B Hartono")]
    [InlineData("\u202EBudi Hartono")]
    [InlineData("Budi\u0000 Hartono")]
    [InlineData("Budi\u3164 Hartono\uFEFF")]
    public void Removes_invisible_characters_and_says_so(string text) =>
        PersonName.Read(text).ShouldBeValid(InvisibleCharacterRemoved).Value.ShouldBe("Budi Hartono");

    [Theory]
    [InlineData("Budi <b>tebal</b>")]
    [InlineData("Budi 🙂")]
    [InlineData("Budi ❤️")]
    [InlineData("=Budi(A)")]
    [InlineData("@Budi")]
    [InlineData("+Budi")]
    [InlineData("\u200FBudi\u200E")]
    public void Keeps_an_unusual_name_as_given_and_says_so(string text) =>
        PersonName.Read(text).ShouldBeValid(NameUnusual).Value.ShouldBe(text);

    [Theory]
    [InlineData("A")]
    [InlineData("A.")]
    [InlineData(" B ")]
    [InlineData("王")]
    public void Asks_about_a_name_of_one_letter(string text) => PersonName.Read(text).ShouldBeValid(NameOneLetter);

    [Theory]
    [InlineData("Budi 2", NameWithDigit)]
    [InlineData("🙂", NameWithoutLetter)]
    [InlineData("\u200F", NameWithoutLetter)]
    [InlineData("Budi \uD83D", CharacterNotAllowed)]
    [InlineData("Budi \uFFFE", CharacterNotAllowed)]
    [InlineData("., -'", NameWithoutLetter)]
    [InlineData("", Required)]
    [InlineData("   ", Required)]
    [InlineData("\u200B", Required)]
    [InlineData(null, Required)]
    public void Refuses_what_is_no_name(string? text, FindingCode code) => PersonName.Read(text).ShouldBeRefused(code);

    [Fact]
    public void Takes_a_hundred_characters_and_remarks_on_more_than_sixty_from_a_card()
    {
        PersonName.ReadFromIdentityCard(new string('A', 60)).ShouldBeValid();
        PersonName.ReadFromIdentityCard(new string('A', 61)).ShouldBeValid(NameLongerThanOnCard);
        PersonName.ReadFromIdentityCard(new string('A', 101)).ShouldBeRefused(TooLong);
        PersonName.Read(new string('A', 100)).ShouldBeValid();
        PersonName.Read(new string('A', 101)).ShouldBeRefused(TooLong);
    }

    [Fact]
    public void Prints_only_initials() => PersonName.Read("Siti Nur'aini").ShouldBeValid().ToString().ShouldBe("S*** N***");
}
