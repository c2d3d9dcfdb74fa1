using Onboarding.Core.Time;

namespace Onboarding.Tests.Core.Time;

public sealed class TypedTimeTests
{
    [Theory]
    [InlineData("8.30")]
    [InlineData("08.30")]
    [InlineData("08:30")]
    [InlineData("0830")]
    [InlineData("830")]
    [InlineData(" 8 : 30 ")]
    [InlineData("08.30 WIB")]
    public void Reads_a_time_of_day_however_it_is_written(string text) => TypedTime.Read(text).ShouldBe(new TimeOnly(8, 30));

    [Fact]
    public void An_hour_alone_is_the_full_hour() => TypedTime.Read("14").ShouldBe(new TimeOnly(14, 0));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("24.00")]
    [InlineData("8.60")]
    [InlineData("8.3")]
    [InlineData("2.30 PM")]
    [InlineData("pagi")]
    public void What_no_clock_shows_is_no_time(string? text) => TypedTime.Read(text).ShouldBeNull();
}
