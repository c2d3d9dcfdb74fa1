using Bunit;
using Onboarding.Core.Time;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Hosting;
using Onboarding.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Onboarding.Tests.Components.Controls;

public sealed class ControlTests : ComponentTest
{
    private static readonly DateTimeOffset Afternoon = new(2026, 11, 22, 8, 5, 0, TimeSpan.Zero);

    [Fact]
    public void A_page_header_has_the_one_first_level_heading_and_takes_the_focus()
    {
        IRenderedComponent<PageHeader> header = Render<PageHeader>(parameters => parameters
            .Add(page => page.Title, "Antrean verifikasi")
            .Add(page => page.BackHref, "/start"));

        header.Find("h1").TextContent.ShouldBe("Antrean verifikasi");
        header.Find("h1").GetAttribute("tabindex").ShouldBe("-1");
        header.Find("a").GetAttribute("href").ShouldBe("/start");
        header.Find("a").TextContent.ShouldBe(ControlsText.Back);
    }

    [Fact]
    public void A_card_is_a_region_named_by_its_heading()
    {
        IRenderedComponent<Card> card = Render<Card>(parameters => parameters.Add(one => one.Title, "Data pelanggan"));

        string? id = card.Find("section").GetAttribute("aria-labelledby");
        card.Find($"#{id}").TextContent.ShouldBe("Data pelanggan");
    }

    [Fact]
    public void A_missing_value_is_said_and_not_left_blank() =>
        Render<DefinitionItem>(parameters => parameters.Add(item => item.Label, "Email").Add(item => item.Value, " "))
            .Find("dd").TextContent.Trim().ShouldBe(ControlsText.NothingRecorded);

    [Theory]
    [InlineData(null, "22/11/2026 15.05 WIB")]
    [InlineData("WITA", "22/11/2026 16.05 WITA")]
    [InlineData("WIT", "22/11/2026 17.05 WIT")]
    [InlineData("nonsense", "22/11/2026 15.05 WIB")]
    public void A_time_is_shown_in_the_zone_of_the_person_who_looks(string? zone, string shown)
    {
        Services.GetRequiredService<DisplayTime>().Use(zone);

        IRenderedComponent<TimeText> time = Render<TimeText>(parameters => parameters.Add(text => text.Value, Afternoon));

        time.Find("time").TextContent.ShouldBe(shown);
        time.Find("time").GetAttribute("datetime").ShouldBe("2026-11-22T08:05:00Z");
    }

    [Fact]
    public void The_day_is_the_one_of_the_zone_and_not_the_one_of_UTC()
    {
        DisplayTime time = Services.GetRequiredService<DisplayTime>();
        time.Use("WIT");

        time.Zone.ShouldBe(IndonesianTimeZone.Wit);
        time.Date(new DateTimeOffset(2026, 11, 22, 15, 30, 0, TimeSpan.Zero)).ShouldBe("23/11/2026");
    }

    [Fact]
    public void A_refusal_is_read_out_at_once_and_absent_while_there_is_none()
    {
        Render<RefusalNotice>(parameters => parameters.Add(notice => notice.Text, null)).Markup.Trim().ShouldBeEmpty();
        Render<RefusalNotice>(parameters => parameters.Add(notice => notice.Text, "Sudah diambil orang lain."))
            .Find("[role=alert]").TextContent.ShouldContain("Sudah diambil orang lain.");
    }

    [Fact]
    public void A_notice_never_says_something_by_colour_alone()
    {
        foreach (Tone tone in Enum.GetValues<Tone>())
        {
            Render<Notice>(parameters => parameters.Add(notice => notice.Tone, tone).Add(notice => notice.Text, "x"))
                .Find("use").GetAttribute("href").ShouldNotBeNull();
        }

        Enum.GetValues<Tone>().Except([Tone.Neutral]).Select(tone => tone.Icon()).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void An_error_can_be_tried_again()
    {
        bool hasTried = false;
        IRenderedComponent<ErrorState> error = Render<ErrorState>(parameters => parameters.Add(state => state.OnRetry, () => hasTried = true));

        error.Find("button").Click();

        hasTried.ShouldBeTrue();
    }

    [Fact]
    public void A_skeleton_tells_a_screen_reader_that_something_loads() =>
        Render<LoadingState>().Find("[role=status]").TextContent.ShouldContain(ControlsText.Loading);

    [Fact]
    public void A_masked_value_says_that_it_is_masked() =>
        Render<MaskedValue>(parameters => parameters.Add(masked => masked.Value, "3273••••0001"))
            .Find("span").TextContent.ShouldContain(ControlsText.Masked);

    [Fact]
    public void An_event_names_who_did_it_and_when()
    {
        IRenderedComponent<TimelineItem> item = Render<TimelineItem>(parameters => parameters
            .Add(one => one.Title, "Disetujui").Add(one => one.When, Afternoon).Add(one => one.By, "Indah Permatasari"));

        item.Find("li").TextContent.ShouldContain("Indah Permatasari");
        item.Find("time").TextContent.ShouldBe("22/11/2026 15.05 WIB");
    }
}
