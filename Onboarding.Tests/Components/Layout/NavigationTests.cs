using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Layout;
using Onboarding.Portal.Features.Demo;
using Onboarding.Portal.Security;
using Onboarding.Portal.Security.Identity;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Layout;

public sealed class NavigationTests : ComponentTest
{
    [Theory]
    [InlineData(ActorRole.CustomerService)]
    [InlineData(ActorRole.Administration)]
    [InlineData(ActorRole.InformationTechnology)]
    [InlineData(ActorRole.Supervisor)]
    [InlineData(ActorRole.Compliance)]
    [InlineData(ActorRole.Administrator)]
    public void Shows_a_role_exactly_the_links_that_it_may_open(ActorRole role)
    {
        SignInAs(role);

        IRenderedComponent<SideNavigation> navigation = Render<SideNavigation>();

        navigation.FindAll("li a").Select(link => link.GetAttribute("href")).ShouldBe(StaffNavigation.Groups
            .SelectMany(group => group.Items)
            .Where(item => Policies.Roles[item.Policy].Contains(role) && !item.IsDemo)
            .Select(item => item.Href));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Leads_to_the_demo_mails_in_demo_mode_alone(bool isDemo)
    {
        Services.AddSingleton(new DemoMode(isDemo));
        SignInAs(ActorRole.Compliance);

        Render<SideNavigation>().FindAll($"li a[href='{DemoUrls.Mail}']").Count.ShouldBe(isDemo ? 1 : 0);
    }

    [Theory]
    [InlineData("/customers", "/customers")]
    [InlineData("/customers/CUS-2026-000001", "/customers")]
    [InlineData("/customers/crm", "/customers/crm")]
    [InlineData("/customers/crm?state=Failed", "/customers/crm")]
    public void One_link_alone_is_the_current_one(string address, string current)
    {
        SignInAs(ActorRole.Compliance);
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);

        Render<SideNavigation>().FindAll("li a.active").Select(link => link.GetAttribute("href")).ShouldBe([current]);
    }

    [Fact]
    public void Has_no_heading_without_a_link_below_it()
    {
        SignInAs(ActorRole.Compliance);

        Render<SideNavigation>().FindAll("ul").ShouldAllBe(list => list.Children.Length > 0);
    }
}
