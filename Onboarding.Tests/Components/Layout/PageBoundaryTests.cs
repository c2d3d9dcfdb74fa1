using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Components.Layout;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Layout;

public sealed class PageBoundaryTests : ComponentTest
{
    public PageBoundaryTests()
    {
        Services.AddSingleton<IErrorBoundaryLogger>(new SilentLogger());
        Faulty.Fails = true;
    }

    [Fact]
    public void A_fault_in_a_page_shows_a_way_out_and_nothing_of_the_fault()
    {
        IRenderedComponent<PageBoundary> boundary = Render<PageBoundary>(parameters => parameters.AddChildContent<Faulty>());

        boundary.Find("[role=alert]").TextContent.ShouldContain(ControlsText.ErrorTitle);
        boundary.Find("h1").TextContent.ShouldBe(ControlsText.ErrorTitle);
        boundary.Markup.ShouldNotContain(Faulty.Secret);
    }

    [Fact]
    public void A_page_that_recovers_is_shown_again()
    {
        IRenderedComponent<PageBoundary> boundary = Render<PageBoundary>(parameters => parameters.AddChildContent<Faulty>());

        Faulty.Fails = false;
        boundary.Find("button").Click();

        boundary.Markup.ShouldContain("works");
    }

    private sealed class Faulty : ComponentBase
    {
        public const string Secret = "3273010101900001";

        public static bool Fails { get; set; } = true;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (Fails)
            {
                throw new InvalidOperationException(Secret);
            }

            builder.AddContent(0, "works");
        }
    }

    private sealed class SilentLogger : IErrorBoundaryLogger
    {
        public ValueTask LogErrorAsync(Exception exception) => ValueTask.CompletedTask;
    }
}
