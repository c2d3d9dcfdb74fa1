using Bunit;
using Onboarding.Portal.Components.Controls;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Controls;

public sealed class DayInputTests : ComponentTest
{
    [Theory]
    [InlineData("06/12/2026")]
    [InlineData("6 Des 2026")]
    [InlineData("06122026")]
    public void The_day_comes_first_whatever_the_browser_speaks(string typed)
    {
        DateOnly? day = null;
        IRenderedComponent<DayInput> field = Open(null, read => day = read);

        field.Find("input").Change(typed);

        day.ShouldBe(new DateOnly(2026, 12, 6));
    }

    [Fact]
    public void A_day_is_shown_as_it_is_written_here() =>
        Open(new DateOnly(2026, 12, 6), _ => { }).Find("input").GetAttribute("value").ShouldBe("06/12/2026");

    [Fact]
    public void What_cannot_be_read_stays_to_be_mended_and_says_so()
    {
        DateOnly? day = new DateOnly(2026, 12, 6);
        IRenderedComponent<DayInput> field = Open(null, read => day = read);

        field.Find("input").Change("31/02/2026");

        day.ShouldBeNull();
        field.Find("input").GetAttribute("value").ShouldBe("31/02/2026");
        field.Find("input").GetAttribute("aria-invalid").ShouldBe("true");
        field.Find("[role=status]").TextContent.ShouldBe(ControlsText.DayNotRead);
    }

    private IRenderedComponent<DayInput> Open(DateOnly? day, Action<DateOnly?> take) => Render<DayInput>(parameters => parameters
        .Add(field => field.Id, "day").Add(field => field.Value, day).Add(field => field.ValueChanged, take));
}
