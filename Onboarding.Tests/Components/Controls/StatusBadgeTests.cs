using Bunit;
using Onboarding.Core.Workflow;
using Onboarding.Portal.Components.Controls;
using Onboarding.Portal.Features;
using Onboarding.Tests.Support;

namespace Onboarding.Tests.Components.Controls;

/// <summary>The status of a case in a list: one component, whatever it draws, since a list has it in every row.</summary>
public sealed class StatusBadgeTests : ComponentTest
{
    [Fact]
    public void Marks_and_icons_in_it_are_no_components_of_their_own()
    {
        var badge = Render<StatusBadge>(parameters => parameters.Add(shown => shown.Status, CaseStatus.InVerification).Add(shown => shown.OnHold, true));

        badge.FindAll(".tag").Count.ShouldBe(2);
        badge.FindAll("svg.icon").Count.ShouldBe(1);
        badge.Markup.ShouldContain(DomainTexts.Of(CaseStatus.InVerification));
        badge.FindComponents<Tag>().ShouldBeEmpty();
        badge.FindComponents<Icon>().ShouldBeEmpty();
    }
}
