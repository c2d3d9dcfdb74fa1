using Onboarding.Core.IdentityNumbers;
using static Onboarding.Core.IdentityNumbers.FindingCode;

namespace Onboarding.Tests.Core.IdentityNumbers;

public sealed class BusinessNumberTests
{
    [Theory]
    [InlineData("2208260009901", "2208260009901")]
    [InlineData("9120000009901", "9120000009901")]
    [InlineData("0220000009901", "0220000009901")]
    [InlineData("0220 0000 09901", "0220000009901")]
    [InlineData("NIB: 0220000009901", "0220000009901")]
    [InlineData("\uFF10220000009901", "0220000009901")]
    public void Reads_a_NIB(string text, string value) => Nib.Read(text).ShouldBeValid().Value.ShouldBe(value);

    [Theory]
    [InlineData("220826000990", WrongLength)]
    [InlineData("0000000000000", Placeholder)]
    [InlineData("22082600O9901", DigitsOnly)]
    [InlineData("", Required)]
    public void Refuses_what_is_no_NIB(string text, FindingCode code) => Nib.Read(text).ShouldBeRefused(code);

    [Fact]
    public void Prints_only_the_first_four_digits_of_a_NIB() => Nib.Read("2208260009901").ShouldBeValid().ToString().ShouldBe("2208*********");

    [Theory]
    [InlineData("AHU-0099001.AH.01.01.TAHUN 2024", "AHU-0099001.AH.01.01.TAHUN 2024")]
    [InlineData("AHU-0099002.AH.01.02.Tahun 2023", "AHU-0099002.AH.01.02.TAHUN 2023")]
    [InlineData("AHU-AH.01.03-0099003", "AHU-AH.01.03-0099003")]
    [InlineData("AHU-AH.01.09-0099004", "AHU-AH.01.09-0099004")]
    [InlineData("AHU-099006.AH.01.30.Tahun 2025", "AHU-099006.AH.01.30.TAHUN 2025")]
    [InlineData("AHU-A099007.AH.01.30.Tahun 2026", "AHU-A099007.AH.01.30.TAHUN 2026")]
    [InlineData("AHU-0099005-AH.01.14 Tahun 2022", "AHU-0099005-AH.01.14 TAHUN 2022")]
    [InlineData("  ahu-0099001.ah.01.01.tahun   2024 ", "AHU-0099001.AH.01.01.TAHUN 2024")]
    public void Reads_the_number_of_a_decree(string text, string value) => AhuDecreeNumber.Read(text).ShouldBeValid().Value.ShouldBe(value);

    [Fact]
    public void Warns_of_the_register_number_that_people_take_for_the_decree() =>
        AhuDecreeNumber.Read("AHU-0099008.AH.01.11.Tahun 2023").ShouldBeValid(AhuIsRegisterNumber);

    [Theory]
    [InlineData("AHU-99001.AH.01.01.Tahun 2010")]
    [InlineData("C-99001 HT.01.01.TH.2003")]
    [InlineData("12")]
    public void Warns_of_forms_that_are_not_in_use_any_more(string text) => AhuDecreeNumber.Read(text).ShouldBeValid(AhuFormUnusual);

    [Theory]
    [InlineData("0099001.AH.01.01.TAHUN 2024", AhuPrefixMissing)]
    [InlineData("AHU-0099001.AH.01.01.TAHUN 24", AhuYearNotFourDigits)]
    [InlineData("AHU-0099001.AH.01.01.TAHUN 20245", AhuYearNotFourDigits)]
    [InlineData("<script>", CharacterNotAllowed)]
    [InlineData("", Required)]
    public void Refuses_clear_mistakes_in_a_decree_number(string text, FindingCode code) => AhuDecreeNumber.Read(text).ShouldBeRefused(code);

    [Theory]
    [InlineData("PT Contoh Sejahtera Abadi")]
    [InlineData("PT. 3 Roda Contoh (Persero) Tbk.")]
    [InlineData("CV Contoh & Rekan")]
    [InlineData("UD Bu Tini's Contoh")]
    public void Reads_the_name_of_a_business(string text) => BusinessName.Read(text).ShouldBeValid().Value.ShouldBe(text);

    [Theory]
    [InlineData("PT Contoh Abadi", LegalForm.PT, false)]
    [InlineData("PT. Contoh Abadi", LegalForm.PTPerorangan, false)]
    [InlineData("pt.contoh abadi", LegalForm.PT, false)]
    [InlineData("PT Contoh Abadi", LegalForm.CV, true)]
    [InlineData("CV Contoh Abadi", LegalForm.PT, true)]
    [InlineData("UD Contoh", LegalForm.PT, true)]
    [InlineData("Contoh Abadi", LegalForm.PT, false)]
    [InlineData("Ptolemeus Contoh", LegalForm.CV, false)]
    [InlineData("PT Contoh Abadi", LegalForm.Other, false)]
    public void Warns_when_the_name_begins_with_another_legal_form(string name, LegalForm form, bool differs) =>
        BusinessName.Read(name).ShouldBeValid().CompareWith(form).Codes().ShouldBe(differs ? [LegalFormMismatch] : []);

    [Theory]
    [InlineData("", Required)]
    [InlineData("& . -", NameWithoutLetter)]
    [InlineData("PT Contoh \uFFFD", CharacterNotAllowed)]
    public void Refuses_what_is_no_name_of_a_business(string text, FindingCode code) => BusinessName.Read(text).ShouldBeRefused(code);

    [Theory]
    [InlineData("PT <b>Contoh</b>")]
    [InlineData("PT Contoh 🙂")]
    [InlineData("=PT Contoh")]
    public void Keeps_an_unusual_name_of_a_business_as_given_and_says_so(string text) =>
        BusinessName.Read(text).ShouldBeValid(NameUnusual).Value.ShouldBe(text);

    [Fact]
    public void Limits_the_name_of_a_business()
    {
        BusinessName.Read(new string('A', 150)).ShouldBeValid();
        BusinessName.Read(new string('A', 151)).ShouldBeRefused(TooLong);
    }

    [Fact]
    public void Prints_only_initials_of_a_business() => BusinessName.Read("UD Tini Contoh").ShouldBeValid().ToString().ShouldBe("U*** T*** C***");
}
