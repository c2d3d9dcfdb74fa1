using Onboarding.Core.Cases;
using Onboarding.Portal.Features.Customers;

namespace Onboarding.Tests.Components.Features.Customers;

/// <summary>What a record holds is read as people here write it, however it is kept.</summary>
public sealed class RecordWordsTests
{
    [Theory]
    [InlineData(nameof(PersonData.BirthDate), "1979-07-13", "13/07/1979")]
    [InlineData(nameof(PersonData.PassportExpiry), "2031-01-02", "02/01/2031")]
    [InlineData(nameof(BusinessData.DeedDate), "2015-08-07", "07/08/2015")]
    [InlineData(nameof(PersonData.BirthDate), "", "")]
    [InlineData(nameof(PersonData.Nik), "3471022109809907", "3471 0221 0980 9907")]
    [InlineData(nameof(PersonData.Nik), "****9907", "****9907")]
    [InlineData(nameof(PersonData.Npwp), "0010000321999000", "0010 0003 2199 9000")]
    [InlineData("Parties.0.Nik", "3471022109809907", "3471 0221 0980 9907")]
    [InlineData(nameof(BusinessData.DeedNumber), "110", "110")]
    public void Days_and_long_numbers_are_written_as_on_the_card(string path, string kept, string read) => RecordWords.Value(path, kept).ShouldBe(read);

    [Fact]
    public void A_country_is_named_and_does_not_stay_a_code() => RecordWords.Value(nameof(PersonData.PassportCountry), "JP").ShouldNotBe("JP");
}
