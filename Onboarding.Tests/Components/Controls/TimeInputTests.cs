using Bunit;
using Onboarding.Portal.Components.Controls;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Controls;

public sealed class TimeInputTests : ComponentTest
{
    [Theory]
    [InlineData("14.05")]
    [InlineData("14:05")]
    [InlineData("1405")]
    public void The_day_has_24_hours_whatever_the_browser_speaks(string typed)
    {
        TimeOnly? time = null;
        IRenderedComponent<TimeInput> field = Open(null, read => time = read);

        field.Find("input").Change(typed);

        time.ShouldBe(new TimeOnly(14, 5));
    }

    [Fact]
    public void A_time_is_shown_as_it_is_written_here() =>
        Open(new TimeOnly(8, 30), _ => { }).Find("input").GetAttribute("value").ShouldBe("08.30");

    [Fact]
    public void What_cannot_be_read_stays_to_be_mended_and_says_so()
    {
        TimeOnly? time = new TimeOnly(8, 30);
        List<bool> unread = [];
        IRenderedComponent<TimeInput> field = Open(null, read => time = read, unread.Add);

        field.Find("input").Change("25.00");

        time.ShouldBeNull();
        field.Find("input").GetAttribute("value").ShouldBe("25.00");
        field.Find("input").GetAttribute("aria-invalid").ShouldBe("true");
        field.Find("[role=status]").TextContent.ShouldBe(ControlsText.TimeNotRead);

        field.Find("input").Change("");
        field.Find("[role=status]").TextContent.ShouldBeEmpty();
        unread.ShouldBe([true, false]);
    }

    private IRenderedComponent<TimeInput> Open(TimeOnly? time, Action<TimeOnly?> take, Action<bool>? unread = null) => Render<TimeInput>(parameters => parameters
        .Add(field => field.Id, "time").Add(field => field.Value, time).Add(field => field.ValueChanged, take).Add(field => field.OnUnread, unread ?? (_ => { })));
}
