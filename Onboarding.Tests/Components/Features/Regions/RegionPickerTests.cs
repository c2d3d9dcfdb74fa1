using AngleSharp.Dom;
using Bunit;
using Onboarding.Core.Regions;
using Onboarding.Portal.Features.Regions;

namespace Onboarding.Tests.Components.Features.Regions;

public sealed class RegionPickerTests : BunitContext
{
    private const string Kemayoran = "31.71.03.1001";

    private string _code = "";

    public RegionPickerTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void An_empty_choice_offers_provinces_alone()
    {
        var picker = Show("");

        List(picker, RegionLevel.Province).QuerySelectorAll("option").Length.ShouldBe(39);
        new[] { RegionLevel.Regency, RegionLevel.District, RegionLevel.Village }.ShouldAllBe(level => List(picker, level).HasAttribute("disabled"));
    }

    [Fact]
    public void Each_choice_opens_the_next_list_and_the_last_makes_the_code()
    {
        var picker = Show("");

        foreach (var level in Enum.GetValues<RegionLevel>())
        {
            List(picker, level).Change(RegionDirectory.PathOf(Kemayoran).At(level)!.Code);
        }

        _code.ShouldBe(Kemayoran);
        List(picker, RegionLevel.Village).GetAttribute("value").ShouldBe(Kemayoran);
    }

    [Theory]
    [InlineData(RegionLevel.Province, "32", "32")]
    [InlineData(RegionLevel.Regency, "31.74", "31.74")]
    [InlineData(RegionLevel.Regency, "", "31")]
    [InlineData(RegionLevel.Province, "", "")]
    [InlineData(RegionLevel.Village, "", "31.71.03")]
    public void Another_choice_above_clears_what_was_chosen_below(RegionLevel level, string chosen, string code)
    {
        var picker = Show(Kemayoran);

        List(picker, level).Change(chosen);

        _code.ShouldBe(code);
    }

    [Fact]
    public void Never_sends_more_than_the_lists_of_the_present_choice()
    {
        var picker = Show(Kemayoran);

        picker.FindAll("option").Count.ShouldBeLessThan(150);
    }

    [Fact]
    public void A_retired_code_is_shown_as_the_region_it_became_and_kept_until_somebody_chooses_anew()
    {
        var picker = Show("91.01.01.1002");

        List(picker, RegionLevel.Province).GetAttribute("value").ShouldBe("93");
        List(picker, RegionLevel.Village).GetAttribute("value").ShouldBe("93.01.01.1002");
        _code.ShouldBe("91.01.01.1002");
    }

    [Fact]
    public void Every_list_has_a_label_and_the_one_to_fill_next_carries_the_problem()
    {
        var picker = Render<RegionPicker>(parameters => parameters.Add(one => one.Id, "region").Add(one => one.Code, "31.71").Add(one => one.Invalid, "true").Add(one => one.DescribedBy, "region-error"));

        picker.FindAll("input, select").ShouldAllBe(control => picker.FindAll($"label[for='{control.Id}']").Count == 1);
        picker.FindAll("[aria-invalid=true]").ShouldHaveSingleItem().Id.ShouldBe($"region-{RegionLevel.District}");
        picker.Find("[aria-invalid=true]").GetAttribute("aria-describedby").ShouldBe("region-error");
    }

    [Fact]
    public void Typing_shows_matches_with_what_they_lie_in_and_a_click_chooses()
    {
        var picker = Show("");

        Search(picker).Input("kemayoran surabaya");

        var match = picker.FindAll("[role=option]").ShouldHaveSingleItem();
        match.TextContent.ShouldContain("Kota Surabaya");
        match.Click();
        _code.ShouldBe("35.78.15.1002");
        picker.FindAll("[role=option]").ShouldBeEmpty();
        Search(picker).GetAttribute("value").ShouldBe("");
    }

    [Fact]
    public void The_keyboard_walks_the_matches_and_chooses_one()
    {
        var picker = Show("");
        Search(picker).Input("kemayoran");
        var codes = RegionDirectory.Search("kemayoran").Select(region => region.Code).ToList();

        Search(picker).KeyDown("ArrowDown");
        Search(picker).GetAttribute("aria-activedescendant").ShouldBe(picker.FindAll("[aria-selected=true]").ShouldHaveSingleItem().Id);
        Search(picker).KeyDown("ArrowUp");
        Search(picker).KeyDown("ArrowUp");
        Search(picker).KeyDown("Enter");

        _code.ShouldBe(codes[^1]);
    }

    [Fact]
    public void Escape_and_leaving_close_the_matches_without_a_choice()
    {
        var picker = Show("32");
        Search(picker).Input("kemayoran");

        Search(picker).KeyDown("Escape");
        picker.FindAll("[role=option]").ShouldBeEmpty();
        Search(picker).Input("kemayoran ");
        Search(picker).Blur();

        picker.FindAll("[role=option]").ShouldBeEmpty();
        _code.ShouldBe("32");
    }

    [Fact]
    public void A_district_found_by_name_leaves_the_village_to_choose()
    {
        var picker = Show("");

        Search(picker).Input("pancoran mas");
        picker.FindAll("[role=option]")[0].Click();

        _code.ShouldBe("32.76.01");
        List(picker, RegionLevel.Village).QuerySelectorAll("option").Length.ShouldBe(7);
    }

    [Theory]
    [InlineData("zzzz", true)]
    [InlineData("zz", false)]
    [InlineData("kemayoran", false)]
    public void Says_so_when_no_region_has_the_name(string text, bool isMissing)
    {
        var picker = Show("");

        Search(picker).Input(text);

        picker.Find("[role=status]").TextContent.Contains(RegionText.NoMatch, StringComparison.Ordinal).ShouldBe(isMissing);
    }

    [Fact]
    public void Offers_a_dozen_matches_and_says_that_there_are_more()
    {
        var picker = Show("");

        Search(picker).Input("sidomulyo");

        picker.FindAll("[role=option]").Count.ShouldBe(12);
        picker.Markup.ShouldContain(RegionText.MoreMatches);
    }

    [Fact]
    public void A_name_with_markup_is_nothing_but_text()
    {
        var picker = Show("");

        Search(picker).Input("<b>kemayoran</b>\u202E");

        picker.FindAll("b").ShouldBeEmpty();
    }

    // As a form does: what was chosen comes back as the value.
    private IRenderedComponent<RegionPicker> Show(string code)
    {
        _code = code;
        IRenderedComponent<RegionPicker>? picker = null;
        picker = Render<RegionPicker>(parameters => parameters
            .Add(one => one.Id, "region")
            .Add(one => one.Code, code)
            .Add(one => one.CodeChanged, (string chosen) =>
            {
                _code = chosen;
                picker!.Render(again => again.Add(one => one.Code, chosen));
            }));
        return picker;
    }

    private static IElement List(IRenderedComponent<RegionPicker> picker, RegionLevel level) =>
        picker.Find(level == RegionLevel.Village ? "#region" : $"#region-{level}");

    private static IElement Search(IRenderedComponent<RegionPicker> picker) => picker.Find("#region-search");
}
