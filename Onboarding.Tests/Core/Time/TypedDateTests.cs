using Onboarding.Core.Time;

namespace Onboarding.Tests.Core.Time;

public sealed class TypedDateTests
{
    [Theory]
    [InlineData("17/06/1970")]
    [InlineData("17/6/1970")]
    [InlineData("17-6-1970")]
    [InlineData("17.06.1970")]
    [InlineData("17 06 1970")]
    [InlineData("17 - 6 - 1970")]
    [InlineData(" 17061970 ")]
    [InlineData("17 Juni 1970")]
    [InlineData("17 juni 1970")]
    [InlineData("17Juni1970")]
    [InlineData("17-JUN-1970")]
    [InlineData("17 June, 1970")]
    [InlineData("1970-06-17")]
    public void Reads_a_day_with_the_day_first_however_it_is_written(string text) => TypedDate.Read(text).ShouldBe(new DateOnly(1970, 6, 17));

    [Theory]
    [InlineData("5 Agt 1990", 8)]
    [InlineData("5 Agustus 1990", 8)]
    [InlineData("5 Pebruari 1990", 2)]
    [InlineData("5 Nopember 1990", 11)]
    [InlineData("5 Mei 1990", 5)]
    [InlineData("5 Mar 1990", 3)]
    [InlineData("5 Des 1990", 12)]
    [InlineData("05/12/1990", 12)]
    public void Knows_the_months_in_both_languages_and_their_old_and_short_forms(string text, int month) =>
        TypedDate.Read(text).ShouldBe(new DateOnly(1990, month, 5));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kemarin")]
    [InlineData("17/06/70")]
    [InlineData("170670")]
    [InlineData("31/02/1990")]
    [InlineData("29/02/1990")]
    [InlineData("12/13/1990")]
    [InlineData("00/01/1990")]
    [InlineData("01/01/0000")]
    [InlineData("17 Ju 1970")]
    [InlineData("17 Junius 1970")]
    [InlineData("1706197")]
    [InlineData("17/06/1970 WIB")]
    public void Reads_nothing_into_what_is_no_day(string? text) => TypedDate.Read(text).ShouldBeNull();
}
