using Onboarding.Core.IdentityNumbers;

namespace Onboarding.Tests.Core.IdentityNumbers;

public sealed class DeedNumberTests
{
    [Theory]
    [InlineData("12")]
    [InlineData("No. 7")]
    [InlineData("Akta Nomor: 0123")]
    [InlineData("12/III/2024")]
    [InlineData("05-")]
    public void Finds_nothing_odd_in_a_small_number(string text) => DeedNumber.Check(text).ShouldBeEmpty();

    [Theory]
    [InlineData("abc")]
    [InlineData("-")]
    [InlineData("No.")]
    [InlineData("9120009990012")]
    [InlineData("AHU-0012345.AH.01.01")]
    public void Asks_about_what_no_notary_counts_to(string text)
    {
        var finding = DeedNumber.Check(text).ShouldHaveSingleItem();

        (finding.Code, finding.Severity).ShouldBe((FindingCode.DeedNumberUnusual, FindingSeverity.Warning));
    }
}
