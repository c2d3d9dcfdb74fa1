using Onboarding.Core.Time;

namespace Onboarding.Tests.Core.Time;

public sealed class IndonesianTimeZonesTests
{
    public static TheoryData<IndonesianTimeZone> Zones => [.. Enum.GetValues<IndonesianTimeZone>()];

    [Theory]
    [MemberData(nameof(Zones))]
    public void Agrees_with_the_time_zone_database_all_year(IndonesianTimeZone zone)
    {
        var known = TimeZoneInfo.FindSystemTimeZoneById(zone.Id());

        for (var month = 1; month <= 12; month++)
        {
            known.GetUtcOffset(new DateTimeOffset(2026, month, 15, 0, 0, 0, TimeSpan.Zero)).ShouldBe(zone.Offset());
        }
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void Is_found_by_its_name(IndonesianTimeZone zone) => IndonesianTimeZones.FromId(zone.Id()).ShouldBe(zone);

    [Theory]
    [InlineData("Asia/Pontianak", IndonesianTimeZone.Wib)]
    [InlineData("Asia/Singapore", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Knows_only_zones_of_Indonesia(string? id, IndonesianTimeZone? zone) => IndonesianTimeZones.FromId(id).ShouldBe(zone);

    [Theory]
    [InlineData(IndonesianTimeZone.Wib, "WIB")]
    [InlineData(IndonesianTimeZone.Wita, "WITA")]
    [InlineData(IndonesianTimeZone.Wit, "WIT")]
    public void Has_the_abbreviation_that_people_use(IndonesianTimeZone zone, string abbreviation) => zone.Abbreviation().ShouldBe(abbreviation);
}
