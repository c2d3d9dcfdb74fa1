using Onboarding.Portal.Features.Cases.Viewing;

namespace Onboarding.Tests.Components.Features.Cases.Viewing;

public sealed class ViewerStateTests
{
    [Theory]
    [InlineData(87, 100, 80)]
    [InlineData(100, 125, 80)]
    [InlineData(600, 600, 400)]
    [InlineData(10, 25, 10)]
    public void Zooming_goes_to_the_next_step_from_what_is_seen(int seen, int larger, int smaller)
    {
        new ViewerState().Larger(seen).ShouldBe(new ViewerState { Fit = ViewerFit.Chosen, Percent = larger });
        new ViewerState().Smaller(seen).ShouldBe(new ViewerState { Fit = ViewerFit.Chosen, Percent = smaller });
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 0)]
    [InlineData(-1, 3)]
    [InlineData(-5, 3)]
    public void Four_turns_make_a_round(int quarters, int turns) => new ViewerState().Turned(quarters).Turns.ShouldBe(turns);

    [Theory]
    [InlineData(0, 3, 1)]
    [InlineData(2, 3, 2)]
    [InlineData(9, 3, 3)]
    [InlineData(2, 0, 1)]
    public void There_is_no_page_before_the_first_or_after_the_last(int page, int pages, int shown) => new ViewerState().On(page, pages).Page.ShouldBe(shown);

    [Fact]
    public void Light_and_size_stay_within_what_can_be_seen()
    {
        new ViewerState().Lit(0, 999).ShouldBe(new ViewerState { Brightness = ViewerState.LeastLight, Contrast = ViewerState.MostLight });
        new ViewerState().At(10_000).Percent.ShouldBe(ViewerState.MostPercent);
        new ViewerState().At(0).Percent.ShouldBe(ViewerState.LeastPercent);
    }

    [Fact]
    public void A_reset_keeps_the_page()
    {
        ViewerState changed = new ViewerState().On(2, 3).Turned(1).Lit(150, 80).At(300);

        changed.IsChanged.ShouldBeTrue();
        changed.Reset().ShouldBe(new ViewerState { Page = 2 });
        changed.Reset().IsChanged.ShouldBeFalse();
    }
}
