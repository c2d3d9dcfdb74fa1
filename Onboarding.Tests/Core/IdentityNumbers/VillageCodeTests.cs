using Onboarding.Core.IdentityNumbers;
using static Onboarding.Core.IdentityNumbers.FindingCode;

namespace Onboarding.Tests.Core.IdentityNumbers;

public sealed class VillageCodeTests
{
    [Theory]
    [InlineData("31.71.03.1001")]
    [InlineData("3171031001")]
    [InlineData(" 31 71 03 1001 ")]
    [InlineData("31-71-03-1001")]
    [InlineData("Kode wilayah: 31.71.03.1001")]
    [InlineData("٣١٧١٠٣١٠٠١")]
    [InlineData("31.71.03.1001\u200B")]
    public void Reads_a_code_however_it_is_grouped(string text) => VillageCode.Read(text).ShouldBeValid().Value.ShouldBe("31.71.03.1001");

    [Theory]
    [InlineData("31", RegencyMissing)]
    [InlineData("31.71", DistrictMissing)]
    [InlineData("91.01", DistrictMissing)]
    [InlineData("31.71.03", VillageMissing)]
    public void Says_which_choice_is_missing(string text, FindingCode code) => VillageCode.Read(text).ShouldBeRefused(code);

    [Theory]
    [InlineData(null, Required)]
    [InlineData(" ", Required)]
    [InlineData("Kemayoran", DigitsOnly)]
    [InlineData("99", WrongLength)]
    [InlineData("317103100", WrongLength)]
    [InlineData("3,171E+9", RoundedBySpreadsheet)]
    [InlineData("31.71.03.9999", VillageCodeNotRecognised)]
    [InlineData("00.00.00.0000", VillageCodeNotRecognised)]
    public void Refuses_what_is_no_code_of_a_village(string? text, FindingCode code) => VillageCode.Read(text).ShouldBeRefused(code);

    [Fact]
    public void Takes_a_retired_code_and_names_the_present_one()
    {
        var reading = VillageCode.Read("91.01.01.1002");

        reading.ShouldBeValid(VillageCodeFormer).Value.ShouldBe("91.01.01.1002");
        reading.Findings[0].Arguments.ShouldBe(["93.01.01.1002", "Kabupaten Merauke", "Papua Selatan"]);
    }
}
