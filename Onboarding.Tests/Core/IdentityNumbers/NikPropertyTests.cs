using System.Globalization;
using FsCheck.Fluent;
using Onboarding.Core.IdentityNumbers;
using Onboarding.Core.Regions;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Core.IdentityNumbers;

public sealed class NikPropertyTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly IReadOnlyList<string> Districts =
    [
        .. RegionDirectory.Provinces.SelectMany(province => RegionDirectory.RegenciesOf(province.Code)).SelectMany(regency => RegionDirectory.DistrictsOf(regency.Code))
            .Select(district => district.Code.Replace(".", string.Empty, StringComparison.Ordinal)),
        "910101", "911336", "920140",
    ];

    private static readonly int DaysSince1900 = Today.DayNumber - new DateOnly(1900, 1, 1).DayNumber;

    [Fact]
    public void A_number_made_from_a_person_gives_back_that_person()
    {
        var people =
            from district in Gen.Elements<string>(Districts)
            from days in Gen.Choose(0, DaysSince1900)
            from sex in Gen.Elements(Sex.Male, Sex.Female)
            from serial in Gen.Choose(1, 9999)
            select (District: district, Birth: Today.AddDays(-days), Sex: sex, Serial: serial);

        Always.Holds(people, person =>
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{person.District}{person.Birth.Day + (person.Sex == Sex.Female ? 40 : 0):00}{person.Birth:MMyy}{person.Serial:0000}");

            var nik = Nik.Read(text).ShouldBeValid();

            nik.Value.ShouldBe(text);
            nik.Sex.ShouldBe(person.Sex);
            nik.DistrictCode.ShouldBe(person.District);
            nik.CompareWith(nik.IssuedIn).ShouldBeEmpty();
            nik.BirthDateCandidates(Today).ShouldContain(person.Birth);
            nik.CompareWith(person.Birth, person.Sex, Today).ShouldBeEmpty();
            nik.CompareWith(person.Birth.AddDays(-1), null, Today).Codes().ShouldBe([FindingCode.NikBirthDateMismatch]);
        });
    }

    [Fact]
    public void Every_day_code_outside_the_two_ranges_is_refused()
    {
        var codes = Enumerable.Range(0, 100).Where(day => day is < 1 or (> 31 and < 41) or > 71);

        codes.ShouldAllBe(day => !Nik.Read($"317103{day:00}01909901").IsValid);
    }
}
