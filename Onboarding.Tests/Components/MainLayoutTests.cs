using Bunit;
using Microsoft.AspNetCore.Components;
using Onboarding.Portal.Components.Layout;
using Radzen;

namespace Onboarding.Tests.Components;

public sealed class MainLayoutTests : BunitContext
{
    public MainLayoutTests()
    {
        Services.AddRadzenComponents();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Shows_the_name_of_the_portal_and_the_appearance_switch()
    {
        IRenderedComponent<MainLayout> layout = Render<MainLayout>();

        layout.Find("header").TextContent.ShouldContain(LayoutText.PortalName);
        layout.Find("header button").GetAttribute("title").ShouldBe(LayoutText.SwitchAppearance);
    }
}
